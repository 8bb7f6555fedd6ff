/** Writes the recognition tables, at build time. What they look like is told in tables.ts and engine/table.ts. */
import { use } from './engine/memory.ts';
import {
  filterBit,
  filterLetter,
  mixOne,
  mixTwo,
  pairOf,
  placeOf,
  placeSize,
  printOf,
  restBits,
  restLetters,
} from './engine/table.ts';
import * as read from './engine/tokens.ts';
import { learnInto } from './engine/units.ts';
import { tokens } from './fold.ts';
import type { WrittenCue, WrittenForm } from './tabled-forms.ts';
import { doubtful, joinTables, type WrittenTables, writeForm } from './tables.ts';

/** A form ends within so many tokens, or what stands around them is no longer known. */
const mostTokens = 255;

/** A token as the engine reads it. */
type HashedToken = { one: number; two: number; capitals: number; name: number; join: number };

/** The beginning of a form, and what it is itself. */
type Beginning = { first: number; second: number; goesOn: boolean; cue?: number; forms: Set<number> };

/** A slot of the table: a beginning's hashes, twice its value, and 1 more where longer ones go on with it. */
type Slot = { first: number; second: number; said: number };

/** Reads texts as the engine does. */
function tokenReader(): (text: string) => HashedToken[] {
  const memory = new ArrayBuffer(read.tableAt);
  const [bytes, words] = [new Uint8Array(memory), new Int32Array(memory)];
  const asks = { learn: learnInto(memory), parted: () => false };
  return (text) => {
    use(memory, asks);
    const place = bytes.subarray(read.textAt, read.textAt + read.mostText - 3);
    const whole = new TextEncoder().encodeInto(text, place).read === text.length;
    read.beginTokens(new TextEncoder().encode(text).length, 0);
    const found: HashedToken[] = [];
    for (let index = 0; whole && index <= mostTokens && read.tokenise(index); index += 1) {
      const at = (part: number) => words[(read.tokenAt(index) + part) >> 2] as number;
      found.push({
        one: at(read.one),
        two: at(read.two),
        capitals: at(read.capitals),
        name: at(read.name),
        join: at(read.join),
      });
    }
    if (found.length === 0 || found.length > mostTokens)
      throw new Error(`The form ${JSON.stringify(text)} cannot be recognised: it needs 1 to ${mostTokens} words.`);
    return found;
  };
}

/** Every beginning of the forms and cues, and the names of the words that they begin with, alone and with the next. */
class Beginnings {
  readonly #read = tokenReader();
  readonly #known = new Map<string, Beginning>();
  /** What is a form in one way of writing only, and the same in any. */
  readonly #written = new Map<Beginning, string>();
  readonly firsts = new Set<number>();
  readonly pairs = new Set<number>();

  /** The beginning that a text is, as it is written or in any case. */
  of(text: string, isExact: boolean): Beginning {
    const parts = this.#read(text);
    this.#noteWords(parts);
    let [first, second, written] = [0, 0, 0];
    for (const [index, { one, two, capitals }] of parts.entries()) {
      first = mixOne(first, one);
      second = mixTwo(second, two);
      written = mixOne(written, capitals);
      if (index < parts.length - 1) this.#at(first, second).goesOn = true;
    }
    if (!isExact) return this.#at(first, second);
    this.pairs.add(pairOf(parts[0]?.name ?? 0, written));
    const exact = this.#at(mixOne(first, written), mixTwo(second, written));
    this.#written.set(exact, `${first} ${second}`);
    return exact;
  }

