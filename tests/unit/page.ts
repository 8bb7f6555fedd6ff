/** A page of blocks, read as the page script reads one: all evidence first, then each block settled. */
import type { Recogniser } from '../../content/recogniser.ts';
import { createSenses, gather } from '../../content/senses.ts';

/** A word that would be marked, as the page writes it, and its term. */
export type Marked = { text: string; term: string };

export function readPage(recognise: Recogniser, blocks: readonly string[]): Marked[][] {
  const senses = createSenses(recognise);
  const evidence = blocks.map((block) => gather(recognise, block));
  for (const block of evidence) senses.add(block);
  return evidence.map((block, index) =>
    senses.settle(block).map(({ start, end, term }) => ({ text: blocks[index]?.slice(start, end) ?? '', term })),
  );
}

/** The same for a page of one block, as `word → term`. */
export const marksOf = (recognise: Recogniser, ...blocks: string[]): string[] =>
  readPage(recognise, blocks)
    .flat()
    .map(({ text, term }) => `${text} → ${term}`);
