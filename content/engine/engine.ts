/**
 * The inner loop of recognition, over bytes: text in UTF-8 goes in, places and numbers of forms come out.
 *
 * Written in what TypeScript and AssemblyScript have in common: whole numbers of 32 bits and no objects. The build
 * compiles it to WebAssembly, which runs at full speed from the first byte of the first page; where there is no
 * WebAssembly this very file runs as it stands. What outlasts a call lies in the memory it is given.
 *
 * A text becomes tokens (see fold.ts), each hashed twice on the way. The hashes of a form's first token, of its
 * first two and so on lie in one open-addressed table: a form is found with as many look-ups as it has tokens,
 * whatever the number of forms.
 */
import { byte, four, learn, parted, setByte, setWord, times, word, zeros } from './memory.ts';

// The memory, in byte addresses; a word has four bytes.
/** Of the table: its mask, where entries begin, how many there are, and the terms and cues so far. */
const maskAt: i32 = 0;
export const entriesAt: i32 = 4;
const entryCountAt: i32 = 8;
const termCountAt: i32 = 12;
const cueCountAt: i32 = 16;
/** What begins with a word or with two, a byte for each hash of them; how many bytes there are, less one. */
const firstsAt: i32 = 20;
const firstsMaskAt: i32 = 24;
/** Of the entries that are being added: their flags, with the number of their senses. */
const flagsAt: i32 = 28;
/** A byte for each ASCII sign or figure with which a form begins. */
const signsAt: i32 = 192;
/** A word for each UTF-16 code unit, 0 until it is learned: what `unitWord` makes of it. */
export const unitsAt: i32 = 320;
/** What units fold to where that is more than one: a word for each. */
export const foldedAt: i32 = 262464;
export const mostFolded: i32 = 4096;
/** The tokens around the one being looked at, as a ring. */
const ringAt: i32 = 278848;
const ringSize: i32 = 256;
/** While forms are being added, the form, and the entry that says it as the tables write it: bytes. */
const formAt: i32 = 287040;
const entryAt: i32 = 287296;
export const mostForm: i32 = 255;
/** What was found: words `start, end, n` and n entries for a match; `start, end, -1 - cue` for a cue. */
export const foundAt: i32 = 287552;
const mostFound: i32 = 8192;
/** Where the nodes of the text begin, but the first: words, in UTF-16 units. */
export const seamsAt: i32 = 320320;
export const mostSeams: i32 = 4096;
export const textAt: i32 = 336704;
export const mostText: i32 = 65536;
const tableAt: i32 = 402244;

// A token in the ring, in bytes from its beginning.
const one: i32 = 0;
const two: i32 = 4;
const capitals: i32 = 8;
const start: i32 = 12;
const end: i32 = 16;
const join: i32 = 20;
const kind: i32 = 24;
const nodes: i32 = 28; // That of its first unit, and 65536 times that of its last.

// How a token follows the one before: touching it, touching but set apart (in another node, or raised), in one
// phrase, or not at all.
const touching: i32 = 0;
const raised: i32 = 1;
const phrase: i32 = 2;
const apart: i32 = 3;

// Kinds of unit, as in fold.ts.
const letter: i32 = 1;
const digit: i32 = 2;
const sign: i32 = 3;
const space: i32 = 4;
const hyphen: i32 = 5;
const nothing: i32 = 6;
const greek: i32 = 7;

// A slot of the table: both hashes of a prefix, its first entry, whether longer prefixes go on.
const slotEntry: i32 = 8;
const slotMore: i32 = 12;
// An entry: the one after it, its capitals (0 where they do not matter), the number of its term or cue, its flags.
const entryCapitals: i32 = 4;
export const entrySize: i32 = 16;
export const entryNumber: i32 = 8;
export const entryFlags: i32 = 12;
/** Flags: in this case only, a cue, with its plural; from bit 6 on, the number of the senses + 1. */
export const isExact: i32 = 1;
export const isCue: i32 = 8;
export const isPlural: i32 = 32;
export const sensesFrom: i32 = 6;

// The text at hand.
let at: i32 = 0;
let textEnd: i32 = 0;
let unit: i32 = 0;
let node: i32 = 0;
let seamCount: i32 = 0;
let seam: i32 = -1;
// What has been met since the last token.
let made: i32 = 0;
let lastKind: i32 = 0;
let lastNode: i32 = 0;
let hyphens: i32 = 0;
let isApart: boolean = true;
/** Whether nothing can be added to the last token any more. */
let isWhole: boolean = false;
// The token being looked at, the first that is no part of a match yet, and the words found.
let looked: i32 = 0;
let free: i32 = 0;
/** Bits of what is looked for. */
let wanted: i32 = 0;
let found: i32 = 0;

