/** The number that a page gives for a test: read where it is clear, and nowhere else. */
import { describe, expect, test } from 'vitest';
import { units } from '../../content/figures.ts';
import { inUnitOf, readMeasured } from '../../content/measured.ts';
import { boundsOf, counts, numberLineOf } from '../../content/number-line.ts';
import { knowledge } from './bundled.ts';

const ferritin = { unit: 'µg/L', conversions: [{ unit: 'pmol/L', factor: 2.247 }] };
const platelets = { unit: '×10⁹/L', conversions: [{ unit: 'cells/µL', factor: 1000 }] };

describe('what stands after a name', () => {
  test.each<[string, number, string, number]>([
    [' 12,400 ng/mL', 12400, 'ng/mL', 12400],
    [' was 12,400 ng/mL.', 12400, 'ng/mL', 12400],
    [': 48,900 mcg/L (15-300)', 48900, 'µg/L', 48900],
    [' = 820 ug/L', 820, 'µg/L', 820],
    [' (12,400 ng/mL) and', 12400, 'ng/mL', 12400],
    [' level on admission was already 612 μg/l', 612, 'µg/L', 612],
    [' rose to 8\u00a0300 µg/L', 8300, 'µg/L', 8300],
    [' peaked at 1\u202f200.5 ng/ml', 1200.5, 'ng/mL', 1200.5],
    ['\n12,400\nH\nµg/L\n15–300', 12400, 'µg/L', 12400],
    [' 12,400 H ng/mL (15-300)', 12400, 'ng/mL', 12400],
    [' 2247 pmol/L', 2247, 'pmol/L', 1000],
  ])('%j is %d %s', (after, number, unit, value) => {
    expect(readMeasured(after, ferritin)).toEqual({ number, unit, value });
  });

  test.each<[string, string, number]>([
    [' 18 × 10⁹/L', '×10⁹/L', 18],
    [' count 18 x10^9/L', '×10⁹/L', 18],
    [': 18 x 10*9/L', '×10⁹/L', 18],
    ['\n18\nLL\nK/uL', '×10³/µL', 18],
    [' 18,000/µL', 'cells/µL', 18],
    [' of 18 000/mm³', 'cells/µL', 18],
  ])('%j is in %s', (after, unit, value) => {
    expect(readMeasured(after, platelets)).toMatchObject({ unit, value });
  });

  test.each([
    ['a limit', ' of 500 µg/L or more'],
    ['a limit with a sign', ' ≥ 500 µg/L'],
    ['what may be a limit', ' > 500 µg/L'],
    ['a range', ' 400–900 ng/mL'],
    ['a range in words', ' 400 ng/mL to 900 ng/mL'],
    ['two numbers', ' 12,400 → 3,000 ng/mL'],
    ['usual values', ' 15-300'],
    ['no unit', ' peaked at 100,000'],
    ["another kind of test's unit", ' of 12 g/L'],
    ['another way of writing numbers', ' 0,8 ng/mL'],
    ['thousands or decimals', ' 12.400 ng/mL'],
    ['a date first', ' on 3 May was 400 ng/mL'],
    ['another word first', ' and CRP 400 µg/L'],
    ['a fall from somewhere', ' fell from 12,400 ng/mL'],
    ['a list of two', ' and triglycerides 400 µg/L'],
    ['a share', ' 20% 400 µg/L'],
    ['what is not there', ''],
    ['a number far away', `${' was'.repeat(30)} 400 µg/L`],
  ])('%s is not read: %j', (_what, after) => {
    expect(readMeasured(after, ferritin)).toBeUndefined();
  });
});

test('every unit of a test and its conversions can be read, but for a bare number', () => {
  const labs = knowledge.terms.flatMap(({ lab }) => lab ?? []);
  const written = new Set(labs.flatMap(({ unit, conversions }) => [unit, ...conversions.map((other) => other.unit)]));
  const unread = [...written].filter((unit) => !readMeasured(` 7 ${unit}`, { unit, conversions: [] }));
  expect([...written].every((unit) => units.includes(unit))).toBe(true);
  expect(unread).toEqual(['']);
});

test('a number in another unit is turned into the own one, and nothing else is', () => {
  expect(inUnitOf({ unit: 'g/L', conversions: [{ unit: 'g/dL', factor: 0.1 }] }, 7.2, 'g/dL')).toBe(72);
  expect(inUnitOf(platelets, 18, '×10³/µL')).toBe(18);
  expect(inUnitOf(ferritin, 1, 'g/L')).toBeUndefined();
});

const lab = {
  unit: 'µg/L',
  hlh: 'high' as const,
  usual: [{ for: 'adults', from: 12, to: 300, source: 'S1' }],
  conversions: [],
};
const figure = (is: 'at least' | 'above' | 'at most' | 'below' | 'about', value: number, unit = 'µg/L') => ({
  is,
  value,
  unit,
});

test.each([
  ['at least', 500, 500, true],
  ['above', 500, 500, false],
  ['at least', 500, 499, false],
  ['at most', 500, 500, true],
  ['below', 500, 500, false],
  ['below', 500, 499, true],
] as const)('what is %s %d counts %d: %j', (is, value, number, isCounted) => {
  expect(counts(figure(is, value), lab, number)).toBe(isCounted);
});

test('what is no bound, or of another unit, counts nothing', () => {
  expect(counts(figure('about', 500), lab, 500)).toBeUndefined();
  expect(boundsOf(figure('at least', 500, 'g/L'), lab)).toBeUndefined();
});

describe('the line', () => {
  const told = { ...figure('at least', 500), label: 'A', for: 'all', source: 'S1' };

  test('holds every number, in their order', () => {
    const line = numberLineOf(lab, [told], { number: 12400, unit: 'µg/L', value: 12400 });
    const usual = line?.stretch(12, 300);
    const bound = line?.stretch(500, undefined);
    const places = [0, usual?.from, usual?.to, bound?.from, line?.value?.at, bound?.to];
    expect(places).toEqual(places.toSorted((a, b) => Number(a) - Number(b)));
    expect(new Set(places).size).toBe(places.length);
    expect(bound?.to).toBe(1);
  });

  test('is even where the numbers lie close together', () => {
    const line = numberLineOf({ ...lab, usual: [{ for: 'all', from: 100, to: 200, source: 'S1' }] }, [], undefined);
    const middle = line?.stretch(150, 150).from;
    expect(middle).toBeCloseTo(0.5);
  });

  test('is none where there is nothing to draw', () => {
    expect(numberLineOf({ ...lab, usual: [] }, [])).toBeUndefined();
    expect(numberLineOf({ ...lab, usual: [] }, [], { number: 5, unit: 'µg/L', value: 5 })).toBeUndefined();
  });

  test('of every test of the glossary can be drawn', () => {
    for (const { lab: own, figures } of knowledge.terms) {
      if (!own) continue;
      const line = numberLineOf(own, figures, { number: 1, unit: own.unit, value: 1 });
      for (const { from, to } of line ? own.usual : []) {
        const { from: start, to: end } = line?.stretch(from, to) ?? { from: Number.NaN, to: Number.NaN };
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(1);
        expect(end).toBeGreaterThanOrEqual(start);
      }
    }
  });
});
