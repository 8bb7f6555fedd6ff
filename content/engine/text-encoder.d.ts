/** What of the Encoding standard's TextEncoder is used here. Every place that runs JavaScript has it. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}
