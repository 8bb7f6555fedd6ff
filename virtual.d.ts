declare module 'virtual:tables' {
  /** The compiled recognition tables; see content/tables.ts. */
  const tables: string;
  export default tables;
}

declare module 'virtual:engine' {
  /** The engine of recognition, as WebAssembly. */
  export default function engine(): Uint8Array<ArrayBuffer>;
}
