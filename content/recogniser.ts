/**
 * Finds every form of the glossary in a text, in one pass whatever the number of forms (engine/engine.ts).
 * Text goes in, offsets come out; nothing here knows a page.
 */
import * as engine from './engine/engine.ts';
import { type StartEngine, startPlain } from './engine/start.ts';
import { foldedCode, isCapital, isRaised, kindOf } from './fold.ts';
import { type Form, formFrom, readTables, toldBits } from './tables.ts';

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

/** UTF-16 units that are looked at in one go: three bytes each at most. */
const mostUnits = Math.floor(engine.mostText / 3);

/** Builds the recogniser of tables that `writeTables` wrote. */
export function createRecogniser(tablesText: string, start?: StartEngine): Recogniser {
  const building = buildRecogniser(tablesText, start);
  for (;;) {
    const { done, value } = building.next();
    if (done) return value;
  }
}

/** UTF-16 units of the tables that are taken in between two pauses. */
const unitsAtOnce = 2048;

/** The same with pauses, for where one long task would be in somebody's way. */
export function* buildRecogniser(tablesText: string, start: StartEngine = startPlain): Generator<void, Recogniser> {
  const tables = readTables(tablesText);
  let seams = noSeams;
  let firstNode = 0;
  const { memory, create, add, beginText, run } = start(engine.sizeFor(tables.prefixes, tables.entries), {
    learn: (code) => learn(code),
    parted: (before, after) => seams.parted(firstNode + before, firstNode + after),
  });
  const bytes = new Uint8Array(memory);
  const words = new Int32Array(memory);
  const textBytes = bytes.subarray(engine.textAt, engine.textAt + engine.mostText);

  let folded = 0;
  function learn(code: number): void {
    const kind = kindOf(code);
    const text = foldedCode(code);
    let value = text.charCodeAt(0) || 0;
    if (text.length > 1) {
      // A page with more odd characters than there is room for: what is left of them is cut short.
      value = folded;
      for (const unit of text.slice(0, engine.mostFolded - folded)) {
        words[(engine.foldedAt >> 2) + folded] = unit.charCodeAt(0);
        folded += 1;
      }
    }
    words[(engine.unitsAt >> 2) + code] = engine.unitWord(kind, isCapital(code), isRaised(code), text.length, value);
  }

  yield;
  create(tables.prefixes, tables.entries);
  for (let from = 0; from < tables.forms.length; ) {
    let to = Math.min(from + unitsAtOnce, tables.forms.length);
    while (to < tables.forms.length && !engine.beginsEntry(tables.forms.charCodeAt(to))) to -= 1;
    add(encoder.encodeInto(tables.forms.slice(from, to), textBytes).written);
    from = to;
    yield;
  }

  // Read here, between pauses, and not in the middle of a text.
  tables.term(0);
  yield;

  /** Cues come first among the entries. */
  const subjects = new Uint8Array(tables.entries);
  for (let entry = (words[engine.entriesAt >> 2] as number) + engine.entrySize; ; entry += engine.entrySize) {
    const flags = words[(entry + engine.entryFlags) >> 2] as number;
    if (!(flags & engine.isCue)) break;
    subjects[words[(entry + engine.entryNumber) >> 2] as number] = flags & toldBits;
  }

  const forms: Form[] = [];
  const lists: (readonly Form[])[] = [];
  const formOf = (entry: number): Form => {
    const number = words[(entry + engine.entryNumber) >> 2] as number;
    forms[entry] ??= formFrom(tables, subjects, number, words[(entry + engine.entryFlags) >> 2] as number);
    return forms[entry];
  };
  /** The forms of a match whose entries stand in the memory from a word on: an exact one says more, and goes first. */
  const formsAt = (place: number, count: number): readonly Form[] => {
    const first = words[place] as number;
    if (count === 1) {
      lists[first] ??= [formOf(first)];
      return lists[first];
    }
    return [...words.subarray(place, place + count)].map(formOf).sort((a, b) => Number(b.exact) - Number(a.exact));
  };

  function read(count: number, offset: number, { matches, cues }: Recognised): void {
    const first = engine.foundAt >> 2;
    for (let place = first; place < first + count; ) {
      const from = offset + (words[place] as number);
      const to = offset + (words[place + 1] as number);
      const entries = words[place + 2] as number;
      place += 3;
      if (entries < 0) cues.push({ cue: -1 - entries, start: from, end: to });
      else {
        matches.push({ start: from, end: to, forms: formsAt(place, entries) });
        place += entries;
      }
    }
  }

  /** Runs the engine over a text with so many seams; `each` is told of every batch of words that it found. */
  function runOver(text: string, count: number, each: (words: number) => void): void {
    beginText(encoder.encodeInto(text, textBytes).written, count, true);
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
      const to = pieceEnd(text, from, Math.min(from + mostUnits, starts[seam + engine.mostSeams] ?? text.length));
      let count = 0;
      for (; (starts[seam + count] as number) < to; count += 1)
        words[(engine.seamsAt >> 2) + count] = (starts[seam + count] as number) - from;
      firstNode = seam;
      runOver(piece(text, from, to), count, (found) => read(found, from, recognised));
      from = to;
    }
    return recognised;
  }

  /** By entry: 1 where a glance has met it. */
  const met = new Uint8Array(tables.entries + 1);
  const firstEntry = words[engine.entriesAt >> 2] as number;

  function glance(text: string): Glance {
    const glanced: Glance = { cues: [], forms: [], asking: [] };
    const places: number[] = [];
    function once(place: number): boolean {
      if (met[place] === 1) return false;
      met[place] = 1;
      places.push(place);
      return true;
    }
    const first = engine.foundAt >> 2;
    for (let from = 0; from < text.length; ) {
      const to = pieceEnd(text, from, from + mostUnits);
      runOver(piece(text, from, to), 0, (found) => {
        for (let place = first; place < first + found; ) {
          const count = words[place + 2] as number;
          if (count < 0 && once(-1 - count)) glanced.cues.push(-1 - count);
          for (let index = 0; index < count; index += 1) {
            const entry = words[place + 3 + index] as number;
            if (once((entry - firstEntry) / engine.entrySize)) glanced.forms.push(formOf(entry));
            if ((words[(entry + engine.entryFlags) >> 2] as number) >> engine.sensesFrom > 0)
              glanced.asking.push(from + (words[place] as number), from + (words[place + 1] as number));
          }
          place += 3 + Math.max(0, count);
        }
      });
      from = to;
    }
    for (const place of places) met[place] = 0;
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
