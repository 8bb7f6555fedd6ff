/**
 * Finds every form of the glossary in a text, in one pass whatever the number of forms: each token is
 * hashed once, and a chain of token hashes is looked up in one open-addressed table of all prefixes.
 * Text goes in, offsets come out; nothing here knows a page.
 */
import { fold, foldedCode, kindOf, kinds } from './fold.ts';
import type { Form, Tables } from './tables.ts';

/** A form found in a text: UTF-16 offsets, and what it may stand for. Matches never overlap. */
export type Match = { start: number; end: number; forms: readonly Form[] };

/** A cue (an index into the tables' list) met in a text, in UTF-16 offsets. */
export type CueHit = { cue: number; start: number; end: number };

/** What a text holds: matches, and the cues met anywhere in it, each in order. */
export type Recognised = { matches: Match[]; cues: CueHit[] };

export type Recogniser = (text: string) => Recognised;

const seed = 0x811c9dc5 | 0;
const addCode = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193);
const addToken = (hash: number, token: number) => {
  const mixed = Math.imul(hash ^ token, 0x9e3779b1 | 0);
  return mixed ^ (mixed >>> 15);
};
/** The table keeps 0 for an empty slot. */
const slotKey = (hash: number) => hash || 1;

const touching = 0;
const phrase = 1;
const parted = 2;

/** The letters and digits of a text in their case: what must be equal for an exact form. */
const written = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{Script=Greek}/gu, fold);

/** Builds the recogniser of these tables. */
export function createRecogniser(tables: Tables): Recogniser {
  // The tokens of the text at hand. They grow with the longest text and are used again.
  let starts = new Int32Array(256);
  let ends = new Int32Array(256);
  let hashes = new Int32Array(256);
  let joins = new Uint8Array(256);

  function grow(): void {
    const larger = <A extends Int32Array | Uint8Array>(array: A, into: A): A => {
      into.set(array);
      return into;
    };
    const length = starts.length * 2;
    starts = larger(starts, new Int32Array(length));
    ends = larger(ends, new Int32Array(length));
    hashes = larger(hashes, new Int32Array(length));
    joins = larger(joins, new Uint8Array(length));
  }

  /** Cuts the text as `tokens` of fold.ts does, into the arrays above. */
  function tokenise(text: string): number {
    let count = 0;
    let last = 0;
    let apart = true;
    let hyphens = 0;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      const kind = kindOf(code);
      if (kind === kinds.nothing) continue;
      if (kind === kinds.space || kind === kinds.hyphen) {
        if (kind === kinds.hyphen) hyphens += 1;
        apart = true;
        last = 0;
        continue;
      }
      const runsOn = kind === last && kind <= kinds.digit;
      if (!runsOn) {
        if (count === starts.length) grow();
        starts[count] = i;
        hashes[count] = seed;
        joins[count] = !apart ? touching : hyphens > 1 || count === 0 ? parted : phrase;
        count += 1;
        last = kind;
        apart = false;
        hyphens = 0;
      }
      hashes[count - 1] = hashCharacter(hashes[count - 1] as number, code);
      ends[count - 1] = i + 1;
    }
    return count;
  }

  /** Whether a token begins or ends a word: letters, digits and Greek letters that touch are one word. */
  const isWordPart = (text: string, token: number) => kindOf(text.charCodeAt(starts[token] as number)) !== kinds.sign;
  const beginsWord = (text: string, token: number) =>
    joins[token] !== touching || !isWordPart(text, token - 1) || !isWordPart(text, token);
  const endsWord = (text: string, token: number, count: number) => token + 1 === count || beginsWord(text, token + 1);

  /** The slot of a text's last token, made if need be, and every slot on the way to it. */
  function slotFor(text: string): Slot {
    const count = tokenise(text);
    let hash = seed;
    let slot: Slot | undefined;
    for (let token = 0; token < count; token += 1) {
      if (slot) slot.continues = true;
      hash = addToken(hash, hashes[token] as number);
      slot = slots.get(slotKey(hash));
      if (!slot) {
        slot = { forms: [], cues: [], continues: false };
        slots.set(slotKey(hash), slot);
      }
    }
    return slot as Slot;
  }

  const slots = new Map<number, Slot>();
  // An exact form says more than one in any case, and goes first.
  for (const isExact of [true, false]) {
    for (const form of tables.forms) if (form.exact === isExact) slotFor(form.text).forms.push(form);
  }
  tables.cues.forEach((cue, index) => {
    slotFor(cue).cues.push(index);
  });
  const find = createTable(slots);
  const foldedForms = new Map<Form, string>();
  const foldedForm = (form: Form) => {
    const folded = foldedForms.get(form) ?? fold(form.text);
    foldedForms.set(form, folded);
    return folded;
  };

  return (text) => {
    const count = tokenise(text);
    const matches: Match[] = [];
    const cues: CueHit[] = [];
    let free = 0;
    for (let token = 0; token < count; token += 1) {
      let hash = addToken(seed, hashes[token] as number);
      let slot = find(hash);
      if (!slot || !beginsWord(text, token)) continue;
      let match: Match | undefined;
      let after = token;
      for (let last = token; slot; ) {
        if ((slot.forms.length > 0 || slot.cues.length > 0) && endsWord(text, last, count)) {
          const start = starts[token] as number;
          const end = ends[last] as number;
          const here = text.slice(start, end);
          const folded = fold(here);
          for (const cue of slot.cues) if (tables.cues[cue] === folded) cues.push({ cue, start, end });
          const forms = slot.forms.filter(
            (form) => foldedForm(form) === folded && (!form.exact || written(form.text) === written(here)),
          );
          if (forms.length > 0 && token >= free) {
            match = { start, end, forms };
            after = last + 1;
          }
        }
        last += 1;
        if (!slot.continues || last === count || joins[last] === parted) break;
        hash = addToken(hash, hashes[last] as number);
        slot = find(hash);
      }
      if (match) {
        matches.push(match);
        free = after;
      }
    }
    return { matches, cues };
  };
}

function hashCharacter(hash: number, code: number): number {
  const folded = foldedCode(code);
  let next = hash;
  for (let i = 0; i < folded.length; i += 1) next = addCode(next, folded.charCodeAt(i));
  return next;
}

/** What ends at a prefix (by its hash, so that each is looked at again when met), and whether longer forms go on. */
type Slot = { forms: Form[]; cues: number[]; continues: boolean };

/** An open-addressed table of all prefixes, in whole tokens. */
function createTable(slots: ReadonlyMap<number, Slot>): (hash: number) => Slot | undefined {
  let size = 16;
  while (size < slots.size * 2) size *= 2;
  const keys = new Int32Array(size);
  const values: (Slot | undefined)[] = new Array(size);
  const mask = size - 1;
  for (const [key, slot] of slots) {
    let at = key & mask;
    while (keys[at] !== 0) at = (at + 1) & mask;
    keys[at] = key;
    values[at] = slot;
  }
  return (hash) => {
    const key = slotKey(hash);
    let at = key & mask;
    while (keys[at] !== 0) {
      if (keys[at] === key) return values[at];
      at = (at + 1) & mask;
    }
    return undefined;
  };
}
