/** The terms that a card's own texts name: each is linked once, so that no word of a card has to be looked up. */
import type { Term } from './glossary.ts';
import type { IsPlain } from './plain-words.ts';
import type { Recogniser } from './recogniser.ts';

/** The texts of an entry, in the order in which a card shows them. */
const proseFields = ['plain', 'hlh', 'more'] as const;

/** A place in a text, in UTF-16 offsets, and the term that it names. */
export type TextLink = [start: number, end: number, id: string];
export type TextLinks = Partial<Record<(typeof proseFields)[number], TextLink[]>>;

/**
 * Links the texts of a term. Our own texts mean our own senses, so an abbreviation is linked wherever it stands; an
 * ordinary word where it is not plain, or where the entry itself names its term as related.
 */
export function linkTexts(term: Term, recognise: Recogniser, isPlain: IsPlain): TextLinks {
  const linked = new Set([term.id]);
  const links: TextLinks = {};
  for (const field of proseFields) {
    const text = term[field] ?? '';
    const found = recognise(text).matches.flatMap(({ start, end, forms }): TextLink[] => {
      const [form, another] = forms;
      if (!form || another || linked.has(form.term)) return [];
      const isOrdinary = form.everyday || (form.ambiguous && !form.exact);
      if (isOrdinary && isPlain(text.slice(start, end)) && !term.related.includes(form.term)) return [];
      linked.add(form.term);
      return [[start, end, form.term]];
    });
    if (found.length > 0) links[field] = found;
  }
  return links;
}
