/**
 * What the engine works on, where it runs as JavaScript: its memory, and the questions it asks.
 * Compiled to WebAssembly it works on its own memory instead (scripts/build-engine.ts).
 */

/** The questions of the engine. Nodes are numbered from 0, as they follow one another in the text. */
export type Asks = {
  /** Tells the memory what a UTF-16 unit is. */
  learn(code: number): void;
  /** Whether two nodes lie in two running texts: two blocks, or two lines. */
  parted(before: number, after: number): boolean;
};

let bytes = new Uint8Array(0);
let words = new Int32Array(0);
let view = new DataView(bytes.buffer);
let asks: Asks;

/** Makes the engine work on this memory from now on. */
export function use(memory: ArrayBuffer, answers: Asks): void {
  if (bytes.buffer === memory) return;
  bytes = new Uint8Array(memory);
  words = new Int32Array(memory);
  view = new DataView(memory);
  asks = answers;
}

export const byte = (at: number): number => bytes[at] as number;
export const word = (at: number): number => words[at >> 2] as number;
/** Four bytes from any address on, the first the lowest. */
export const four = (at: number): number => view.getInt32(at, true);
/** The zeros below the lowest bit. */
export const zeros = (value: number): number => 31 - Math.clz32(value & -value);
export const times: (one: number, other: number) => number = Math.imul;
export const learn = (code: number): void => asks.learn(code);
export const parted = (before: number, after: number): boolean => asks.parted(before, after);

export function setByte(at: number, value: number): void {
  bytes[at] = value;
}

export function setWord(at: number, value: number): void {
  words[at >> 2] = value;
}
