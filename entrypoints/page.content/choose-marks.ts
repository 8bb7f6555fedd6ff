/** Which of the words that stand are marked: every one, or the first of each section or of the page. */
import { shown } from '../../content/occurrences.ts';
import type { Settled } from '../../content/senses.ts';
import type { Marking } from '../../content/settings.ts';
import type { BookedBlock, Section } from './booked.ts';
import { isVisible } from './unclobbered.ts';

/** Chooses over sections in the order of the page; gives what is marked of each block that lies open. */
export function chooseMarks(
  sections: readonly Section[],
  occurrences: Marking['occurrences'],
  known: ReadonlySet<string>,
): Map<BookedBlock, Settled[]> {
  const found: { term: string; section: unknown; block?: BookedBlock; settled?: Settled }[] = [];
  const chosen = new Map<BookedBlock, Settled[]>();
  for (const { key, passages, counts } of sections) {
    if (passages.length === 0) for (const term of counts.keys()) found.push({ term, section: key });
    for (const block of passages.flatMap(({ blocks }) => blocks)) {
      chosen.set(block, []);
      if (block.settled.length === 0 || block.isStale) continue;
      const inSection = block.settled.map((settled) => ({ term: settled.term, section: key, block, settled }));
      // What cannot be seen is no first occurrence of anything; should it appear, it is marked in full.
      if (isVisible(block.container)) found.push(...inSection);
      else
        chosen.set(
          block,
          shown(inSection, 'every', known).map(({ settled }) => settled),
        );
    }
  }
  for (const { block, settled } of shown(found, occurrences, known))
    if (block && settled) chosen.get(block)?.push(settled);
  return chosen;
}