/** How a learned unit lies in its word. `value` is what it folds to, or the place of that where it is several. */
export function unitWord(is: i32, isCapital: boolean, isRaised: boolean, length: i32, value: i32): i32 {
  return is | (isCapital ? 8 : 0) | (isRaised ? 16 : 0) | (length << 5) | (value << 13);
}

/** The bytes of memory that a table of so many prefixes and entries needs. */
export function sizeFor(prefixes: i32, entries: i32): i32 {
  return tableAt + ((maskFor(prefixes) + 1) << 4) + ((entries + 1) << 4) + ((maskFor(prefixes) + 1) << 2);
}

function maskFor(prefixes: i32): i32 {
  let size = 16;
  while (size < prefixes << 1) size <<= 1;
  return size - 1;
}

/** Makes an empty table; the memory must be new. */
export function create(prefixes: i32, entries: i32): void {
  const slots = maskFor(prefixes) + 1;
  setWord(maskAt, slots - 1);
  setWord(entriesAt, tableAt + (slots << 4));
  setWord(firstsAt, tableAt + (slots << 4) + ((entries + 1) << 4));
  setWord(firstsMaskAt, (slots << 2) - 1);
}

// Words are told apart four letters at a time: in each byte, whether it is a letter once it is made small.
const small: i32 = 0x20202020;
const high: i32 = -2139062144; // 0x80 in each byte

/** The highest bit of each byte that is no ASCII letter; the bytes have been made small. */
function nonLetters(bytes: i32): i32 {
  const low = bytes & 0x7f7f7f7f;
  return ((low + 0x1f1f1f1f) & ~(low + 0x05050505) & ~bytes & high) ^ high;
}

/** Never 0, which is no word. */
function mixFour(hash: i32, bytes: i32): i32 {
  const product = times(hash ^ bytes, -862048943);
  const mixed = product ^ (product >>> 16);
  return mixed === 0 ? 1 : mixed;
}

/** The lowest so many bytes, 0 to 3. */
function lowest(bytes: i32, count: i32): i32 {
  return bytes & ((1 << (count << 3)) - 1);
}

// Bits of a byte of what begins so, for forms; three bits on, for cues.
const isFirst: i32 = 1;
const isEnough: i32 = 2; // No second word need be looked at.
const isPair: i32 = 4;
const ofForms: i32 = 1;
const ofCues: i32 = 8;

/** A second place for the same hash: what stands in both is hardly ever there by chance. */
function otherPlace(hash: i32): i32 {
  return (hash >>> 13) | (hash << 19);
}

function note(hash: i32, bits: i32): void {
  const mask = word(firstsMaskAt);
  const place = word(firstsAt) + (hash & mask);
  const other = word(firstsAt) + (otherPlace(hash) & mask);
  setByte(place, byte(place) | bits);
  setByte(other, byte(other) | bits);
}

/** Notes with what a form begins, for `skim`: the form of so many bytes at `formAt`. */
function noteFirst(size: i32, whose: i32): void {
  begin(formAt, formAt + size, 0);
  // Four bytes are looked at together: the one after the last must be no letter.
  setByte(formAt + size, 0);
  const first = readWord();
  if (first === 0) return;
  let second = 0;
  if (at < textEnd && isPlainBlank(byte(at))) {
    at += 1;
    second = readWord();
  }
  note(first, (second === 0 ? isFirst | isEnough : isFirst) * whose);
  if (second !== 0) note(mixFour(first, second), isPair * whose);
}

/** The hash of the word that comes, as its letters or its name; or 0 for a sign or a figure, which is noted. */
function readWord(): i32 {
  const plain = readPlainWord();
  if (plain !== 0) return plain;
  let hash = 0;
  let bytes = 0;
  let count = 0;
  let last = 0;
  while (at < textEnd) {
    const from = at;
    const known = knownOf(nextUnit());
    const is = known & 7;
    if (is === nothing || (last === 0 && is >= space && is !== greek)) continue;
    const length = (known >>> 5) & 0xff;
    const value = known >>> 13;
    if (last === 0 && (is === digit || is === sign)) {
      setByte(signsAt + ((length === 1 ? value : word(foldedAt + (value << 2))) & 127), 1);
      return 0;
    }
    if ((is !== letter && is !== greek) || last === greek || (last !== 0 && is !== last)) {
      at = from;
      break;
    }
    last = is;
    for (let index = 0; index < length; index += 1) {
      bytes |= (length === 1 ? value : word(foldedAt + ((value + index) << 2))) << (count << 3);
      count += 1;
      if (count === 4) {
        hash = mixFour(hash, bytes);
        bytes = 0;
        count = 0;
      }
    }
  }
  return last === 0 ? 0 : mixFour(hash, bytes);
}

