/** The word order of lists: which words name a term together with words that another member of the list has. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeLists } from '../../content/lists.ts';
import { createRecogniser, type Recogniser } from '../../content/recogniser.ts';
import { compiled, recognise } from './bundled.ts';

/** One engine alone, where much is asked. */
const single = createRecogniser(compiled.tables);

/** What lists add to the matches of a text, as `words → term`. */
function added(text: string): string[] {
  const { matches } = recognise(text);
  const before = new Set(matches.map(({ start, end }) => `${start} ${end}`));
  return completeLists(recognise, text, matches, () => ({ start: 0, end: text.length }))
    .filter(
      ({ start, end, forms }) =>
        !before.has(`${start} ${end}`) || forms !== matches.find((m) => m.start === start)?.forms,
    )
    .map(({ start, end, forms }) => `${text.slice(start, end)} → ${forms[0]?.term}`);
}

const transplant = 'hematopoietic-stem-cell-transplantation';

describe('a list names', () => {
  test.each<[string, string[]]>([
    ['hepato- and splenomegaly', ['hepato- → hepatomegaly']],
    ['hepato- or splenomegaly', ['hepato- → hepatomegaly']],
    ['T and B cells', ['T → t-cell']],
    ['T, B and NK cells', ['T → t-cell', 'B → b-cell']],
    ['T- or NK-cell', ['T- → t-cell']],
    ['T- and B-cells', ['T- → t-cell']],
    ['T and/or B cells', ['T → t-cell']],
    ['T/B cells', ['T → t-cell']],
    ['T-, B- and NK-cell', ['T- → t-cell', 'B- → b-cell']],
    ['helper and cytotoxic T cells', ['helper → helper-t-cell']],
    ['IL-6+ and CD8⁺ T cells', []],
    ['T and B lymphocytes', ['T → t-cell']],
    ['cytotoxic T and NK cells', ['cytotoxic T → cytotoxic-t-lymphocyte']],
    ['primary and secondary HLH', ['primary → primary-hlh']],
    ['primary or relapsing secondary HLH', ['primary → primary-hlh']],
    ['Acquired and familial HLH', ['Acquired → secondary-hlh']],
    ['FHL2-5', ['5 → fhl5']],
    ['FHL2–5', ['5 → fhl5']],
    ['FHL2 to 5', ['5 → fhl5']],
    ['FHL3 and 5', ['5 → fhl5']],
    ['FHL2, 3, 4 and 5', ['3 → fhl3', '4 → fhl4', '5 → fhl5']],
    ['FHL2/3/4', ['3 → fhl3', '4 → fhl4']],
    ['FHL types 2 to 5', ['FHL types 2 → fhl2', '5 → fhl5']],
    ['familial HLH types 2, 3 and 4', ['familial HLH types 2 → fhl2', '3 → fhl3', '4 → fhl4']],
    ['interleukins 6 and 18', ['interleukins 6 → interleukin-6', '18 → interleukin-18']],
    ['IL-1, -6 and -18', ['-6 → interleukin-6', '-18 → interleukin-18']],
    ['IL-1/6/18', ['6 → interleukin-6', '18 → interleukin-18']],
    ['IL-6 and -18', ['-18 → interleukin-18']],
    ['IL-6, -18', ['-18 → interleukin-18']],
    ['IL-6 and -1β did', ['-1β → interleukin-1']],
    ['bone marrow or stem cell transplant', [`bone marrow → ${transplant}`]],
    ['red and white blood cells', ['red → red-blood-cell']],
    ['liver and multi-organ failure', ['liver → liver-failure']],
    ['a cold or a cold sore', []],
    ['IL-18 and IL-18 binding protein', []],
  ])('%j', (text, expected) => {
    expect(added(text)).toEqual(expected);
  });
});

describe('no list', () => {
  test.each([
    ['T and C'],
    ['T and chairs'],
    ['primary school and secondary HLH'],
    ['acquired on holiday and HLH'],
    ['hepatitis B and T cells'],
    ['vitamin B and T cells'],
    ['plan B or T cells'],
    ['B. T cells'],
    ['(B) and T cells'],
    ['IL-6 and 18 patients'],
    ['IL-6, 18 October'],
    ['IL-6 and 1.8 g'],
    ['FHL2 and 3 boys'],
    ['FHL2 (3)'],
    ['EBV and CMV PCR'],
    ['AST/ALT'],
    ['fever and HLH'],
    ['hepato- and otherwise toxic'],
    ['Tea and B cells'],
    ['HLH and 94 others'],
    ['enlarged liver and spleen'],
    ['platelets 20'],
    ['interleukins 60 and 18'],
    ['interleukin 6s and 18'],
    ['FHL types 20 and 5'],
    ['FHL types, 2 of 5'],
    ['IL-6/18 patients'],
    ['vitamin A and B cells'],
    ['vitamins A and B, cells'],
    ['primary (school) HLH'],
  ])('%j', (text) => {
    expect(added(text)).toEqual([]);
  });
});

test('a list ends with its block', () => {
  const text = 'T and B cells';
  const { matches } = recognise(text);
  expect(completeLists(recognise, text, matches, () => ({ start: 6, end: text.length }))).toEqual(matches);
});

test('in any text lists keep every match or put it within a fuller wording, in order and apart', () => {
  const words = [
    ...['T', 'B cells', 'NK cell', 'HLH', 'primary', 'secondary HLH', 'hepato-', 'splenomegaly', 'IL-6', '-18', 'FHL2'],
    ...['types 2', '5', 'interleukins', 'and', 'or', 'to', ',', '/', ' ', 'fever', 'liver', 'failure', '\u00ad'],
  ];
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((some) => some.join(' '));
  fc.assert(
    fc.property(texts, (text) => {
      const { matches } = single(text);
      const found = completeLists(single, text, matches, () => ({ start: 0, end: text.length }));
      for (const [index, { start, end }] of found.entries()) {
        expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
      }
      for (const match of matches)
        expect(found.some(({ start, end }) => start <= match.start && end >= match.end)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe('hostile text costs no more than its length', () => {
  /** How many letters are recognised again, and how often a match is looked at. */
  function cost(text: string): number {
    let steps = 0;
    const matches = single(text).matches.map((match) => ({
      forms: match.forms,
      get start() {
        steps += 1;
        return match.start;
      },
      get end() {
        steps += 1;
        return match.end;
      },
    }));
    const counting: Recogniser = Object.assign(
      (words: string) => {
        steps += words.length;
        return single(words);
      },
      { glance: single.glance },
    );
    completeLists(counting, text, matches, () => ({ start: 0, end: text.length }));
    return steps;
  }

  test.each([
    ...['T and B cells ', 'T and ', 'hepato- and splenomegaly ', 'hepato- and ', 'primary and secondary HLH, ', 'HLH '],
    ...['IL-6, ', 'IL-6 and -18 ', 'IL-6/', 'FHL types 2 to 5 ', 'interleukins 6 and ', 'and and B cells ', 'T, '],
  ])('%j', (unit) => {
    const text = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    expect(cost(text(10_000))).toBeLessThan((cost(text(1_000)) + 100) * 12);
  });

  test('a match that invisible letters make long', () => {
    const text = (length: number) => `hepato- and spleno${'\u00ad'.repeat(length)}megaly`;
    expect(recognise(text(10_000)).matches).toHaveLength(1);
    expect(cost(text(10_000))).toBeLessThan(cost(text(0)) + 100);
  });
});
