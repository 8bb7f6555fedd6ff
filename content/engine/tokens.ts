/**
 * A text in UTF-8 as tokens (fold.ts), each hashed as it is read: what a form is made of. `skim` goes over the words
 * with which no form begins.
 */
import { byte, four, learn, parted, setByte, setWord, times, word, zeros } from './memory.ts';
import { isFirst, isNext, mixFour } from './table.ts';

// The memory, in byte addresses; a word has four bytes. The table has the first of them.
/** A byte for each ASCII sign or figure with which a form begins. */
export const signsAt: i32 = 64;
/** A word for each UTF-16 code unit, 0 until it is learned: what `unitWord` makes of it. */
export const unitsAt: i32 = 192;
/** What units fold to where that is more than one: a word for each. */
export const foldedAt: i32 = 262336;
export const mostFolded: i32 = 4096;
/** The tokens around the one being looked at, as a ring. */
const ringAt: i32 = 278720;
const ringSize: i32 = 512;
const tokenSize: i32 = 36;
/** Where the nodes of the text begin, but the first: words, in UTF-16 units. */
export const seamsAt: i32 = 297152;
export const mostSeams: i32 = 4096;
export const textAt: i32 = 313536;
export const mostText: i32 = 65536;
/** What is found, words: a start, an end, and the value of a form, or below 0 that of a cue. */
export const foundAt: i32 = 379136;
export const mostFound: i32 = 8192;
/** The letters of the table. */
export const tableAt: i32 = 411904;

// A token in the ring, in bytes from its beginning.
export const one: i32 = 0;
export const two: i32 = 4;
export const capitals: i32 = 8;
export const start: i32 = 12;
export const end: i32 = 16;
export const join: i32 = 20;
export const kind: i32 = 24;
export const nodes: i32 = 28; // That of its first unit, and 65536 times that of its last.
export const name: i32 = 32; // The hash by which `skim` knows a word; 0 of a figure or a sign.

// How a token follows the one before: touching it, touching but set apart (in another node, or raised), in one
// phrase, or not at all.
export const touching: i32 = 0;
const raised: i32 = 1;
export const phrase: i32 = 2;
export const apart: i32 = 3;

// Kinds of unit, as in fold.ts.
const letter: i32 = 1;
export const digit: i32 = 2;
export const sign: i32 = 3;
const space: i32 = 4;
const hyphen: i32 = 5;
const nothing: i32 = 6;
const greek: i32 = 7;

// The text at hand.
let at: i32 = 0;
let textEnd: i32 = 0;
let unit: i32 = 0;
let node: i32 = 0;
let seamCount: i32 = 0;
let seam: i32 = -1;
// What has been met since the last token.
/** How many tokens have been made. */
let made: i32 = 0;
let lastKind: i32 = 0;
let lastNode: i32 = 0;
let hyphens: i32 = 0;
let isApart: boolean = true;
/** Whether nothing can be added to the last token any more. */
let isWhole: boolean = false;
/** The name of the last token so far: the hash of its whole fours, and the letters since. */
let nameHash: i32 = 0;
let nameBytes: i32 = 0;
let nameCount: i32 = 0;
/** How a learned unit lies in its word. `value` is what it folds to, or the place of that where it is several. */
export function unitWord(is: i32, isCapital: boolean, isRaised: boolean, length: i32, value: i32): i32 {
  return is | (isCapital ? 8 : 0) | (isRaised ? 16 : 0) | (length << 5) | (value << 13);
}

// Words are told apart four letters at a time: in each byte, whether it is a letter once it is made small.
const small: i32 = 0x20202020;
const high: i32 = -2139062144; // 0x80 in each byte

/** The highest bit of each byte that is no ASCII letter; the bytes have been made small. */
function nonLetters(bytes: i32): i32 {
  const low = bytes & 0x7f7f7f7f;
  return ((low + 0x1f1f1f1f) & ~(low + 0x05050505) & ~bytes & high) ^ high;
}

