/** Which of the matches that stand on a page are shown: how often a word is marked, and that a known one is not. */
import type { Occurrences } from './settings.ts';

/**
 * A match that stands, and the section of the page that it is in. Any value serves as a section, and two are the same
 * when they are the same value; on a page without sections, all matches have the same one.
 */
export type Occurrence = { term: string; section: unknown };

/**
 * Chooses the matches that are shown. It costs one look at each match.
 * @param matches in reading order.
 * @param known ids of the terms that the reader knows; none of them is shown.
 * @returns those of the given matches that are shown, the same objects, in the same order.
 */
export function shown<O extends Occurrence>(
  matches: Iterable<O>,
  occurrences: Occurrences,
  known: ReadonlySet<string>,
): O[] {
  /** The terms met so far, by section. */
  const met = new Map<unknown, Set<string>>();
  const chosen: O[] = [];
  for (const match of matches) {
    const { term, section } = match;
    if (known.has(term)) continue;
    const place = occurrences === 'page' ? undefined : section;
    const terms = met.get(place) ?? new Set();
    if (occurrences !== 'every' && terms.has(term)) continue;
    met.set(place, terms.add(term));
    chosen.push(match);
  }
  return chosen;
}
