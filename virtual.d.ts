declare module 'virtual:tables' {
  /** The compiled recognition tables (content/tables.ts). They are given once: the letters are gone then. */
  export default function takeTables(): { letters: string; rest: string };
}

declare module 'virtual:engine' {
  /** The engine of recognition, as WebAssembly. */
  export default function engine(): Uint8Array<ArrayBuffer>;
}
