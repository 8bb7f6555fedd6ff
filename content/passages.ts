/**
 * What a page is made of when its words are weighed: passages of text, each of one section, cut into blocks.
 * Gathering reads a passage once; nothing that it finds crosses the border of a block.
 */
import { type Definition, definitions, pairDefinition } from './definitions.ts';
import { completeLists } from './lists.ts';
import type { CueHit, Match, Recogniser } from './recogniser.ts';
import type { Form } from './tables.ts';

/** A paragraph, heading, list item or cell within the text of a passage: UTF-16 offsets. */
export type Block = { start: number; end: number; isHeading: boolean };

/** A text of one section of a page: what stands under the same heading, or a part of it. */
export type Passage = {
  text: string;
  blocks: readonly Block[];
  /** Equal for passages under the same heading. */
  section: string;
  /** As in HTML: en-GB; empty where the page does not say. */
  lang: string;
};

/** A passage with what was found in it, each in order. */
export type Evidence = {
  passage: Passage;
  matches: readonly Match[];
  cues: readonly CueHit[];
  definitions: readonly Definition[];
};

export const isCertain = (form: Form) => !form.everyday && !form.ambiguous;

/** Recognises a passage and reads the abbreviations that it defines. */
export function gather(recognise: Recogniser, passage: Passage): Evidence {
  const { text, blocks } = passage;
  const blockAt = createBlockAt(blocks, text.length);
  const { matches, cues } = recogniseWithin(recognise, text, blocks, blockAt);
  const complete = completeLists(recognise, text, matches, blockAt);
  const mayBeDefined = complete.some(({ forms }) => forms.some((form) => form.ambiguous));
  return { passage, matches: complete, cues, definitions: mayBeDefined ? definitionsIn(passage, blocks) : [] };
}

/** The block that a place lies in. */
export function createBlockAt(blocks: readonly Block[], length: number): (place: number) => Block {
  const whole: Block = { start: 0, end: length, isHeading: false };
  return (place) => {
    let low = 0;
    let high = blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((blocks[middle] as Block).start <= place) low = middle;
      else high = middle - 1;
    }
    return blocks[low] ?? whole;
  };
}

/** Recognises the whole text at once; the few blocks over whose border a phrase ran are read again by themselves. */
function recogniseWithin(
  recognise: Recogniser,
  text: string,
  blocks: readonly Block[],
  blockAt: (place: number) => Block,
): { matches: Match[]; cues: CueHit[] } {
  const all = recognise(text);
  const crosses = ({ start, end }: { start: number; end: number }) => end > blockAt(start).end;
  const crossing = all.matches.filter(crosses);
  const again = new Set(
    crossing.flatMap(({ start, end }) => blocks.filter((block) => block.start < end && block.end > start)),
  );
  const isKept = ({ start }: { start: number }) => !again.has(blockAt(start));
  const matches = all.matches.filter(isKept);
  const cues = all.cues.filter((cue) => isKept(cue) && !crosses(cue));
  for (const block of again) {
    const own = recognise(text.slice(block.start, block.end));
    const move = <T extends { start: number; end: number }>(found: T): T => ({
      ...found,
      start: found.start + block.start,
      end: found.end + block.start,
    });
    matches.push(...own.matches.map(move));
    cues.push(...own.cues.map(move));
  }
  if (again.size > 0) {
    matches.sort((a, b) => a.start - b.start);
    cues.sort((a, b) => a.start - b.start);
  }
  return { matches, cues };
}

/** Definitions within blocks, and those that two neighbouring cells make. */
function definitionsIn({ text }: Passage, blocks: readonly Block[]): Definition[] {
  return blocks.flatMap(({ start, end }, index) => {
    const block = text.slice(start, end);
    const next = blocks[index + 1];
    const found = next && end - start <= 10 && pairDefinition(block, text.slice(next.start, next.end));
    if (found) return [{ short: block, ...found, start, end }];
    return definitions(block).map((found) => ({ ...found, start: found.start + start, end: found.end + start }));
  });
}