/** The same of a word in ASCII letters that a blank or the end follows; 0 where there is none. As `skim` reads words. */
function readPlainWord(): i32 {
  let end = at;
  let hash = 0;
  let bytes = four(end) | small;
  let non = nonLetters(bytes);
  while (non === 0) {
    hash = mixFour(hash, bytes);
    end += 4;
    bytes = four(end) | small;
    non = nonLetters(bytes);
  }
  const rest = zeros(non) >>> 3;
  end += rest;
  if (end === at || (end < textEnd && !isPlainBlank(byte(end)))) return 0;
  at = end;
  return mixFour(hash, lowest(bytes, rest));
}

function isPlainBlank(code: i32): boolean {
  return code === 32 || code === 45;
}

function tokenAt(index: i32): i32 {
  return ringAt + ((index & (ringSize - 1)) << 5);
}

/** Never 0, which is an empty slot. */
function mixOne(hash: i32, token: i32): i32 {
  const product = times(hash ^ token, -1640531535);
  const mixed = product ^ (product >>> 15);
  return mixed === 0 ? 1 : mixed;
}

function mixTwo(hash: i32, token: i32): i32 {
  const mixed = times(hash + token, -2048144777);
  return mixed ^ (mixed >>> 13);
}

/** The slot of a prefix, or the empty one where it would go. */
function slotOf(first: i32, second: i32): i32 {
  const mask = word(maskAt);
  let index = first & mask;
  while (true) {
    const slot = tableAt + (index << 4);
    const key = word(slot);
    if (key === 0 || (key === first && word(slot + two) === second)) return slot;
    index = (index + 1) & mask;
  }
}

