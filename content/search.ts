/** Search over the glossary: what a reader types, in any spelling, to the terms it may mean. */
import MiniSearch from 'minisearch';
import { fold } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';

/** The ids of the terms that a query may mean, best first. */
export type Search = (query: string) => string[];

const mostResults = 12;

/**
 * Ranks by what was typed: a form as it stands, then the beginning of a form, then words within forms and
 * texts, with small typing errors forgiven. Within a rank, shorter forms come first.
 */
export function createSearch(terms: Iterable<Term>): Search {
  const listed = [...terms];
  const forms = listed.flatMap((term) =>
    term.forms.flatMap((form) => spellings(form)).map((text) => ({ id: term.id, text: fold(text) })),
  );
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
    const ids = [...exact, ...beginning, ...either].map(({ id }) => String(id));
    return [...new Set(ids)].slice(0, mostResults);
  };
}
