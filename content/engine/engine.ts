/**
 * The inner loop of recognition, over bytes: text in UTF-8 goes in, places and values of forms come out.
 *
 * Written, with its neighbours, in what TypeScript and AssemblyScript have in common: whole numbers of 32 bits and no
 * objects. The build compiles it to WebAssembly, which runs at full speed from the first byte of the first page; where
 * there is no WebAssembly these very files run as they stand. What outlasts a text lies in the memory that is given.
 *
 * A text becomes tokens (tokens.ts). A form is found with as many look-ups as it has tokens (table.ts), whatever the
 * number of forms. The table is never changed: it lies in the memory as it travelled.
 */
import { parted, setWord, word } from './memory.ts';
import { find, isFirst, isNext, mixOne, mixTwo, readTable } from './table.ts';
import {
  apart,
  beginTokens,
  capitals,
  digit,
  end,
  foundAt,
  join,
  kind,
  mostFound,
  name,
  nodes,
  one,
  phrase,
  sign,
  skim,
  start,
  tableAt,
  tokenAt,
  tokenise,
  touching,
  two,
} from './tokens.ts';

// In the memory, words. Values from 1 on are cues, then come forms, and then what is both.
const lastCueAt: i32 = 40;
const lastFormAt: i32 = 44;

// The token being looked at, the first that is no part of a match yet, and the words found.
let looked: i32 = 0;
let free: i32 = 0;
let found: i32 = 0;

/** Reads the table, whose letters are to be at `tableAt`; see `readTable` for its sizes. The memory must be new. */
export function create(firsts: i32, nexts: i32, places: i32, valueBits: i32, lastCue: i32, lastForm: i32): void {
  readTable(tableAt, firsts, nexts, places, valueBits);
  setWord(lastCueAt, lastCue);
  setWord(lastFormAt, lastForm);
}

/** Begins a text of so many bytes at `textAt`, with so many seams at `seamsAt`. */
export function beginText(length: i32, seams: i32): void {
  beginTokens(length, seams);
  looked = 0;
  free = 0;
}

/** Goes on with the text: the number of words found, or 1 less than its negative while there is more to come. */
export function run(): i32 {
  found = 0;
  while (true) {
    looked = skim(looked);
    if (!tokenise(looked)) return found;
    if (found > mostFound - 1024) return -1 - found;
    look(looked);
    looked += 1;
  }
}

/** Looks for what begins with a token: every cue, and the longest form. */
function look(index: i32): void {
  let token = tokenAt(index);
  const named = word(token + name);
  if (named !== 0 && !isFirst(named)) return;
  if (index > 0 && !isWordBreak(index - 1)) return;
  const lastCue = word(lastCueAt);
  const lastForm = word(lastFormAt);
  const from = word(token + start);
  let first = 0;
  let second = 0;
  let written = 0;
  let best = 0;
  let bestEnd = 0;
  let last = index;
  let after = index;
  while (true) {
    first = mixOne(first, word(token + one));
    second = mixTwo(second, word(token + two));
    written = mixOne(written, word(token + capitals));
    const said = find(first, second);
    // What is only a form as it is written here; it says what is one in any case, too.
    const exact = isNext(named, written) ? find(mixOne(first, written), mixTwo(second, written)) : 0;
    if (said === 0 && exact === 0) break;
    const isThereMore = tokenise(last + 1);
    if (!isThereMore || isWordBreak(last)) {
      const value = said >>> 1;
      if (value !== 0 && (value <= lastCue || value > lastForm)) give(from, word(token + end), -value);
      const form = exact !== 0 ? exact >>> 1 : value > lastCue ? value : 0;
      if (form !== 0 && index >= free) {
        best = form;
        bestEnd = word(token + end);
        after = last + 1;
      }
    }
    if ((said & 1) === 0 || !isThereMore) break;
    const next = tokenAt(last + 1);
    if (word(next + join) === apart || isParted(token, next)) break;
    token = next;
    last += 1;
  }
  if (best === 0) return;
  free = after;
  give(from, bestEnd, best);
}

function give(from: i32, to: i32, value: i32): void {
  setWord(foundAt + (found << 2), from);
  setWord(foundAt + ((found + 1) << 2), to);
  setWord(foundAt + ((found + 2) << 2), value);
  found += 3;
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

/** Whether two neighbouring tokens lie in two running texts. */
function isParted(before: i32, after: i32): boolean {
  const from = word(before + nodes) >>> 16;
  const to = word(after + nodes) & 0xffff;
  return from !== to && parted(from, to);
}
