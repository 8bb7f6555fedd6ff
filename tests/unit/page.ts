/** A page of blocks, read as the page script reads one: all evidence first, then each passage settled. */
import type { Recogniser } from '../../content/recogniser.ts';
import { createSenses, gather, type Passage, type Settled } from '../../content/senses.ts';

/** A word that would be marked, as the page writes it, and its term. */
export type Marked = { text: string; term: string };

/** A block as a test writes it: its text alone, or with what the page says of it. */
export type Written = { text: string; level?: number };

/** Cuts blocks into passages: a heading begins a section. */
export function passagesOf(blocks: readonly Written[], lang = 'en'): Passage[] {
  const sections: Written[][] = [];
  for (const block of blocks) {
    const current = sections.at(-1);
    if (current && !block.level) current.push(block);
    else sections.push([block]);
  }
  return sections.map((section, index) => {
    let start = 0;
    const placed = section.map(({ text, level = 0 }) => {
      const block = { start, end: start + text.length, isHeading: level > 0 };
      start = block.end + 1;
      return block;
    });
    return { text: section.map(({ text }) => text).join('\n'), blocks: placed, section: String(index), lang };
  });
}

/** What stands in each passage of a page. */
export function settlePage(recognise: Recogniser, passages: readonly Passage[], sure?: number): Settled[][] {
  const senses = createSenses(recognise, sure === undefined ? {} : { sure });
  const evidence = passages.map((passage) => gather(recognise, passage));
  for (const each of evidence) senses.add(each.said);
  return evidence.map((each) => senses.settle(each));
}

/** What stands in each block of a page. */
export function readPage(recognise: Recogniser, blocks: readonly string[], lang = 'en'): Marked[][] {
  const passages = passagesOf(
    blocks.map((text) => ({ text })),
    lang,
  );
  const settled = settlePage(recognise, passages);
  return passages.flatMap(({ text, blocks: placed }, index) =>
    placed.map((block) =>
      (settled[index] ?? [])
        .filter(({ start, end }) => start >= block.start && end <= block.end)
        .map(({ start, end, term }) => ({ text: text.slice(start, end), term })),
    ),
  );
}

/** The same for a page of one section, as `word → term`. */
export const marksOf = (recognise: Recogniser, ...blocks: string[]): string[] =>
  readPage(recognise, blocks)
    .flat()
    .map(({ text, term }) => `${text} → ${term}`);

export const heading = (text: string): Written => ({ text, level: 2 });
