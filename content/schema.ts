/** The shape of the knowledge files, and the types that everything else reads them by. */
import * as v from 'valibot';
import { criteriaSchema, figureSchema, labSchema } from './figures.ts';
import { day, flag, id, phrase, sourceKey, words } from './schema-parts.ts';

/** A form whose meaning depends on the page: cues speak for our sense or for another one. */
const ambiguousSchema = v.strictObject({
  /** May be left out of an everyday form: words about health speak for it. */
  cues: v.optional(v.pipe(v.array(phrase), v.minLength(1, 'at least one cue of our sense'))),
  /** In capitals it is an ordinary word too: ALL. */
  word: flag,
  others: v.optional(v.array(v.strictObject({ sense: phrase, cues: v.array(phrase) })), []),
});

const formSchema = v.union(
  [
    phrase,
    v.pipe(
      v.strictObject({
        form: phrase,
        exact: flag,
        everyday: flag,
        ambiguous: v.optional(ambiguousSchema),
      }),
      v.check(
        ({ everyday, ambiguous }) => !ambiguous || Boolean(everyday || ambiguous.cues),
        'cues of our sense, unless the form is everyday',
      ),
    ),
  ],
  'a form, or { form, exact, everyday, ambiguous }',
);

/** Another thing that readers take it for: a term of the glossary, or a name that is not in it. */
const unlikeSchema = v.union(
  [v.strictObject({ term: id, why: words(25) }), v.strictObject({ name: phrase, why: words(25) })],
  '{ term, why } or { name, why }',
);

/** How a gene is passed on. */
const inheritances = ['recessive', 'dominant', 'x-linked', 'several ways', 'not inherited'] as const;

const geneSchema = v.strictObject({
  /** The symbol of the HUGO Gene Nomenclature Committee. */
  symbol: phrase,
  inheritance: v.picklist(inheritances, `one of ${inheritances.join(', ')}`),
  /** What its protein does, in a few words. */
  protein: words(25),
});

/** Where the same thing stands in registers; only what was verified. */
const codesSchema = v.strictObject({
  hgnc: v.optional(v.pipe(v.number('a number'), v.integer('a whole number'))),
  omim: v.optional(v.pipe(v.string('digits'), v.regex(/^(PS)?\d{6}$/, 'six digits, with or without PS'))),
  orphanet: v.optional(v.pipe(v.number('a number'), v.integer('a whole number'))),
  mesh: v.optional(v.pipe(v.string('a MeSH id'), v.regex(/^[CD]\d{6,9}$/, 'C or D and digits'))),
  icd10: v.optional(v.pipe(v.string('an ICD-10 code'), v.regex(/^[A-Z]\d\d(\.[\dA-Z]+)?$/, 'a code such as D76.1'))),
});

const reviewSchema = v.strictObject({ by: phrase, on: day });

const termSchema = v.strictObject({
  id,
  name: phrase,
  say: v.optional(phrase),
  forms: v.optional(v.array(formSchema), []),
  /** Those of the forms that name the very same thing, for the card; an abbreviation first. */
  also: v.optional(v.pipe(v.array(phrase), v.maxLength(3, 'at most three')), []),
  /** Word parts that its name is made of: ids of parts.yaml. */
  parts: v.optional(v.array(id), []),
  plain: words(60),
  hlh: v.optional(words(60)),
  more: v.optional(words(150)),
  figures: v.optional(v.array(figureSchema), []),
  lab: v.optional(labSchema),
  criteria: v.optional(criteriaSchema),
  gene: v.optional(geneSchema),
  codes: v.optional(codesSchema),
  unlike: v.optional(v.pipe(v.array(unlikeSchema), v.maxLength(3, 'at most three')), []),
  /** Hard news: its numbers stand with the fuller text, which the reader opens. */
  hard: flag,
  /** The id of a picture. */
  picture: v.optional(id),
  related: v.pipe(v.array(id), v.minLength(1, 'at least one related term')),
  sources: v.pipe(v.array(sourceKey), v.minLength(1, 'at least one source')),
  written: day,
  /** Left out until a clinician has reviewed the entry. */
  reviewed: v.optional(reviewSchema),
});

/** One file of `knowledge/`: a group of terms. */
export const groupSchema = v.strictObject({
  title: phrase,
  /** Its terms are of HLH itself: each says what it means there, and has a fuller text. */
  hlh: flag,
  terms: v.pipe(v.array(termSchema), v.minLength(1, 'at least one term')),
});

const sourceSchema = v.strictObject({
  title: phrase,
  /** Where it is; left out for what was not looked up. */
  address: v.optional(v.pipe(v.string(), v.url('an address'), v.regex(/^https?:/, 'an http address'))),
  /** What of it was really read. */
  seen: phrase,
});

/** `knowledge/parts.yaml`: word parts by id. */
export const partsSchema = v.record(
  id,
  v.strictObject({
    /** As it is written: hepato-, -megaly. */
    part: v.pipe(v.string('a word part'), v.regex(/^-?[a-z]+-?$/, 'small letters, with a hyphen where a word goes on')),
    means: phrase,
    /** Other ways in which it stands in a word: hepat. */
    also: v.optional(v.array(phrase), []),
  }),
);

/** `knowledge/sources.yaml`: the sources by key. */
export const sourcesSchema = v.record(sourceKey, sourceSchema);

/** `knowledge/around.yaml`: words that tell what a text is about. */
export const aroundSchema = v.strictObject({
  health: v.strictObject({
    /** The groups whose certain forms say that a text is about health, and whose everyday forms seldom stand elsewhere. */
    groups: v.array(phrase),
    /** Terms of other groups that say so, too. */
    terms: v.array(id),
    /** Illnesses and medicines that the glossary does not explain: they say as much. */
    clinical: v.array(phrase),
    /** Who and what is met where the ill are treated: together they say as much as one word. */
    setting: v.array(phrase),
    words: v.array(phrase),
  }),
  bench: v.array(phrase),
  elsewhere: v.array(phrase),
});

/** `knowledge/plain-words.yaml`: words that a plain text may use unexplained. */
export const plainWordsSchema = v.strictObject({ words: v.array(phrase) });

export type { Figure } from './figures.ts';
export type Around = v.InferOutput<typeof aroundSchema>;
export type Codes = v.InferOutput<typeof codesSchema>;
export type Gene = v.InferOutput<typeof geneSchema>;
export type GroupFile = v.InferOutput<typeof groupSchema>;
export type Parts = v.InferOutput<typeof partsSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type TermEntry = v.InferOutput<typeof termSchema>;
export type FormEntry = Exclude<TermEntry['forms'][number], string>;
