declare module 'virtual:tables' {
  /** The compiled recognition tables; see content/tables.ts. */
  const tables: string;
  export default tables;
}

declare module 'virtual:engine' {
  /** The engine of recognition as WebAssembly, in base 64. */
  const engine: string;
  export default engine;
}
