/** What the letters around an abbreviation say of it: addresses, titles, initials, roads, headlines. */
import { describe, expect, test } from 'vitest';
import { endsWithinNumber, isElsewhereByShape, isInCapitals, isPartOfHandle } from '../../content/shapes.ts';

/** The place of the word between the two signs ‹ ›, and the text without them. */
function marked(text: string): [string, number, number, number, number] {
  const start = text.indexOf('‹');
  const end = text.indexOf('›') - 1;
  const plain = text.replace(/[‹›]/g, '');
  return [plain, start, end, 0, plain.length];
}

describe('by its shape', () => {
  test.each([
    ['SPRINGFIELD, ‹IL› 62704'],
    ['a man from Peoria, ‹IL›, was admitted'],
    ['She lives in Hartford, ‹CT›.'],
    ['‹IL› 62704-1234'],
    ['Jane Roe, MD, ‹FACS›'],
    ['John Doe, ‹FACS›, MD'],
    ['Ms B. Walsh, ‹CNS›; Dr P. Lund'],
    ['our new ‹CNS›, Jane Price, starts'],
    ['T. Amadi, immunology ‹CNS›'],
    ['PEORIA, ‹IL› – A judge'],
    ['Checked by: ‹AR›'],
    ['Signed ‹PT›'],
    ['J. ‹AD› Smith'],
    ['Lin ‹WT›, Vesterby L. Do worms'],
    ['Route ‹IL› 6'],
    ['‹IL› 2 north of Dixon'],
    ['adults with stage ‹IV› disease'],
    ['lymph nodes at levels II–‹IV›'],
    ['classes III and ‹IV›'],
    ['at 18:00 ‹IST›'],
    ['at 9 p.m. ‹PT›'],
    ['‹CRP› Holdings fell'],
    ['‹gene›.com'],
    ['in \\‹PID›'],
  ])('%j is something else', (text) => {
    expect(isElsewhereByShape(...marked(text))).toBe(true);
  });

  test.each([
    ['Ferritin, ‹CT› and MRI were normal'],
    ['Her ‹CNS› was involved'],
    ['Lymphoma, primary ‹CNS›'],
    ['Doppler, ‹CT› of the chest'],
    ['confirmed by ‹PCR›'],
    ['‹IL›-10 was raised'],
    ['PET-‹CT›'],
    ['AST, ‹ALT›'],
    ['14.00 ‹SLE› in teenagers'],
    ['06:00 ‹WBC›'],
    ['oral or ‹IV› fluids'],
    ['vitamin D and ‹IV› iron'],
    ['type I reaction to ‹IV› contrast'],
    ['was seen on ‹PICU›, Day 3'],
  ])('%j is not', (text) => {
    expect(isElsewhereByShape(...marked(text))).toBe(false);
  });
});

describe('the part of a handle', () => {
  test.each([
    ['my_‹PID›', true],
    ['by ‹hlh›_mum · 3 hours ago', true],
    ['‹HLH› mum', false],
    ['non-‹HLH›', false],
  ])('is the word in %j: %j', (text, is) => {
    const [plain, start, end] = marked(text);
    expect(isPartOfHandle(plain, start, end)).toBe(is);
  });
});

describe('a run of capitals', () => {
  test.each([
    ['‹ALL› RIGHTS RESERVED'],
    ['CONSENT TO ‹ALL› OF THEM'],
    ['END OF REPORT – ‹ALL› RESULTS FINAL'],
    ['FOR ‹ALL›'],
  ])('is %j', (text) => {
    expect(isInCapitals(...marked(text))).toBe(true);
  });

  test.each([['children with ‹ALL› relapse'], ['AML, ‹ALL› and MDS'], ['‹ALL›'], ['I saw ‹ALL›']])(
    'is not %j',
    (text) => {
      expect(isInCapitals(...marked(text))).toBe(false);
    },
  );
});

test.each(['A', 'a ', 'Mr A. ', '. ', ', ', 'MD, ', '12:30 ', 'ROUTE ', '/a', '('])(
  'no more than near letters are looked at: %j',
  (unit) => {
    const run = unit.repeat(100);
    const looksAt = (length: number) => {
      const before = run.slice(-length);
      const text = `${before}IL${run.slice(0, length)}`;
      const place = [before.length, before.length + 2, 0, text.length] as const;
      return [isElsewhereByShape(text, ...place), isInCapitals(text, ...place)];
    };
    expect(looksAt(run.length)).toEqual(looksAt(40));
  },
);

test.each([
  ['‹IgG 1›.1 g/L', true],
  ['‹IgG 1›,1 g/L', true],
  ['‹IgG1›.', false],
  ['‹FHL 2›.', false],
  ['‹FHL 2›, 3', false],
  ['‹IL-6›,18', false],
])('%s ends within a number: %j', (text, is) => {
  const [plain, start, end] = marked(text);
  expect(endsWithinNumber(plain, start, end)).toBe(is);
});
