/** The shape of the knowledge files, and the types that everything else reads them by. */
import * as v from 'valibot';
import { isId, longestId } from './ids.ts';

const words = (most: number) =>
  v.pipe(
    v.string('text'),
    v.trim(),
    v.nonEmpty('some text'),
    v.check(
      (text) => text.split(/\s+/).length <= most,
      (issue) => `at most ${most} words, here ${String(issue.input).split(/\s+/).length}`,
    ),
  );

const id = v.pipe(
  v.string('an id'),
  v.check(isId, `lower-case letters and digits joined by hyphens, at most ${longestId} characters`),
);
const sourceKey = v.pipe(v.string('a source key'), v.regex(/^(S\d+|own)$/, 'S and a number, or own'));
const day = v.pipe(v.string('a date'), v.isoDate('a date such as 2026-11-23'));
const phrase = v.pipe(v.string('text'), v.trim(), v.nonEmpty('some text'));

/** A form whose meaning depends on the page: cues speak for our sense or for another one. */
const ambiguousSchema = v.strictObject({
  /** May be left out of an everyday form: words about health speak for it. */
  cues: v.optional(v.pipe(v.array(phrase), v.minLength(1, 'at least one cue of our sense'))),
  /** In capitals it is an ordinary word too: ALL. */
  word: v.optional(v.literal(true, 'true, or leave it out')),
  others: v.optional(v.array(v.strictObject({ sense: phrase, cues: v.array(phrase) })), []),
});

const formSchema = v.union(
  [
    phrase,
    v.pipe(
      v.strictObject({
        form: phrase,
        exact: v.optional(v.literal(true, 'true, or leave it out')),
        everyday: v.optional(v.literal(true, 'true, or leave it out')),
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

/** How a figure compares: the value is a bound, a range with `to`, or the thing itself. */
export const comparisons = ['at least', 'above', 'at most', 'below', 'from to', 'about', 'equals'] as const;

const figureSchema = v.pipe(
  v.strictObject({
    label: phrase,
    is: v.picklist(comparisons, `one of ${comparisons.join(', ')}`),
    value: v.number('a number'),
    to: v.optional(v.number('a number')),
    unit: v.string('a unit, or an empty text'),
    for: phrase,
    source: sourceKey,
  }),
  v.check((figure) => (figure.is === 'from to') === 'to' in figure, '`to` with `from to`, and only there'),
);

/** What a laboratory measures: the usual unit, and the direction it takes in HLH. */
const labSchema = v.strictObject({
  unit: v.string('a unit, or an empty text'),
  hlh: v.picklist(['high', 'low', 'varies'], 'high, low or varies'),
});

const reviewSchema = v.strictObject({ by: phrase, on: day });

const termSchema = v.strictObject({
  id,
  name: phrase,
  say: v.optional(phrase),
  forms: v.optional(v.array(formSchema), []),
  /** Those of the forms that name the very same thing, for the card; an abbreviation first. */
  also: v.optional(v.pipe(v.array(phrase), v.maxLength(3, 'at most three')), []),
  plain: words(60),
  hlh: v.optional(words(60)),
  more: v.optional(words(150)),
  figures: v.optional(v.array(figureSchema), []),
  lab: v.optional(labSchema),
  related: v.pipe(v.array(id), v.minLength(1, 'at least one related term')),
  sources: v.pipe(v.array(sourceKey), v.minLength(1, 'at least one source')),
  written: day,
  /** Left out until a clinician has reviewed the entry. */
  reviewed: v.optional(reviewSchema),
});

/** One file of `knowledge/`: a group of terms. */
export const groupSchema = v.strictObject({
  title: phrase,
  terms: v.pipe(v.array(termSchema), v.minLength(1, 'at least one term')),
});

const sourceSchema = v.strictObject({
  title: phrase,
  /** Where it is; left out for what was not looked up. */
  address: v.optional(v.pipe(v.string(), v.url('an address'), v.regex(/^https?:/, 'an http address'))),
  /** What of it was really read. */
  seen: phrase,
});

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

export type Around = v.InferOutput<typeof aroundSchema>;
export type GroupFile = v.InferOutput<typeof groupSchema>;
export type Figure = v.InferOutput<typeof figureSchema>;
export type Source = v.InferOutput<typeof sourceSchema>;
export type TermEntry = v.InferOutput<typeof termSchema>;
export type FormEntry = Exclude<TermEntry['forms'][number], string>;
