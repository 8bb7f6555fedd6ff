/** Search over the glossary: what a reader types, in any spelling, to the terms it may mean. */
import MiniSearch, { type SearchOptions, type SearchResult } from 'minisearch';
import { fold } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';

/** The ids of the terms that a query may mean, best first. */
export type Search = (query: string) => string[];

const mostResults = 12;
/** What part of a word's letters may be wrong: none of a short one. */
const fuzzy = (word: string) => (word.length < 4 ? 0 : 0.2);
/** Terms that are read at a time: no longer than a frame. */
const atATime = 25;

/** A term as it is searched: its forms in every spelling, folded. The build makes them, since that takes its time. */
export const searchable = (term: Term): Term => ({
  ...term,
  forms: [...new Set(term.forms.flatMap(spellings).map(fold))].map((form) => ({ form })),
});

/** 0 where the words found are a whole form, 1 where a form begins with one of them, 2 where they stand elsewhere. */
function nearness(forms: Term['forms'], found: readonly string[]): number {
  const words = new Set(found);
  const isFound = (word: string | undefined) => word !== undefined && words.has(word);
  if (forms.some(({ form }) => form.split(' ').every(isFound))) return 0;
  return forms.some(({ form }) => isFound(form.split(' ')[0])) ? 1 : 2;
}

/**
 * Ranks by what was typed: a form as it stands, then the beginning of a form, then words within forms and
 * texts, with small typing errors forgiven. Within a rank, shorter forms come first.
 * @returns the search, which finds forms by their beginnings at once, and all the rest from when it is `whole`. Until
 * then it forgives no errors: the right word may be among those that are not yet read.
 */
export function createSearch(terms: Iterable<Term>): { search: Search; whole: Promise<void> } {
  let isWhole = false;
  const listed = new Map([...terms].map((term) => [term.id, term]));
  const forms = [...listed.values()]
    .flatMap(({ id, name, forms: own }) => own.map(({ form }) => ({ id, form, isName: form === fold(name) })))
    // A form may be that of several terms: the one that is called so comes first.
    .sort((a, b) => a.form.length - b.form.length || Number(b.isName) - Number(a.isName));
  const index = new MiniSearch<{ id: string; forms: string; plain: string; rest: string }>({
    fields: ['forms', 'plain', 'rest'],
    tokenize: (text) => fold(text).split(' '),
    searchOptions: {
      boost: { forms: 6, plain: 2 },
      combineWith: 'AND',
      prefix: true,
      weights: { prefix: 0.6, fuzzy: 0.4 },
    },
  });
  const texts = [...listed.values()].map((term) => ({
    id: term.id,
    forms: term.forms.map(({ form }) => form).join(' / '),
    plain: term.plain,
    rest: `${term.hlh ?? ''} ${term.more ?? ''}`,
  }));

  /** Of terms that have the words of a query, their ids; where `nearly` and none has, of those that have almost these. */
  function byWords(query: string, nearly: boolean): string[] {
    const ways: SearchOptions[] = [{}, { fuzzy }, { fuzzy, combineWith: 'OR' }];
    // Errors are looked for last: letting them pass takes ten times as long.
    const found = (nearly ? ways : ways.slice(0, 1)).reduce<SearchResult[]>(
      (known, way) => (known.length > 0 ? known : index.search(query, way)),
      [],
    );
    return found
      .map(({ id, match }) => ({ id: String(id), near: nearness(listed.get(id)?.forms ?? [], Object.keys(match)) }))
      .sort((a, b) => a.near - b.near)
      .map(({ id }) => id);
  }

  return {
    search(query) {
      const typed = fold(query);
      if (typed === '') return [];
      const found = new Set<string>();
      // The form itself is the shortest that begins with it.
      for (const { id, form } of forms) {
        if (form.startsWith(typed)) found.add(id);
        if (found.size === mostResults) return [...found];
      }
      return [...new Set([...found, ...byWords(query, isWhole && found.size === 0)])].slice(0, mostResults);
    },
    whole: index.addAllAsync(texts, { chunkSize: atATime }).then(() => {
      isWhole = true;
    }),
  };
}
