/** As much of mark.js as is used here; it brings no types. */
declare module 'mark.js' {
  type Options = {
    accuracy: 'exactly';
    diacritics: boolean;
    separateWordSearch: boolean;
    filter(): boolean;
    noMatch(): void;
    done(count: number): void;
  };
  export default class Mark {
    constructor(root: Element);
    mark(terms: readonly string[], options: Options): void;
  }
}
