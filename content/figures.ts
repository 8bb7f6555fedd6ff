/** Figures as data: thresholds, what a laboratory measures, and the criteria and scores that are made of them. */
import * as v from 'valibot';
import { flag, id, phrase, sourceKey } from './schema-parts.ts';

/** How a figure compares: the value is a bound, a range with `to`, or the thing itself. */
const comparisons = ['at least', 'above', 'at most', 'below', 'from to', 'about', 'equals'] as const;

/** Every unit that a figure may have; an empty text is a number of things. */
export const units: readonly string[] = [
  ...['', '%', 'times', 'points', 'standard deviations'],
  ...['seconds', 'hours', 'days', 'weeks', 'months', 'years', 'cm', '°C', 'mmHg', 'mm/h', 'fL', 'pg'],
  ...['g/L', 'g/dL', 'mg/L', 'mg/L FEU', 'mg/dL', 'µg/L', 'ng/mL', 'pg/mL', 'mmol/L', 'µmol/L', 'nmol/L', 'pmol/L'],
  ...['U/L', 'U/mL', 'kU/L', '×10⁹/L', '×10⁶/L', '×10³/µL', 'cells/µL', 'L/L'],
  ...['µg/dL', 'ng/L', 'ng/mL FEU', 'mEq/L', 'mOsm/kg', 'kPa', 'cm H₂O'],
  ...['per million', 'per million a year', 'per 100,000 a year', 'per 100,000 live births'],
];

const unit = v.pipe(
  v.string('a unit, or an empty text'),
  v.check((text) => units.includes(text), 'a unit of the list in figures.ts'),
);
const number = v.number('a number');

const bounds = {
  is: v.picklist(comparisons, `one of ${comparisons.join(', ')}`),
  value: number,
  to: v.optional(number),
  unit,
};
const toGoesWithRanges = '`to` with `from to`, and only there';

export const figureSchema = v.pipe(
  v.strictObject({
    label: phrase,
    ...bounds,
    /** For whom, and where it matters when and in which study. */
    for: phrase,
    source: sourceKey,
    /** Hard news: it stands with the fuller text, which the reader opens. */
    hard: flag,
  }),
  v.check((figure) => (figure.is === 'from to') === 'to' in figure, toGoesWithRanges),
);

/** Where a value usually lies, in one laboratory: others differ. */
const usualSchema = v.pipe(
  v.strictObject({ for: phrase, from: v.optional(number), to: v.optional(number), source: sourceKey }),
  v.check(({ from, to }) => (from ?? Number.NEGATIVE_INFINITY) < (to ?? Number.POSITIVE_INFINITY), '`from` below `to`'),
  v.check(({ from, to }) => from !== undefined || to !== undefined, '`from`, `to` or both'),
);

/** What a laboratory measures: the unit of its figures, the direction it takes in HLH, and what is usual. */
export const labSchema = v.strictObject({
  unit,
  hlh: v.picklist(['high', 'low', 'varies', 'unknown'], 'high, low, varies or unknown'),
  usual: v.optional(v.array(usualSchema), []),
  /** Other units that reports use: one of ours is so many of them. */
  conversions: v.optional(v.array(v.strictObject({ unit, factor: number })), []),
});

/** A value that meets a criterion, or the points that it gives; in words where there is no number. */
const valueSchema = v.union(
  [
    v.pipe(
      v.strictObject({ label: v.optional(phrase), ...bounds, for: v.optional(phrase), points: v.optional(number) }),
      v.check((figure) => (figure.is === 'from to') === 'to' in figure, toGoesWithRanges),
    ),
    v.strictObject({ when: phrase, points: number }),
  ],
  'a value with `is`, `value` and `unit`, or `when` and `points`',
);

/** A set of criteria or a score, complete. */
export const criteriaSchema = v.strictObject({
  /** The rule in one sentence. */
  rule: phrase,
  source: sourceKey,
  items: v.pipe(
    v.array(v.strictObject({ text: phrase, term: id, values: v.optional(v.array(valueSchema), []) })),
    v.minLength(2, 'at least two items'),
  ),
});

export type Figure = v.InferOutput<typeof figureSchema>;
export type Lab = v.InferOutput<typeof labSchema>;
export type Criteria = v.InferOutput<typeof criteriaSchema>;
