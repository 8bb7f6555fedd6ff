/** Search over the glossary: what a reader types, in any spelling, to the terms it may mean. */
import MiniSearch from 'minisearch';
import { fold } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';

/** The ids of the terms that a query may mean, best first. */
export type Search = (query: string) => string[];

const mostResults = 12;

/** 0 where the words found are a whole form, 1 where a form begins with one of them, 2 where they stand elsewhere. */
function nearness(forms: readonly { text: string }[], found: readonly string[]): number {
  const words = new Set(found);
  const isFound = (word: string | undefined) => word !== undefined && words.has(word);
  if (forms.some(({ text }) => text.split(' ').every(isFound))) return 0;
  return forms.some(({ text }) => isFound(text.split(' ')[0])) ? 1 : 2;
}

/**
 * Ranks by what was typed: a form as it stands, then the beginning of a form, then words within forms and
 * texts, with small typing errors forgiven. Within a rank, shorter forms come first.
 */
export function createSearch(terms: Iterable<Term>): Search {
  const listed = [...terms];
  const forms = listed.flatMap((term) =>
    term.forms.flatMap((form) => spellings(form)).map((text) => ({ id: term.id, text: fold(text) })),
  );
  const formsOf = Map.groupBy(forms, ({ id }) => id);
  const index = new MiniSearch<{ id: string; forms: string; plain: string; rest: string }>({
    fields: ['forms', 'plain', 'rest'],
    tokenize: (text) => fold(text).split(' '),
    searchOptions: {
      boost: { forms: 6, plain: 2 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (word) => (word.length < 4 ? 0 : 0.2),
      weights: { prefix: 0.6, fuzzy: 0.4 },
    },
  });
  index.addAll(
    listed.map((term) => ({
      id: term.id,
      forms: term.forms.flatMap((form) => spellings(form)).join(' / '),
      plain: term.plain,
      rest: `${term.hlh ?? ''} ${term.more ?? ''}`,
    })),
  );

  return (query) => {
    const typed = fold(query);
    if (typed === '') return [];
    const byLength = (a: { text: string }, b: { text: string }) => a.text.length - b.text.length;
    const exact = forms.filter(({ text }) => text === typed);
    const beginning = forms.filter(({ text }) => text.startsWith(typed)).sort(byLength);
    const words = index.search(query);
    const either = words.length > 0 ? words : index.search(query, { combineWith: 'OR' });
    const near = either
      .map(({ id, match }) => ({ id: String(id), nearness: nearness(formsOf.get(id) ?? [], Object.keys(match)) }))
      .sort((a, b) => a.nearness - b.nearness);
    const ids = [...exact, ...beginning, ...near].map(({ id }) => id);
    return [...new Set(ids)].slice(0, mostResults);
  };
}
