/**
 * Finds every form of the glossary in a text, in one pass whatever the number of forms (engine/engine.ts).
 * Text goes in, offsets come out; nothing here knows a page.
 */
import { type StartEngine, startPlain } from './engine/start.ts';
import * as places from './engine/tokens.ts';
import { learnInto } from './engine/units.ts';
import { type Form, readTables, type WrittenTables } from './tables.ts';

/** A form found in a text: UTF-16 offsets, and what it may stand for. Matches never overlap. */
export type Match = { start: number; end: number; forms: readonly Form[] };

/** A cue (an index into the tables' list) met in a text, in UTF-16 offsets. */
export type CueHit = { cue: number; start: number; end: number };

/** What a text holds: matches, and the cues met anywhere in it, each in order. */
type Recognised = { matches: Match[]; cues: CueHit[] };

/**
 * The nodes that a text is made of: where each but the first begins, in order, and whether two of them (numbered
 * from 0) lie in two running texts, so that no word and no form goes on from one to the other.
 */
export type Seams = { starts: readonly number[]; parted(before: number, after: number): boolean };

/** What a glance at a text says: which cues and forms stand in it, each once, in no order. */
type Glance = {
  cues: number[];
  forms: Form[];
  /** Where forms that have several senses stand: start and end, by turns. */
  asking: number[];
};

export type Recogniser = {
  /** All that is found, and where. */
  (text: string, seams?: Seams): Recognised;
  /** Much quicker: only what is found at all. */
  glance(text: string): Glance;
};

const encoder = new TextEncoder();
const noSeams: Seams = { starts: [], parted: () => false };

/** UTF-16 units of a text that are looked at in one go: three bytes each at most. */
const mostUnits = Math.floor((places.mostText - 4) / 3);

/** Makes the recogniser of tables that `writeTables` wrote. */
export function createRecogniser({ letters, rest }: WrittenTables, start: StartEngine = startPlain): Recogniser {
  const { sizes, signs, values, cueOf, formsOf } = readTables(rest);
  let seams = noSeams;
  let firstNode = 0;
  const { memory, create, beginText, run } = start((places.tableAt + letters.length + 3) & ~3, {
    learn: (code) => learn(code),
    parted: (before, after) => seams.parted(firstNode + before, firstNode + after),
  });
  const learn = learnInto(memory);
  const bytes = new Uint8Array(memory);
  const words = new Int32Array(memory, 0, places.tableAt >> 2);
  const textBytes = bytes.subarray(places.textAt, places.textAt + places.mostText);
  encoder.encodeInto(letters, bytes.subarray(places.tableAt));
  for (const sign of signs) bytes[places.signsAt + sign.charCodeAt(0)] = 1;
  create(sizes.firsts, sizes.nexts, sizes.places, sizes.valueBits, sizes.cues, sizes.cues + sizes.lists);

  function read(count: number, offset: number, { matches, cues }: Recognised): void {
    const first = places.foundAt >> 2;
    for (let place = first; place < first + count; place += 3) {
      const from = offset + (words[place] as number);
      const to = offset + (words[place + 1] as number);
      const value = words[place + 2] as number;
      if (value < 0) cues.push({ cue: cueOf(-value), start: from, end: to });
      else matches.push({ start: from, end: to, forms: formsOf(value) });
    }
  }

  /** Runs the engine over a text with so many seams; `each` is told of every batch of words that it found. */
  function runOver(text: string, count: number, each: (words: number) => void): void {
    beginText(encoder.encodeInto(text, textBytes).written, count);
    for (;;) {
      const result = run();
      each(result < 0 ? -1 - result : result);
      if (result >= 0) return;
    }
  }

  function recognise(text: string, given: Seams = noSeams): Recognised {
    seams = given;
    const { starts } = given;
    const recognised: Recognised = { matches: [], cues: [] };
    let seam = 0;
    for (let from = 0; from < text.length; ) {
      while (seam < starts.length && (starts[seam] as number) <= from) seam += 1;
      const to = pieceEnd(text, from, Math.min(from + mostUnits, starts[seam + places.mostSeams] ?? text.length));
      let count = 0;
      for (; (starts[seam + count] as number) < to; count += 1)
        words[(places.seamsAt >> 2) + count] = (starts[seam + count] as number) - from;
      firstNode = seam;
      runOver(piece(text, from, to), count, (found) => read(found, from, recognised));
      from = to;
    }
    return recognised;
  }

  /** By value, and after those by value of a cue: 1 where a glance has met it. */
  const met = new Uint8Array(values * 2);

  function glance(text: string): Glance {
    const glanced: Glance = { cues: [], forms: [], asking: [] };
    const marked: number[] = [];
    function once(place: number): boolean {
      if (met[place] === 1) return false;
      met[place] = 1;
      marked.push(place);
      return true;
    }
    const first = places.foundAt >> 2;
    for (let from = 0; from < text.length; ) {
      const to = pieceEnd(text, from, from + mostUnits);
      runOver(piece(text, from, to), 0, (found) => {
        for (let place = first; place < first + found; place += 3) {
          const value = words[place + 2] as number;
          if (value < 0) {
            if (once(values - value)) glanced.cues.push(cueOf(-value));
            continue;
          }
          const forms = formsOf(value);
          if (once(value)) glanced.forms.push(...forms);
          if (forms.some(({ ambiguous }) => ambiguous))
            glanced.asking.push(from + (words[place] as number), from + (words[place + 1] as number));
        }
      });
      from = to;
    }
    for (const place of marked) met[place] = 0;
    return glanced;
  }

  return Object.assign(recognise, { glance });
}

const piece = (text: string, from: number, to: number) =>
  from === 0 && to === text.length ? text : text.slice(from, to);

/** Where a piece ends: after a line, a sentence or a word where there is one, so that no form is cut. */
function pieceEnd(text: string, from: number, most: number): number {
  if (most >= text.length) return text.length;
  for (const end of ['\n', '. ', ' ']) {
    const at = text.lastIndexOf(end, most - end.length);
    if (at > (from + most) / 2) return at + end.length;
  }
  return most;
}
