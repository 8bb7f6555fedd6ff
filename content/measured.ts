/**
 * The number that a page gives for a test, beside the test's name: "ferritin 12,400 ng/mL". Where the number or its unit
 * is not clear nothing is read: a number that stands for something else must never be shown as somebody's result.
 */
import type { Lab } from './figures.ts';

/** A number of a page with its unit there, and as it is in the unit of the test. */
export type Measured = { number: number; unit: string; value: number };

/** As far after the name of a test as its number may begin and end, in UTF-16 units. */
const farthest = 80;

/** What may stand between a test and its number; nothing else may. */
const joining = [
  ...[
    'level',
    'levels',
    'concentration',
    'count',
    'counts',
    'value',
    'result',
    'serum',
    'plasma',
    'today',
    'now',
    'still',
  ],
  ...['is', 'was', 'were', 'of', 'at', 'already', 'only', 'just', 'about', 'around', 'approximately', 'approx.', 'ca.'],
  ...[
    'high',
    'low',
    'raised',
    'elevated',
    'markedly',
    'very',
    'on',
    'admission',
    'arrival',
    'the',
    'a',
    'had',
    'has',
    'been',
  ],
  ...[
    'rose to',
    'risen to',
    'rising to',
    'fell to',
    'fallen to',
    'falling to',
    'peaked at',
    'peak',
    'dropped to',
    'reached',
  ],
  ...['up to', 'down to', 'came back at', 'came back as', 'measured', 'tested at'],
];
const spaces = '[\\s\\u00a0\\u2009\\u202f]';
const between = `(?:${spaces}*(?:${joining.map((words) => words.replaceAll('.', '\\.').replaceAll(' ', `${spaces}+`)).join('|')})\\b\\.?)*${spaces}*[:=]?${spaces}*\\(?`;
/** 12,400 and 12 400 and 0.8 and 1·2; after a point three figures could be thousands or not. */
const number = `(\\d{1,3}(?:[,\\u00a0\\u2009\\u202f ]\\d{3})+(?:[.·]\\d+)?|\\d+(?:[.·]\\d+)?)(?![\\d.·]*\\d|,\\d)`;
/** A sign that the laboratory sets beside a value, in a cell of its own or not. */
const flag = `(?:${spaces}*(?:\\(?(?:HH|LL|H|L|high|low|\\*+|↑+|↓+)\\)?)(?![\\w/]))?`;
const result = new RegExp(`^${between}${spaces}*${number}${flag}${spaces}*`, 'i');
/** What makes a limit of a number, or the first end of a range, when it follows. */
const limiting =
  /^[^\S\n]*(?:or (?:more|less|above|below|higher|lower|over|under|greater)|and (?:above|over|more)|to \d|[-–—→+] ?\d|\+)/i;

const digitsRaised = new Map([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raised, digit) => [raised, String(digit)]));