function begin(from: i32, to: i32, seams: i32): void {
  at = from;
  textEnd = to;
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

/** Begins a text of so many bytes at `textAt`, with so many seams at `seamsAt`; cues are looked for or left out. */
export function beginText(length: i32, seams: i32, withCues: boolean): void {
  wanted = withCues ? ofForms | ofCues : ofForms;
  // Four bytes are looked at together: those after the last must be no letters.
  setByte(textAt + length, 0);
  setByte(textAt + length + 1, 0);
  setByte(textAt + length + 2, 0);
  begin(textAt, textAt + length, seams);
  looked = 0;
  free = 0;
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

/** Reads on until the token of that index is whole, or the text ends. */
function tokenise(index: i32): void {
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
      lastKind = is;
      hyphens = 0;
      isApart = false;
    }
    lastNode = node;
    addRun(tokenAt(made - 1), known);
  }
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
    if (length === 1) {
      first = times(first ^ value, 16777619);
      second = times(second + value, 461845907);
      written = times(written, 31) + isCapital + 1;
    } else {
      for (let index = 0; index < length; index += 1) {
        const code = word(foldedAt + ((value + index) << 2));
        first = times(first ^ code, 16777619);
        second = times(second + code, 461845907);
        written = times(written, 31) + isCapital + 1;
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
  setWord(token + end, unit);
  setWord(token + nodes, (word(token + nodes) & 0xffff) | (node << 16));
}

/** Whether two neighbouring tokens lie in two running texts. */
function isParted(before: i32, after: i32): boolean {
  const from = word(before + nodes) >>> 16;
  const to = word(after + nodes) & 0xffff;
  return from !== to && parted(from, to);
}

/** Whether one word ends and another begins between a token and the next. Letters, digits and Greek are words. */
function isWordBreak(index: i32): boolean {
  const after = tokenAt(index + 1);
  const how = word(after + join);
  if (how >= phrase) return true;
  const before = tokenAt(index);
  const is = word(before + kind);
  const next = word(after + kind);
  if (is === sign || next === sign) return true;
  if (how === touching) return false;
  // A raised number after a word is a note: ferritin¹, HLH<sup>12</sup>.
  return (is !== digit && next === digit) || isParted(before, after);
}

function look(index: i32): void {
  let token = tokenAt(index);
  let first = mixOne(0, word(token + one));
  let second = mixTwo(0, word(token + two));
  let slot = slotOf(first, second);
  if (word(slot) === 0 || (index > 0 && !isWordBreak(index - 1))) return;
  let written = mixOne(0, word(token + capitals));
  const from = word(token + start);
  let best = 0;
  let bestWritten = 0;
  let bestEnd = 0;
  let last = index;
  let after = index;
  while (true) {
    let entry = word(slot + slotEntry);
    const more = word(slot + slotMore);
    if (entry === 0 && more === 0) break;
    tokenise(last + 1);
    if (entry !== 0 && (last + 1 >= made || isWordBreak(last))) {
      for (; entry !== 0; entry = word(entry)) {
        if (word(entry + entryFlags) & isCue) {
          if (wanted === ofForms) continue;
          give(from);
          give(word(token + end));
          give(-1 - word(entry + entryNumber));
        } else if (index >= free && isWritten(entry, written)) {
          best = slot;
          bestWritten = written;
          bestEnd = word(token + end);
          after = last + 1;
        }
      }
    }
    if (more === 0 || last + 1 >= made) break;
    const next = tokenAt(last + 1);
    if (word(next + join) === apart) break;
    first = mixOne(first, word(next + one));
    second = mixTwo(second, word(next + two));
    slot = slotOf(first, second);
    if (word(slot) === 0 || isParted(token, next)) break;
    written = mixOne(written, word(next + capitals));
    token = next;
    last += 1;
  }
  if (best === 0) return;
  free = after;
  give(from);
  give(bestEnd);
  const count = found;
  give(0);
  for (let entry = word(best + slotEntry); entry !== 0; entry = word(entry)) {
    if (!(word(entry + entryFlags) & isCue) && isWritten(entry, bestWritten)) give(entry);
  }
  setWord(foundAt + (count << 2), found - count - 1);
}

function isWritten(entry: i32, written: i32): boolean {
  const wanted = word(entry + entryCapitals);
  return wanted === 0 || wanted === written;
}

function give(value: i32): void {
  setWord(foundAt + (found << 2), value);
  found += 1;
}

/** Goes on with the text: the number of words found, or 1 less than its negative while there is more to come. */
export function run(): i32 {
  found = 0;
  while (true) {
    if (looked === made) skim();
    tokenise(looked);
    if (looked >= made) return found;
    if (found > mostFound - 1024) return -1 - found;
    look(looked);
    looked += 1;
  }
}

/**
 * Goes quickly over words with which no form begins, to one that may begin one or that is not plain. In locals
 * alone: this is where the time goes.
 */
function skim(): void {
  const firsts = word(firstsAt);
  const mask = word(firstsMaskAt);
  // Up to the next node: its beginning may part a word.
  const plainEnd = seam < 0 || seam - unit > textEnd - at ? textEnd : at + seam - unit;
  let here = at;
  let before = lastKind;
  let dashes = hyphens;
  const first = wanted;
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
    let begins = byte(firsts + (hash & mask));
    if ((begins & first) !== 0) begins &= byte(firsts + (otherPlace(hash) & mask));
    if ((begins & first) !== 0) {
      if ((begins & (first << 1)) !== 0) break;
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
      const pair = mixFour(hash, mixFour(second, lowest(bytes, more)));
      if ((byte(firsts + (pair & mask)) & byte(firsts + (otherPlace(pair) & mask)) & (first << 2)) !== 0) break;
    }
    before = letter;
    dashes = 0;
    here = end;
  }
  if (here === at) return;
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
  looked = made;
}

// Signs of the tables; see tables.ts.
const newLine: i32 = 10;
const firstCapital: i32 = 65;
const lastShared: i32 = 84; // T
const optionalA: i32 = 85;
const optionalO: i32 = 86;
const zOrS: i32 = 88;
const smallLetter: i32 = 89; // Y
const turned: i32 = 89; // The same, at the end.
const newRun: i32 = 90;

/** Whether an entry, a run or a line begins with a byte of the tables. A piece of them may end before it. */
export function beginsEntry(code: i32): boolean {
  return code === newLine || code === newRun || (code >= firstCapital && code <= lastShared);
}

/** Adds the entries of a piece of the tables' text, of so many bytes at `textAt`. It ends where an entry ends. */
export function add(length: i32): void {
  const pieceEnd = textAt + length;
  for (let from = textAt; from < pieceEnd; ) {
    const begun = byte(from);
    from += 1;
    if (begun === newLine) {
      setWord(termCountAt, word(termCountAt) + 1);
    } else if (begun === newRun) {
      let flags = 0;
      for (; from < pieceEnd && !beginsEntry(byte(from)); from += 1) flags = flags * 36 + base36(byte(from));
      setWord(flagsAt, flags);
    } else {
      let size = begun - firstCapital;
      for (; from < pieceEnd && !beginsEntry(byte(from)); from += 1) {
        setByte(entryAt + size, byte(from));
        size += 1;
      }
      addEntry(size, word(flagsAt));
    }
  }
}

function base36(code: i32): i32 {
  return code < 58 ? code - 48 : code - 87;
}

/** Adds all forms that the entry of so many bytes says. */
function addEntry(written: i32, run: i32): void {
  let size = written;
  let flags = run;
  if (byte(entryAt + size - 1) === turned) {
    size -= 1;
    flags ^= isPlural;
  }
  addSpelling(spell(size, flags, false), flags);
  let isBritish = false;
  for (let index = 0; index < size; index += 1) {
    const code = byte(entryAt + index);
    if (code >= optionalA && code <= zOrS) isBritish = true;
  }
  if (isBritish) addSpelling(spell(size, flags, true), flags);
  if (flags & isCue) setWord(cueCountAt, word(cueCountAt) + 1);
}

/** Writes the form that an entry of so many bytes says; its size. */
function spell(size: i32, flags: i32, isBritish: boolean): i32 {
  // The flag of exact forms says something else of cues.
  const isWrittenSmall = (flags & (isExact | isCue)) === isExact;
  let to = formAt;
  for (let from = entryAt; from < entryAt + size; from += 1) {
    let code = byte(from);
    if (code === smallLetter) {
      from += 1;
      code = byte(from);
    } else if (code === zOrS) {
      code = isBritish ? 115 : 122;
    } else if (code >= optionalA && code < zOrS) {
      if (!isBritish) continue;
      code = code === optionalA ? 97 : code === optionalO ? 111 : 117;
    } else if (isWrittenSmall && code >= 97 && code <= 122) {
      code -= 32;
    }
    setByte(to, code);
    to += 1;
  }
  return to - formAt;
}

function addSpelling(size: i32, flags: i32): void {
  addForm(size, flags);
  if (flags & isPlural) addForm(makePlural(size), flags);
}

/** Makes a plural of the form of so many bytes; its size. `pluralOf` in entries.ts does the same. */
function makePlural(size: i32): i32 {
  let to = formAt + size;
  const last = byte(to - 1);
  const before = size > 1 ? byte(to - 2) : 0;
  if (last === 121) {
    // y: ies
    setByte(to - 1, 105);
    setByte(to, 101);
    to += 1;
  } else if (last === 115 && before === 105) {
    // is: es
    setByte(to - 2, 101);
    to -= 1;
  } else if (last === 115 || last === 120 || last === 122 || (last === 104 && (before === 99 || before === 115))) {
    // s, x, z, ch, sh: es after it
    setByte(to, 101);
    to += 1;
  }
  setByte(to, 115);
  return to + 1 - formAt;
}

function addForm(size: i32, flags: i32): void {
  noteFirst(size, flags & isCue ? ofCues : ofForms);
  begin(formAt, formAt + size, 0);
  let first = 0;
  let second = 0;
  let written = 0;
  let slot = 0;
  for (let index = 0; ; index += 1) {
    tokenise(index);
    if (index >= made) break;
    const token = tokenAt(index);
    first = mixOne(first, word(token + one));
    second = mixTwo(second, word(token + two));
    written = mixOne(written, word(token + capitals));
    if (slot !== 0) setWord(slot + slotMore, 1);
    slot = slotOf(first, second);
    setWord(slot, first);
    setWord(slot + two, second);
  }
  const count = word(entryCountAt) + 1;
  setWord(entryCountAt, count);
  const entry = word(entriesAt) + (count << 4);
  let last = slot + slotEntry;
  while (word(last) !== 0) last = word(last);
  setWord(last, entry);
  setWord(entry + entryCapitals, flags & isExact && !(flags & isCue) ? written : 0);
  setWord(entry + entryFlags, flags);
  const counter = flags & isCue ? cueCountAt : termCountAt;
  setWord(entry + entryNumber, word(counter));
}
