/** Figures: those in a text are those in the data, and hard news stands where the reader looks for it. */
import { type Figure, units } from '../figures.ts';
import type { TermEntry } from '../schema.ts';
import { type Check, ofEntry } from './check.ts';
import { prose } from './prose.ts';

/** How many of the first a unit is; units of different things do not compare. */
const scales: readonly Readonly<Record<string, number>>[] = [
  {
    'g/L': 1,
    'g/dL': 10,
    'mg/dL': 1e-2,
    'mg/L': 1e-3,
    'µg/dL': 1e-5,
    'µg/L': 1e-6,
    'ng/mL': 1e-6,
    'ng/L': 1e-9,
    'pg/mL': 1e-9,
  },
  { 'mmol/L': 1, 'µmol/L': 1e-3, 'nmol/L': 1e-6, 'pmol/L': 1e-9 },
  { '×10⁹/L': 1, '×10³/µL': 1, 'cells/µL': 1e-3, '×10⁶/L': 1e-3 },
  { 'U/mL': 1, 'kU/L': 1, 'U/L': 1e-3 },
  { 'mg/L FEU': 1, 'ng/mL FEU': 1e-3 },
  { mmHg: 1, kPa: 7.50062 },
];
/** Times and ages stand in texts for other reasons, too. */
const uncounted = new Set(['', 'hours', 'days', 'weeks', 'months', 'years', 'seconds', 'times', 'points', 'pg', 'fL']);

type Amount = { value: number; unit: string };

const measured = units
  .filter((unit) => !uncounted.has(unit))
  .toSorted((a, b) => b.length - a.length)
  .map((unit) => RegExp.escape(unit))
  .join('|');
const amount = new RegExp(
  `(?<![\\p{L}\\d.,-])(\\d[\\d,]*(?:\\.\\d+)?)(?: to (\\d[\\d,]*(?:\\.\\d+)?))?\\s*(${measured})(?![\\p{L}\\d])`,
  'gu',
);

const toNumber = (digits: string) => Number(digits.replaceAll(',', ''));

/** The amounts that a text names: "500 µg/L", both ends of "2 to 3%". */
const amountsIn = (text: string): Amount[] =>
  [...text.matchAll(amount)].flatMap(([, from, to, unit = '']) =>
    [from, to].flatMap((digits) => (digits === undefined ? [] : [{ value: toNumber(digits), unit }])),
  );

const ends = ({ value, to, unit }: Pick<Figure, 'value' | 'to' | 'unit'>): Amount[] =>
  [value, to].flatMap((each) => (each === undefined ? [] : [{ value: each, unit }]));

/** Every amount in the data of an entry. */
function amountsOf({ figures, lab, criteria }: TermEntry): Amount[] {
  const own = [
    ...figures.flatMap(ends),
    ...(criteria?.items ?? []).flatMap(({ values }) => values.flatMap((value) => ('is' in value ? ends(value) : []))),
    ...(lab?.usual ?? []).flatMap(({ from, to }) =>
      [from, to].flatMap((value) => (value === undefined ? [] : [{ value, unit: lab?.unit ?? '' }])),
    ),
  ];
  const converted = own
    .filter(({ unit }) => unit === lab?.unit)
    .flatMap(({ value }) => (lab?.conversions ?? []).map(({ unit, factor }) => ({ value: value * factor, unit })));
  return [...own, ...converted];
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= 0.005 * Math.max(Math.abs(a), Math.abs(b));

function areEqual(a: Amount, b: Amount): boolean {
  if (a.unit === b.unit) return isNear(a.value, b.value);
  return scales.some(({ [a.unit]: ofA, [b.unit]: ofB }) => ofA && ofB && isNear(a.value * ofA, b.value * ofB));
}

export const figureChecks: readonly Check[] = [
  ofEntry((entry) => {
    const data = amountsOf(entry);
    return prose.flatMap((field) =>
      amountsIn(entry[field] ?? '')
        .filter((named) => !data.some((known) => areEqual(named, known)))
        .map(({ value, unit }) => ({
          path: [field],
          message: `${field} says ${value} ${unit}, which is not among the entry's figures`,
        })),
    );
  }),

  ofEntry(({ hard, plain, hlh, figures }) => {
    if (!hard) return [];
    const counted = figures.findIndex((figure) => !figure.hard);
    return [
      ...(amountsIn(`${plain} ${hlh ?? ''}`).length > 0
        ? [{ path: ['plain'], message: 'numbers of hard news stand in more' }]
        : []),
      ...(counted >= 0 ? [{ path: ['figures', counted], message: 'a figure of hard news needs hard: true' }] : []),
    ];
  }),

  ofEntry(({ figures, more }) =>
    figures.some(({ hard }) => hard) && !more
      ? [{ path: ['figures'], message: 'figures of hard news stand with more, which is missing' }]
      : [],
  ),
];