/** Ways of writing a unit, each as in figures.ts. The patterns are tried in their order on what follows the number. */
const writings: readonly (readonly [written: RegExp, unit: string])[] = [
  [/^(?:[x×*]\s?)?10[\s*^(]{0,2}9\)?\s?\/\s?l\b/i, '×10⁹/L'],
  [/^(?:[x×*]\s?)?10[\s*^(]{0,2}6\)?\s?\/\s?l\b/i, '×10⁶/L'],
  [/^(?:[x×*]\s?)?10[\s*^(]{0,2}3\)?\s?\/\s?(?:[µu]l|mm3|mcl)\b/i, '×10³/µL'],
  [/^(?:k|thousand)\s?\/\s?(?:[µu]l|mm3|mcl)\b/i, '×10³/µL'],
  [/^g\/l\s(?=feu\b)/i, ''],
  [/^g\/l\b/i, 'g/L'],
  [/^g\/dl\b/i, 'g/dL'],
  [/^mg\/l feu\b/i, 'mg/L FEU'],
  [/^ng\/ml feu\b/i, 'ng/mL FEU'],
  [/^mg\/l\b/i, 'mg/L'],
  [/^mg\/dl\b/i, 'mg/dL'],
  [/^(?:µg|ug|mcg)\/l\b/i, 'µg/L'],
  [/^(?:µg|ug|mcg)\/dl\b/i, 'µg/dL'],
  [/^ng\/ml\b/i, 'ng/mL'],
  [/^ng\/l\b/i, 'ng/L'],
  [/^pg\/ml\b/i, 'pg/mL'],
  [/^mmol\/l\b/i, 'mmol/L'],
  [/^(?:µmol|umol)\/l\b/i, 'µmol/L'],
  [/^nmol\/l\b/i, 'nmol/L'],
  [/^pmol\/l\b/i, 'pmol/L'],
  [/^k(?:iu|u)\/l\b/i, 'kU/L'],
  [/^(?:iu|u)\/l\b/i, 'U/L'],
  [/^l\/l\b/i, 'L/L'],
  [/^kpa\b/i, 'kPa'],
  [/^mm ?hg\b/i, 'mmHg'],
  [/^cm ?h(?:₂|2)o\b/i, 'cm H₂O'],
  [/^(?:iu|u)\/ml\b/i, 'U/mL'],
  [/^(?:cells|cell)?\s?\/\s?(?:[µu]l|mm3|mcl)\b/i, 'cells/µL'],
  [/^mm\/(?:h|hr|hour)\b/i, 'mm/h'],
  [/^mosm\/kg\b/i, 'mOsm/kg'],
  [/^meq\/l\b/i, 'mEq/L'],
  [/^(?:seconds?|secs?|s)\b/i, 'seconds'],
  [/^fl\b/i, 'fL'],
  [/^pg\b/i, 'pg'],
  [/^%/, '%'],
];

/** One letter for the micro sign and figures that are not raised, so that a unit is written in one way. */
const plainUnits = (text: string) =>
  text.replaceAll('μ', 'µ').replace(/[⁰¹²³⁴-⁹]/g, (raised) => digitsRaised.get(raised) ?? raised);

/** Units that are the same by another name: a thousand in a microliter is 10⁹ in a liter. */
const same = [
  ['×10⁹/L', '×10³/µL'],
  ['×10⁶/L', 'cells/µL'],
  ['µg/L', 'ng/mL'],
  ['ng/L', 'pg/mL'],
];

/** A number of some unit in the unit of a test; nothing where it is another kind of unit. */
export function inUnitOf(
  { unit: own, conversions }: Pick<Lab, 'unit' | 'conversions'>,
  value: number,
  unit: string,
): number | undefined {
  const isSame = unit === own || same.some((pair) => pair.includes(unit) && pair.includes(own));
  const factor = isSame ? 1 : conversions.find((other) => other.unit === unit)?.factor;
  // Twelve digits: 0.1 + 0.2 is 0.3.
  return factor === undefined ? undefined : Number((value / factor).toPrecision(12));
}

/**
 * Reads the number of a test in what follows its name on the page; cells and lines are parted by line breaks.
 * @returns nothing where there is none, where it is a limit or a range, or where its unit is none of the test's.
 */
export function readMeasured(after: string, lab: Pick<Lab, 'unit' | 'conversions'>): Measured | undefined {
  const text = plainUnits(after.slice(0, farthest));
  const [before, figures = ''] = result.exec(text) ?? [];
  if (before === undefined || /\.\d{3}$/.test(figures)) return undefined;
  const rest = text.slice(before.length);
  for (const [written, unit] of writings) {
    const [found] = written.exec(rest) ?? [];
    if (found === undefined) continue;
    if (limiting.test(rest.slice(found.length))) return undefined;
    const given = Number(figures.replace(/[,\s\u00a0\u2009\u202f]/g, '').replace('·', '.'));
    const value = inUnitOf(lab, given, unit);
    return value === undefined ? undefined : { number: given, unit, value };
  }
  return undefined;
}
