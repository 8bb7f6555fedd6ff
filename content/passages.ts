/**
 * What a page is made of when its words are weighed: passages of text, each of one section, cut into blocks.
 * Gathering reads a passage once; nothing that it finds crosses the border of a block.
 */
import { type Definition, definitions, pairDefinition } from './definitions.ts';
import { completeLists } from './lists.ts';
import type { CueHit, Match, Recogniser, Seams } from './recogniser.ts';
import { endsWithinNumber } from './shapes.ts';
import type { Form } from './tables.ts';

/** A paragraph, heading, list item or cell within the text of a passage: UTF-16 offsets. */
export type Block = { start: number; end: number; isHeading: boolean };

/** A text of one section of a page: what stands under the same heading, or a part of it. */
export type Passage = {
  text: string;
  blocks: readonly Block[];
  /** The same value for passages under the same heading. */
  section: unknown;
  /** As in HTML: en-GB; empty where the page does not say. */
  lang: string;
  /** Where its nodes begin, and which of them lie in two running texts; without it, blocks alone part texts. */
  seams?: Seams;
};

/** What a text tells of the words elsewhere on its page: each cue and each certain term once. */
export type Said = {
  section: unknown;
  cues: readonly number[];
  /** Forms that tell what their text is about (see `tellingForm`). */
  forms: readonly Form[];
  /** Other forms that stand in it: what they mean may be asked. */
  asking: readonly Form[];
  definitions: readonly Definition[];
};

/** A passage with what was found in it, each in order. */
export type Evidence = { passage: Passage; matches: readonly Match[]; cues: readonly CueHit[]; said: Said };

export const isCertain = (form: Form): boolean => !form.everyday && !form.ambiguous;

/** The form of a match that tells what its text is about: a certain one, or an abbreviation of a clinical term. */
export const tellingForm = (forms: readonly Form[]): Form | undefined =>
  forms.find(isCertain) ?? forms.find(({ clinical, everyday }) => clinical && !everyday);

/** Recognises a passage and reads the abbreviations that it defines. */
export function gather(recognise: Recogniser, passage: Passage): Evidence {
  const { text, blocks, seams = seamsOf(blocks) } = passage;
  const found = recognise(text, seams);
  const whole = found.matches.filter(({ start, end }) => !endsWithinNumber(text, start, end));
  const matches = completeLists(recognise, text, whole, createBlockAt(blocks, text.length));
  const asked = matches.filter(({ forms }) => forms.some((form) => form.ambiguous));
  const definitions = definitionsIn(text, blocks, asked);
  const telling = new Map(
    matches.flatMap(({ forms }) => tellingForm(forms) ?? []).map((form) => [`${form.term} ${isCertain(form)}`, form]),
  );
  const said: Said = {
    section: passage.section,
    cues: [...new Set(found.cues.map(({ cue }) => cue))],
    forms: [...telling.values()],
    asking: [...new Set(matches.flatMap(({ forms }) => (forms.some(isCertain) ? [] : forms)))],
    definitions,
  };
  return { passage, matches, cues: found.cues, said };
}

/** As far from an abbreviation as anything stands that defines it. */
const farthestDefined = 160;
const beforeDefined = /(?:\(|(?:called|known as|to|as|abbreviated|written) )$/;
const afterDefined = /^(?: ?[(=:]| means | stands for | is short for )/;

/**
 * Glances at a text: what it tells of words elsewhere, without where anything stands, at a fraction of the cost.
 * It counts as a section of its own.
 */
export function overlook(recognise: Recogniser, text: string): Said {
  const { cues, forms, asking } = recognise.glance(text);
  const found: Definition[] = [];
  for (let index = 0; index < asking.length; index += 2) {
    const start = asking[index] as number;
    const end = asking[index + 1] as number;
    const isDefined =
      beforeDefined.test(text.slice(Math.max(0, start - 16), start)) || afterDefined.test(text.slice(end, end + 16));
    if (!isDefined) continue;
    const from = Math.max(0, start - farthestDefined);
    const isOwn = (one: Definition) => one.start === start - from;
    found.push(...definitions(text.slice(from, end + farthestDefined)).filter(isOwn));
  }
  const uncertain = forms.filter((form) => !isCertain(form));
  return {
    section: {},
    cues,
    forms: forms.filter((form) => tellingForm([form])),
    asking: uncertain,
    definitions: found,
  };
}

/** Blocks that are all that is known of where texts part. */
const seamsOf = (blocks: readonly Block[]): Seams => ({
  starts: blocks.slice(1).map(({ start }) => start),
  parted: () => true,
});

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

/** Definitions within the blocks in which something is asked, and those that two neighbouring cells make. */
function definitionsIn(text: string, blocks: readonly Block[], asked: readonly Match[]): Definition[] {
  let next = 0;
  return blocks.flatMap(({ start, end }, index) => {
    const first = next;
    while (next < asked.length && (asked[next] as Match).start < end) next += 1;
    if (next === first) return [];
    const block = text.slice(start, end);
    const beside = blocks[index + 1];
    const found = beside && end - start <= 10 && pairDefinition(block, text.slice(beside.start, beside.end));
    if (found) return [{ short: block, ...found, start, end }];
    return definitions(block).map((found) => ({ ...found, start: found.start + start, end: found.end + start }));
  });
}