/** The lowest so many bytes, 0 to 3. */
function lowest(bytes: i32, count: i32): i32 {
  return bytes & ((1 << (count << 3)) - 1);
}

function isPlainBlank(code: i32): boolean {
  return code === 32 || code === 45;
}

/** Where a token lies, of the last 512. */
export function tokenAt(index: i32): i32 {
  return ringAt + times(index & (ringSize - 1), tokenSize);
}

/** Begins a text of so many bytes at `textAt`, with so many seams at `seamsAt`. */
export function beginTokens(length: i32, seams: i32): void {
  // Four bytes are looked at together: those after the last must be no letters.
  setByte(textAt + length, 0);
  setByte(textAt + length + 1, 0);
  setByte(textAt + length + 2, 0);
  at = textAt;
  textEnd = textAt + length;
  unit = 0;
  node = 0;
  seamCount = seams;
  seam = seams > 0 ? word(seamsAt) : -1;
  made = 0;
  lastKind = 0;
  lastNode = 0;
  hyphens = 0;
  isApart = true;
  isWhole = false;
}

/** The next UTF-16 unit; of a surrogate pair the first half, which stands for both. */
function nextUnit(): i32 {
  const first = byte(at);
  unit += 1;
  if (first < 0x80) {
    at += 1;
    return first;
  }
  if (first < 0xe0) {
    at += 2;
    return ((first & 0x1f) << 6) | (byte(at - 1) & 0x3f);
  }
  if (first < 0xf0) {
    at += 3;
    return ((first & 0x0f) << 12) | ((byte(at - 2) & 0x3f) << 6) | (byte(at - 1) & 0x3f);
  }
  at += 4;
  unit += 1;
  const point = ((first & 0x07) << 18) | ((byte(at - 3) & 0x3f) << 12) | ((byte(at - 2) & 0x3f) << 6);
  return 0xd800 + ((point - 0x10000) >> 10);
}

/** The word of a unit, learned if need be. */
function knownOf(code: i32): i32 {
  const address = unitsAt + (code << 2);
  if (word(address) === 0) learn(code);
  return word(address);
}

/** Reads on until the token of that index is whole, or the text ends; whether there is one. */
export function tokenise(index: i32): boolean {
  while ((made <= index || (made === index + 1 && !isWhole)) && at < textEnd) {
    while (unit === seam) {
      node += 1;
      seam = node < seamCount ? word(seamsAt + (node << 2)) : -1;
    }
    const here = unit;
    const code = nextUnit();
    const known = knownOf(code);
    const is = known & 7;
    if (is === nothing) continue;
    if (is === space || is === hyphen) {
      if (is === hyphen) hyphens += 1;
      isApart = true;
      isWhole = true;
      lastKind = 0;
      continue;
    }
    let isSame = is === lastKind && is <= digit;
    if (isSame && node !== lastNode && parted(lastNode, node)) {
      isSame = false;
      isApart = true;
    }
    if (!isSame) {
      const isRaised = node !== lastNode || (known & 16) !== 0;
      const token = tokenAt(made);
      setWord(token + one, -2128831035);
      setWord(token + two, 0);
      setWord(token + capitals, 0);
      setWord(token + start, here);
      setWord(token + join, made === 0 || hyphens > 1 ? apart : isApart ? phrase : isRaised ? raised : touching);
      setWord(token + kind, is);
      setWord(token + nodes, node);
      made += 1;
      nameHash = 0;
      nameBytes = 0;
      nameCount = 0;
      lastKind = is;
      hyphens = 0;
      isApart = false;
    }
    lastNode = node;
    addRun(tokenAt(made - 1), known);
  }
  return index < made;
}

