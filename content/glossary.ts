/** The glossary as the running extension knows it: terms, and the cards made from them. */
import type { Figure, FormEntry, Source, TermEntry } from './schema.ts';

/** A headword: an entry of the knowledge files, its forms in one shape and its group beside it. */
export type Term = Omit<TermEntry, 'forms'> & { group: string; forms: FormEntry[] };

/** The bundled knowledge file, `knowledge.json`. `count` tells a truncated file from a whole one. */
export type Knowledge = {
  count: number;
  groups: Record<string, string>;
  terms: Term[];
  sources: Record<string, Source>;
};

export type TermLink = { id: string; name: string };

/** All that a reader sees of one term; complete in itself, so that showing it needs nothing else. */
export type Card = {
  id: string;
  name: string;
  say?: string | undefined;
  /** Its abbreviation, or its full name where the abbreviation is the headword. */
  alsoCalled: string[];
  plain: string;
  hlh?: string | undefined;
  more?: string | undefined;
  figures: Figure[];
  lab?: { unit: string; hlh: 'high' | 'low' | 'varies' } | undefined;
  related: TermLink[];
  sources: (Source & { key: string })[];
  written: string;
  reviewed?: { by: string; on: string } | undefined;
};

export type Glossary = {
  terms: ReadonlyMap<string, Term>;
  /** Cards of the ids that are known, in the order asked for; unknown ids are left out. */
  cards(ids: readonly string[]): Card[];
};

const mostAlsoCalled = 3;

/**
 * Makes the glossary of a knowledge file.
 * @throws an Error that says what is wrong when the file is truncated or not a knowledge file.
 */
export function createGlossary(knowledge: Knowledge): Glossary {
  if (!Array.isArray(knowledge?.terms) || knowledge.terms.length !== knowledge.count) {
    throw new Error(
      `knowledge.json is damaged: ${knowledge?.terms?.length ?? 'no'} terms where ${knowledge?.count ?? 'some'} were expected. Install Bedside again.`,
    );
  }
  const terms = new Map(knowledge.terms.map((term) => [term.id, term]));
  const cardOf = (term: Term): Card => {
    const { forms, group: _group, related, sources, ...shown } = term;
    return {
      ...shown,
      alsoCalled: alsoCalled(term.name, forms),
      related: related.flatMap((id) => {
        const other = terms.get(id);
        return other ? [{ id, name: other.name }] : [];
      }),
      sources: sources.flatMap((key) => {
        const source = knowledge.sources[key];
        return source ? [{ key, ...source }] : [];
      }),
    };
  };
  return {
    terms,
    cards: (ids) =>
      ids.flatMap((id) => {
        const term = terms.get(id);
        return term ? [cardOf(term)] : [];
      }),
  };
}

/** The first few other names: what a reader may have met instead of the headword. */
function alsoCalled(name: string, forms: readonly FormEntry[]): string[] {
  const told = new Set([name.toLowerCase()]);
  return forms
    .map(({ form }) => form)
    .filter((form) => !told.has(form.toLowerCase()) && told.add(form.toLowerCase()))
    .slice(0, mostAlsoCalled);
}