  /** All of them, in one order. What is a form as it is written says also what it is in any case. */
  all(): Beginning[] {
    for (const [exact, plain] of this.#written)
      for (const form of this.#known.get(plain)?.forms ?? []) exact.forms.add(form);
    return [...this.#known.values()].sort((a, b) => a.first - b.first || a.second - b.second);
  }

  #at(first: number, second: number): Beginning {
    const key = `${first} ${second}`;
    const known = this.#known.get(key) ?? { first, second, goesOn: false, forms: new Set() };
    this.#known.set(key, known);
    return known;
  }

  #noteWords([begun, next]: HashedToken[]): void {
    // A figure or a sign is looked for itself.
    if (!begun || begun.name === 0) return;
    this.firsts.add(begun.name);
    this.pairs.add(pairOf(begun.name, next?.join === read.phrase ? next.name : 0));
  }
}

/** Six bits as a letter, from @ on: of these a string must escape no more than one. */
const letterOf = (bits: number) => String.fromCharCode(64 + bits);

/** Writes a filter; a quarter of its bits are set at most. */
function writeFilter(hashes: ReadonlySet<number>): string {
  let size = 64;
  while (size * 1.5 < hashes.size) size *= 2;
  const letters = new Uint8Array(size);
  for (const hash of hashes) {
    const at = filterLetter(hash, size - 1);
    letters[at] = (letters[at] as number) | (1 << filterBit(hash));
  }
  return Array.from(letters, letterOf).join('');
}

/** How full the places are: nineteen of twenty. Beyond that what is put aside for another finds no place soon. */
const fullness = 0.95;

/** Puts slots into their places, so many: whatever finds both of its places taken puts another aside. */
function placeSlots(slots: readonly Slot[], places: number): (Slot | undefined)[][] | undefined {
  const taken: (Slot | undefined)[][] = Array.from({ length: places }, () => Array(placeSize).fill(undefined));
  let turn = 1;
  for (const slot of slots) {
    let left = slot;
    for (let tries = 0; ; tries += 1) {
      const two = [placeOf(left.first, places), placeOf(left.second, places)] as const;
      const free = two.find((place) => taken[place]?.includes(undefined));
      if (free !== undefined) {
        const place = taken[free] as (Slot | undefined)[];
        place[place.indexOf(undefined)] = left;
        break;
      }
      if (tries === 1000) return undefined;
      turn = (Math.imul(turn, 1103515245) + 12345) >>> 0;
      const place = taken[two[(turn >>> 16) & 1] as number] as (Slot | undefined)[];
      const which = (turn >>> 17) % placeSize;
      [left, place[which]] = [place[which] as Slot, left];
    }
  }
  return taken;
}

/** Writes slots: the places that they need, and their letters. */
function writeSlots(slots: readonly Slot[], valueBits: number): { places: number; letters: string } {
  const count = restLetters(valueBits);
  const bits = restBits(valueBits);
  const print = ({ first, second }: Slot) => {
    const all = printOf(first, second);
    return [all & 0xffffff, (all >>> 24) & ((1 << bits) - 1)] as const;
  };
  const write = (slot: Slot | undefined) => {
    const [low, high] = slot ? print(slot) : [0, 0];
    const rest = ((slot?.said ?? 0) | (high << (valueBits + 1))) >>> 0;
    return [
      ...[0, 6, 12, 18].map((shift) => letterOf((low >>> shift) & 63)),
      ...Array.from({ length: count }, (_, index) => letterOf((rest >>> (6 * (count - 1 - index))) & 63)),
    ].join('');
  };
  for (let places = Math.ceil(slots.length / placeSize / fullness); ; places += 1) {
    const placed = placeSlots(slots, places);
    // Two with the same print in one place could not be told apart.
    const isClear = placed?.every((place) => {
      const prints = place.flatMap((slot) => (slot ? [print(slot).join()] : []));
      return new Set(prints).size === prints.length;
    });
    const isRight = isClear && slots.every((slot) => finds(placed as (Slot | undefined)[][], slot, print));
    if (isRight) return { places, letters: (placed as (Slot | undefined)[][]).flat().map(write).join('') };
  }
}

/** Whether a slot is the first in its places that has its print. */
function finds(
  placed: readonly (readonly (Slot | undefined)[])[],
  slot: Slot,
  print: (slot: Slot) => readonly [number, number],
): boolean {
  const [low, high] = print(slot);
  const found = [placeOf(slot.first, placed.length), placeOf(slot.second, placed.length)]
    .flatMap((place) => placed[place] ?? [])
    .find((other) => other && print(other)[0] === low && print(other)[1] === high);
  return found === slot;
}

const byNumber = (a: number, b: number) => a - b;
const numbered = <T>(list: Iterable<T>) => new Map([...list].map((each, number) => [each, number]));

/**
 * Writes tables. The order of the forms does not change what is recognised.
 * @throws an Error that names a form that cannot be written: empty, or too long.
 */
export function writeTables({
  forms,
  cues,
}: {
  forms: readonly WrittenForm[];
  cues: readonly WrittenCue[];
}): WrittenTables {
  // Cues by what they tell, and beside those with which they are asked together: their lists are short then.
  const asked = numbered(
    new Set(forms.flatMap(({ ambiguous }) => [...(ambiguous?.ours ?? []), ...(ambiguous?.others ?? [])])),
  );
  const tells = ({ subject = 0, doubtful: isDoubtful }: WrittenCue) => subject | (isDoubtful ? doubtful : 0);
  const order = [...cues.keys()].sort(
    (a, b) =>
      tells(cues[a] as WrittenCue) - tells(cues[b] as WrittenCue) ||
      (asked.get(a) ?? asked.size) - (asked.get(b) ?? asked.size),
  );
  const numberOfCue = numbered(order);
  const numbersOf = (list: readonly number[]) => list.map((cue) => numberOfCue.get(cue) as number).sort(byNumber);

  const ids = [...new Set(forms.map(({ term }) => term))].sort();
  const numberOfTerm = numbered(ids);
  // Forms of a term with the same senses share a line.
  const senses = new Map<string, { number: number; term: number; ours: number[]; others: number[] }>();
  const numberOf = ({ term, ambiguous }: WrittenForm): number => {
    const ofTerm = numberOfTerm.get(term) as number;
    if (!ambiguous) return ofTerm;
    const [ours, others] = [numbersOf(ambiguous.ours), numbersOf(ambiguous.others)];
    const key = [ofTerm, ours, others].join(';');
    const known = senses.get(key) ?? { number: senses.size, term: ofTerm, ours, others };
    senses.set(key, known);
    return known.number;
  };

  const beginnings = new Beginnings();
  for (const form of forms) {
    const written = writeForm(form, numberOf(form));
    for (const text of form.texts) beginnings.of(text, form.exact).forms.add(written);
  }
  for (const [number, cue] of order.entries())
    for (const text of (cues[cue] as WrittenCue).texts) beginnings.of(text, false).cue = number;

  const all = beginnings.all();
  const listText = ({ forms: those }: Beginning) => [...those].sort(byNumber).join();
  const lists = numbered([...new Set(all.filter((each) => each.forms.size > 0).map(listText))].sort());
  const bothText = (each: Beginning) => `${each.cue},${lists.get(listText(each))}`;
  const boths = numbered(new Set(all.filter((each) => each.cue !== undefined && each.forms.size > 0).map(bothText)));
  const numberOfValue = (each: Beginning): number => {
    if (each.forms.size === 0) return each.cue === undefined ? 0 : each.cue + 1;
    const after = cues.length + 1;
    if (each.cue === undefined) return after + (lists.get(listText(each)) as number);
    return after + lists.size + (boths.get(bothText(each)) as number);
  };
  const slots = all.map((each) => ({ ...each, said: numberOfValue(each) * 2 + (each.goesOn ? 1 : 0) }));
  const valueBits = Math.max(1, Math.ceil(Math.log2(1 + cues.length + lists.size + boths.size)));
  const [firsts, nexts] = [writeFilter(beginnings.firsts), writeFilter(beginnings.pairs)];
  const { places, letters } = writeSlots(slots, valueBits);
  const split = (text: string) => text.split(',').map(Number);
  const signs = new Set(
    [...forms, ...cues].flatMap(({ texts }) => texts.map((text) => tokens(text)[0]?.text[0] ?? '')),
  );
  const rest = joinTables({
    sizes: { firsts: firsts.length, nexts: nexts.length, places, valueBits, cues: cues.length, lists: lists.size },
    signs: [...signs]
      .filter((sign) => /^[!-@[-`{-~]$/.test(sign))
      .sort()
      .join(''),
    told: order.map((cue) => tells(cues[cue] as WrittenCue)),
    ids,
    lists: [...lists.keys()].map(split),
    boths: [...boths.keys()].map((both) => split(both) as [number, number]),
    senses: [...senses.values()].map(({ term, ours, others }) => [term, { ours, others }]),
  });
  return { letters: firsts + nexts + letters, rest };
}