/** Adds a unit to a token, and the plain units after it that go on with the same run. */
function addRun(token: i32, unitKnown: i32): void {
  let first = word(token + one);
  let second = word(token + two);
  let written = word(token + capitals);
  let known = unitKnown;
  const is = known & 7;
  while (true) {
    const length = (known >>> 5) & 0xff;
    const value = known >>> 13;
    const isCapital = (known >>> 3) & 1;
    for (let index = 0; index < length; index += 1) {
      const code = length === 1 ? value : word(foldedAt + ((value + index) << 2));
      first = times(first ^ code, 16777619);
      second = times(second + code, 461845907);
      written = times(written, 31) + isCapital + 1;
      nameBytes |= code << (nameCount << 3);
      nameCount += 1;
      if (nameCount === 4) {
        nameHash = mixFour(nameHash, nameBytes);
        nameBytes = 0;
        nameCount = 0;
      }
    }
    isWhole = is > digit;
    if (isWhole || at >= textEnd || unit === seam) break;
    const code = byte(at);
    if (code >= 0x80) break;
    known = word(unitsAt + (code << 2));
    // Not learned yet: it may be of the same kind.
    if (known === 0) break;
    isWhole = (known & 7) !== is;
    if (isWhole) break;
    at += 1;
    unit += 1;
  }
  setWord(token + one, first);
  setWord(token + two, second);
  setWord(token + capitals, written);
  setWord(token + name, is === letter || is === greek ? mixFour(nameHash, nameBytes) : 0);
  setWord(token + end, unit);
  setWord(token + nodes, (word(token + nodes) & 0xffff) | (node << 16));
}

/**
 * Where no token has been read from that index on, goes quickly over words with which no form begins, to one that may
 * begin one or that is not plain. In locals alone: this is where the time goes.
 * @returns the index of the token to look at.
 */
export function skim(index: i32): i32 {
  if (index !== made) return index;
  // Up to the next node: its beginning may part a word.
  const plainEnd = seam < 0 || seam - unit > textEnd - at ? textEnd : at + seam - unit;
  let here = at;
  let before = lastKind;
  let dashes = hyphens;
  while (here < plainEnd) {
    let bytes = four(here) | small;
    let non = nonLetters(bytes);
    if ((non & 0x80) !== 0) {
      // No letter: a space, a sign, a figure.
      const known = word(unitsAt + (byte(here) << 2));
      const is = known & 7;
      if (is === 0 || byte(here) >= 0x80) break;
      if (is >= space) {
        dashes += is === hyphen ? 1 : 0;
        before = 0;
      } else {
        if (byte(signsAt + byte(here)) !== 0) break;
        before = is;
        dashes = 0;
      }
      here += 1;
      continue;
    }
    let end = here;
    let hash = 0;
    while (non === 0) {
      hash = mixFour(hash, bytes);
      end += 4;
      bytes = four(end) | small;
      non = nonLetters(bytes);
    }
    const rest = zeros(non) >>> 3;
    end += rest;
    if (end >= plainEnd && plainEnd < textEnd) break;
    if (byte(end) >= 0x80) break;
    hash = mixFour(hash, lowest(bytes, rest));
    if (isFirst(hash)) {
      if (isNext(hash, 0)) break;
      // Nothing begins with this word alone: the next one must go on with it.
      bytes = four(end + 1) | small;
      non = nonLetters(bytes);
      if (!isPlainBlank(byte(end)) || (non & 0x80) !== 0) break;
      let next = end + 1;
      let second = 0;
      while (non === 0) {
        second = mixFour(second, bytes);
        next += 4;
        bytes = four(next) | small;
        non = nonLetters(bytes);
      }
      const more = zeros(non) >>> 3;
      next += more;
      if (next >= plainEnd || byte(next) >= 0x80) break;
      if (isNext(hash, mixFour(second, lowest(bytes, more)))) break;
    }
    before = letter;
    dashes = 0;
    here = end;
  }
  if (here === at) return index;
  unit += here - at;
  at = here;
  lastKind = before;
  lastNode = node;
  hyphens = dashes;
  isApart = before === 0;
  // What touches the word that comes is a token, of which no more than its kind is asked.
  const token = tokenAt(made);
  setWord(token + kind, before === 0 ? sign : before);
  setWord(token + nodes, node << 16);
  made += 1;
  return made;
}
