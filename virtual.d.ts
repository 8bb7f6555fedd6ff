declare module 'virtual:tables' {
  /** The compiled recognition tables; see content/tables.ts. */
  const tables: string;
  export default tables;
}
