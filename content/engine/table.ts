/**
 * The recognition tables as the engine looks things up in them: letters, just as they travel in the script, each of
 * which tells six bits. There are two filters, of the words with which a form or a cue begins and of those that go on
 * with it, and the slots, one for each beginning of a form: its first token, its first two and so on.
 *
 * A slot stands in one of two places of four (Dietzfelbinger and Weidling, 2007), so that nearly every slot is taken and
 * none has to be looked for. It is known by a print of its 64 bits of hash.
 */
import { byte, four, setWord, times, word } from './memory.ts';

// In the memory, words: where the filters and the slots begin, and how they are read.
const firstsAt: i32 = 0;
const firstsMaskAt: i32 = 4;
const nextsAt: i32 = 8;
const nextsMaskAt: i32 = 12;
const slotsAt: i32 = 16;
const placesAt: i32 = 20;
const sizeAt: i32 = 24;
const saidBitsAt: i32 = 28;
const furtherAt: i32 = 32;

/** How many slots a place has. */
export const placeSize: i32 = 4;
/** The letters of a slot that say the first 24 bits of its print. */
const printLetters: i32 = 4;

/** Says how the letters at an address are to be read: the sizes of both filters, powers of two, and of the slots. */
export function readTable(at: i32, firsts: i32, nexts: i32, places: i32, valueBits: i32): void {
  setWord(firstsAt, at);
  setWord(firstsMaskAt, firsts - 1);
  setWord(nextsAt, at + firsts);
  setWord(nextsMaskAt, nexts - 1);
  setWord(slotsAt, at + firsts + nexts);
  setWord(placesAt, places);
  setWord(sizeAt, printLetters + restLetters(valueBits));
  setWord(saidBitsAt, valueBits + 1);
  setWord(furtherAt, (1 << restBits(valueBits)) - 1);
}

/** The hash of a word is made four letters at a time; that of a word and the next one likewise. Never 0, no word. */
export function mixFour(hash: i32, bytes: i32): i32 {
  const product = times(hash ^ bytes, -862048943);
  const mixed = product ^ (product >>> 16);
  return mixed === 0 ? 1 : mixed;
}

/** The first hash of a beginning that is longer by a token. */
export function mixOne(hash: i32, token: i32): i32 {
  const product = times(hash ^ token, -1640531535);
  return product ^ (product >>> 15);
}

/** And the second. */
export function mixTwo(hash: i32, token: i32): i32 {
  const mixed = times(hash + token, -2048144777);
  return mixed ^ (mixed >>> 13);
}

/** Where in a filter the bit of a hash lies: the letter, for a filter of that mask. */
export function filterLetter(hash: i32, mask: i32): i32 {
  return hash & mask;
}

/** And the bit, 0 to 5. */
export function filterBit(hash: i32): i32 {
  return ((hash >>> 24) * 6) >>> 8;
}

/** Whether something begins with a word. By chance it is said of others, too. */
export function isFirst(named: i32): boolean {
  return ((byte(word(firstsAt) + filterLetter(named, word(firstsMaskAt))) >> filterBit(named)) & 1) !== 0;
}

/**
 * What a word is called with what goes on with it: the next word; 0, whatever comes after it; or the capitals of the
 * whole of a form that is only one as it is written.
 */
export function pairOf(first: i32, next: i32): i32 {
  return mixFour(first, next);
}

/** Whether something begins with a word and goes on with what `pairOf` says. */
export function isNext(first: i32, next: i32): boolean {
  const pair = pairOf(first, next);
  return ((byte(word(nextsAt) + filterLetter(pair, word(nextsMaskAt))) >> filterBit(pair)) & 1) !== 0;
}

/** The place that a hash gives. */
export function placeOf(hash: i32, places: i32): i32 {
  return (hash & 0x7fffffff) % places;
}

/** The print of a beginning. */
export function printOf(first: i32, second: i32): i32 {
  const product = times(first ^ ((second >>> 15) | (second << 17)), -1028477387);
  return product ^ (product >>> 15);
}

/** The first 24 bits of a print as four letters. */
function low(print: i32): i32 {
  const bits = (print & 0x3f) | ((print & 0xfc0) << 2) | ((print & 0x3f000) << 4) | ((print & 0xfc0000) << 6);
  return bits | 0x40404040;
}

/** How many letters tell the rest of a slot: two more bits of the print at least, a value, and whether it goes on. */
export function restLetters(valueBits: i32): i32 {
  let letters = 1;
  while (letters * 6 < valueBits + 3) letters += 1;
  return letters;
}

/** And how many further bits of the print these say: two to seven. */
export function restBits(valueBits: i32): i32 {
  return times(restLetters(valueBits), 6) - valueBits - 1;
}

/** What a slot says of a beginning: twice its value, and 1 where a longer one goes on with it; 0 of what is none. */
export function find(first: i32, second: i32): i32 {
  const print = printOf(first, second);
  const wanted = low(print);
  const places = word(placesAt);
  const said = lookIn(placeOf(first, places), print, wanted);
  return said !== 0 ? said : lookIn(placeOf(second, places), print, wanted);
}

function lookIn(place: i32, print: i32, wanted: i32): i32 {
  const size = word(sizeAt);
  let slot = word(slotsAt) + times(place, times(size, placeSize));
  for (let left = placeSize; left > 0; left -= 1) {
    if (four(slot) === wanted) {
      const saidBits = word(saidBitsAt);
      let rest = 0;
      for (let at = slot + printLetters; at < slot + size; at += 1) rest = (rest << 6) | (byte(at) & 63);
      if (rest >>> saidBits === ((print >>> 24) & word(furtherAt))) return rest & ((1 << saidBits) - 1);
    }
    slot += size;
  }
  return 0;
}
