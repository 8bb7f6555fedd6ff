/** The glossary as the running extension knows it: terms, and the cards made from them. */
import type { Criteria, Figure, Lab } from './figures.ts';
import type { Picture } from './pictures.ts';
import type { Around, Codes, FormEntry, Gene, Parts, Source, TermEntry } from './schema.ts';
import type { TextLinks } from './text-links.ts';

/** A headword: an entry of the knowledge files, its forms in one shape and its group beside it. */
export type Term = Omit<TermEntry, 'forms'> & { group: string; forms: FormEntry[] };

/** The bundled knowledge file, `knowledge.json`. `count` tells a truncated file from a whole one. */
export type Knowledge = {
  count: number;
  groups: Record<string, string>;
  terms: Term[];
  sources: Record<string, Source>;
  parts: Parts;
  pictures: Record<string, Picture>;
  /** By id; made by the build. */
  links?: Record<string, TextLinks>;
  /** What tells the subject of a text; it travels in the recognition tables, not in `knowledge.json`. */
  around?: Around;
};

export type TermLink = { id: string; name: string };

/** Something that readers take a term for; with an id where the glossary has it. */
type LookAlike = { id?: string; name: string; why: string };

/** All that a reader sees of one term; complete in itself, so that showing it needs nothing else. */
export type Card = {
  id: string;
  name: string;
  say?: string | undefined;
  /** Other names of the very same thing. */
  alsoCalled: string[];
  /** What the name is made of. */
  parts: { part: string; means: string }[];
  plain: string;
  /** The terms that its texts name, by text. */
  links: TextLinks;
  hlh?: string | undefined;
  picture?: Picture | undefined;
  more?: string | undefined;
  /** It speaks of death, survival, relapse or grave harm. */
  hard?: true | undefined;
  figures: Figure[];
  lab?: Lab | undefined;
  criteria?: (Omit<Criteria, 'items'> & { items: CardCriterion[] }) | undefined;
  gene?: Gene | undefined;
  codes?: Codes | undefined;
  unlike: LookAlike[];
  related: TermLink[];
  sources: (Source & { key: string })[];
  written: string;
  reviewed?: { by: string; on: string } | undefined;
};
export type CardCriterion = Omit<Criteria['items'][number], 'term'> & { term: TermLink };

export type Glossary = {
  terms: ReadonlyMap<string, Term>;
  /** Cards of the ids that are known, in the order asked for; unknown ids are left out. */
  cards(ids: readonly string[]): Card[];
  /** Names of the ids that are known, likewise. */
  names(ids: readonly string[]): TermLink[];
};

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
  const listed = (ids: readonly string[]): Term[] => ids.flatMap((id) => terms.get(id) ?? []);
  const names = (ids: readonly string[]): TermLink[] => listed(ids).map(({ id, name }) => ({ id, name }));
  const linkTo = (id: string): TermLink => names([id])[0] ?? { id, name: id };
  const cardOf = ({ forms: _forms, group: _group, ...term }: Term): Card => {
    const { also, parts, picture, criteria, unlike, related, sources, ...shown } = term;
    const drawn = picture && knowledge.pictures[picture];
    return {
      ...shown,
      alsoCalled: also,
      links: knowledge.links?.[term.id] ?? {},
      parts: parts.flatMap((id) => knowledge.parts[id] ?? []),
      ...(drawn && { picture: drawn }),
      ...(criteria && {
        criteria: { ...criteria, items: criteria.items.map((item) => ({ ...item, term: linkTo(item.term) })) },
      }),
      unlike: unlike.map(({ why, ...other }) => ('term' in other ? { ...linkTo(other.term), why } : { ...other, why })),
      related: names(related),
      sources: sources.flatMap((key) => {
        const source = knowledge.sources[key];
        return source ? [{ key, ...source }] : [];
      }),
    };
  };
  return { terms, cards: (ids) => listed(ids).map(cardOf), names };
}

/** Every form as an object, the headword among them: certain, unless the list says otherwise of it. */
export function asTerm(entry: TermEntry, group: string): Term {
  const listed = entry.forms.map((form) => (typeof form === 'string' ? { form } : form));
  const hasName = listed.some(({ form }) => form.toLowerCase() === entry.name.toLowerCase());
  return { ...entry, group, forms: hasName ? listed : [{ form: entry.name }, ...listed] };
}
