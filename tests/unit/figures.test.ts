/** Thresholds that a reader may act on, typed here by hand from the sources, against those in the knowledge. */
import { describe, expect, test } from 'vitest';
import type { comparisons, Figure } from '../../content/schema.ts';
import { knowledge } from './bundled.ts';

type Is = (typeof comparisons)[number];
type Row = [term: string, is: Is, value: number | [number, number], unit: string, of?: RegExp];

const figures = knowledge.terms.flatMap(({ id, figures: list }) => list.map((figure) => ({ id, ...figure })));
const told = (figure: Figure) =>
  [figure.is, figure.to === undefined ? figure.value : `${figure.value} to ${figure.to}`, figure.unit].join(' ').trim();

const young = /under (?:4|four) weeks/;
const older = /^(?!.*under)/;

/** Every figure of a source for a term (and a group of people): it must be there, and none beside it. */
function holds(source: string, rows: Row[]) {
  test.each(rows)('%s: %s %s %s', (term, is, value, unit, of = /(?:)/) => {
    const [from, to] = typeof value === 'number' ? [value, undefined] : value;
    const wanted = told({ label: '', for: '', source, is, value: from, unit, ...(to !== undefined && { to }) });
    const found = figures.filter(
      (figure) =>
        figure.id === term &&
        figure.source === source &&
        figure.unit === unit &&
        of.test(`${figure.label} ${figure.for}`),
    );
    expect(found.map(told)).toEqual([wanted]);
  });
}

describe('HLH-2004 (Henter 2007)', () => {
  const cells = '×10⁹/L';
  const criteria = 'hlh-2004-criteria';
  holds('S1', [
    [criteria, 'at least', 5, ''],
    [criteria, 'below', 90, 'g/L', /^Hemoglobin(?!.*under)/],
    [criteria, 'below', 100, 'g/L', young],
    [criteria, 'below', 100, cells, /Platelets/],
    [criteria, 'below', 1.0, cells, /Neutrophils/],
    [criteria, 'at least', 3.0, 'mmol/L', /Triglycerides after fasting/],
    [criteria, 'at most', 1.5, 'g/L', /^Fibrinogen/],
    [criteria, 'at least', 500, 'µg/L'],
    [criteria, 'at least', 2400, 'U/mL'],
    ['complete-blood-count', 'at least', 2, ''],
    ['hemoglobin', 'below', 90, 'g/L', older],
    ['hemoglobin', 'below', 100, 'g/L', young],
    ['anemia', 'below', 90, 'g/L', older],
    ['anemia', 'below', 100, 'g/L', young],
    ['cytopenia', 'below', 90, 'g/L', older],
    ['cytopenia', 'below', 100, 'g/L', young],
    ['neonate', 'below', 100, 'g/L'],
    ['cytopenia', 'below', 100, cells, /Platelets/],
    ['cytopenia', 'below', 1.0, cells, /Neutrophils/],
    ['platelet', 'below', 100, cells],
    ['platelet-count', 'below', 100, cells],
    ['thrombocytopenia', 'below', 100, cells],
    ['neutrophil', 'below', 1.0, cells],
    ['absolute-neutrophil-count', 'below', 1.0, cells],
    ['neutropenia', 'below', 1.0, cells],
    ['triglycerides', 'at least', 3.0, 'mmol/L'],
    ['hypertriglyceridemia', 'at least', 3.0, 'mmol/L'],
    ['fibrinogen', 'at most', 1.5, 'g/L'],
    ['hypofibrinogenemia', 'at most', 1.5, 'g/L'],
    ['ferritin', 'at least', 500, 'µg/L'],
    ['hyperferritinemia', 'at least', 500, 'µg/L'],
    ['soluble-il-2-receptor', 'at least', 2400, 'U/mL'],
  ]);
});

describe('the 2024 revision (Henter 2024)', () => {
  holds('S4', [
    ['sensitivity', 'equals', 99.0, '%'],
    ['specificity', 'equals', 97.1, '%'],
  ]);
});

describe('HScore (Fardet 2014)', () => {
  holds('S5', [
    ['hscore', 'from to', [0, 337], '', /Possible/],
    ['hscore', 'equals', 169, '', /Cut-off/],
    ['immunosuppression', 'equals', 18, ''],
    ['fever', 'at least', 38.4, '°C', /from this/],
    ['fever', 'above', 39.4, '°C', /most/],
    ['splenomegaly', 'equals', 23, ''],
    ['hepatomegaly', 'equals', 23, ''],
    ['hepatosplenomegaly', 'equals', 38, ''],
    ['pancytopenia', 'equals', 34, ''],
    ['hemoglobin', 'at most', 92, 'g/L'],
    ['white-blood-cell-count', 'at most', 5, '×10⁹/L'],
    ['leukopenia', 'at most', 5, '×10⁹/L'],
    ['platelet-count', 'at most', 110, '×10⁹/L'],
    ['ferritin', 'from to', [2000, 6000], 'µg/L', /middle/],
    ['ferritin', 'above', 6000, 'µg/L', /highest/],
    ['triglycerides', 'at least', 1.5, 'mmol/L'],
    ['fibrinogen', 'at most', 2.5, 'g/L'],
    ['ast', 'at least', 30, 'U/L'],
  ]);
});

describe('no other figure of these sources', () => {
  test.each([
    ['S1', 32],
    ['S4', 2],
    ['S5', 18],
  ])('%s has %i', (source, count) => {
    expect(figures.filter((figure) => figure.source === source)).toHaveLength(count);
  });
});
