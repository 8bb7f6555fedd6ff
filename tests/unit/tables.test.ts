/** The recognition tables: what goes in comes out, small, whatever the order of the terms. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../content/fold.ts';
import { spellings } from '../../content/forms.ts';
import type { Term } from '../../content/glossary.ts';
import type { Around, FormEntry } from '../../content/schema.ts';
import { compileTables, doubtful, type Form, readTables, subjects, type Tables } from '../../content/tables.ts';
import { compiled, knowledge, tables } from './bundled.ts';

const term = (id: string, ...forms: FormEntry[]) => ({ id, forms }) as Term;

/** Forms in words that do not depend on how cues are numbered or terms are ordered. */
const told = ({ forms, cues }: Tables) => {
  const words = (list: readonly number[] = []) => list.map((index) => cues[index]).sort();
  return forms
    .map(({ ambiguous, subjects: subjectOf, ...form }: Form) => ({
      ...form,
      ...(ambiguous && { ours: words(ambiguous.ours), others: words(ambiguous.others) }),
      ...(subjectOf && { subjects: cues.map((cue, index) => `${cue} ${subjectOf[index]}`).sort() }),
    }))
    .map((form) => JSON.stringify(form))
    .sort();
};

/** What the tables of these terms must hold, said without them. */
const wanted = (terms: readonly Term[]) => [
  ...new Set(
    terms.flatMap(({ id, forms }) =>
      forms.flatMap((form) => spellings(form).map((text) => `${id}: ${form.exact ? text : fold(text)}`)),
    ),
  ),
];

const rewritten = (terms: readonly Term[], around?: Around) => readTables(compileTables(terms, around).text);

describe('a term comes back', () => {
  test.each<[string, FormEntry, Omit<Form, 'term'>]>([
    ['as it is', { form: 'IL-6' }, { text: 'il 6', exact: false, everyday: false }],
    ['exact', { form: 'IL-6', exact: true }, { text: 'IL-6', exact: true, everyday: false }],
    ['everyday', { form: 'CD8⁺', everyday: true }, { text: 'cd 8 +', exact: false, everyday: true }],
    [
      'ambiguous',
      { form: 'NK', exact: true, ambiguous: { cues: ['killer'], others: [{ sense: 'a country', cues: ['Korea'] }] } },
      { text: 'NK', exact: true, everyday: false, ambiguous: { ours: [0, 2], others: [1, 3] } },
    ],
  ])('%s', (_what, entry, form) => {
    expect(rewritten([term('a-term', entry)]).forms).toEqual([{ term: 'a-term', ...form }]);
  });

  test('with what its context must say', () => {
    const entry: FormEntry = {
      form: 'ALL',
      exact: true,
      ambiguous: { word: true, cues: ['blast', 'ALL'], others: [] },
    };
    const terms = [term('a-term', entry), { ...term('another', { form: 'ferritin' }), group: 'lab-tests' }];
    const around = { health: { groups: ['lab-tests'], words: ['nurse'] }, bench: ['plasmid'], elsewhere: ['court'] };
    const { forms, cues } = rewritten(terms, around);
    const [all, , ferritin] = forms;
    expect(all).toMatchObject({ word: true });
    expect(ferritin).toEqual({ term: 'another', text: 'ferritin', exact: false, everyday: false, clinical: true });
    expect(Object.fromEntries(cues.map((cue, index) => [cue, all?.subjects?.[index]]))).toEqual({
      all: doubtful,
      alls: doubtful,
      blast: 0,
      blasts: 0,
      nurse: subjects.health,
      nurses: subjects.health,
      plasmid: subjects.bench,
      plasmids: subjects.bench,
      court: subjects.elsewhere,
      courts: subjects.elsewhere,
    });
  });

  test('with its plurals and British spellings', () => {
    expect(rewritten([term('a', { form: 'anemia' })]).forms.map(({ text }) => text)).toEqual([
      'anaemia',
      'anaemias',
      'anemia',
      'anemias',
    ]);
  });

  test.each(['A=B', '0', 'A/B', 't(8;21)'])('when its form is %j', (text) => {
    const forms = rewritten([term('a', { form: text, exact: true }), term('b', { form: 'B cell' })]).forms;
    expect(forms.map(({ term: id, text: form }) => `${id}: ${form}`)).toEqual([
      `a: ${text}`,
      'b: b cell',
      'b: b cells',
    ]);
  });

  test('when a form is longer than a length can say', () => {
    const long = 'x'.repeat(200);
    const forms = [{ form: `${long} 1` }, { form: `${long} 2` }];
    expect(rewritten([term('a', ...forms)]).forms.map(({ text }) => text)).toEqual([`${long} 1`, `${long} 2`]);
  });
});

test('whatever is written is read back', () => {
  const form: fc.Arbitrary<FormEntry> = fc.record(
    {
      form: fc
        .string({ unit: fc.constantFrom(...'abcdeIL6 -γé+/()'), minLength: 1, maxLength: 12 })
        .filter((text) => fold(text) !== ''),
      exact: fc.constant(true as const),
      everyday: fc.constant(true as const),
      ambiguous: fc.record({
        cues: fc.array(fc.constantFrom('liver', 'cell', 'IL-6', 'bone marrow'), { minLength: 1 }),
        others: fc.array(fc.record({ sense: fc.constant('other'), cues: fc.constant(['Korea', 'liver']) })),
      }),
    },
    { requiredKeys: ['form'] },
  );
  const terms = fc.array(fc.array(form, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(terms, (lists) => {
      const made = lists.map((forms, index) => term(`term-${index}`, ...forms));
      const read = rewritten(made).forms.map(({ term: id, text }) => `${id}: ${text}`);
      expect(read.sort()).toEqual(wanted(made).sort());
    }),
  );
});

describe('the bundled glossary', () => {
  test('comes back whole', () => {
    expect(tables.forms.map(({ term: id, text }) => `${id}: ${text}`).sort()).toEqual(wanted(knowledge.terms).sort());
    expect(compiled.forms).toBe(tables.forms.length);
  });

  test('says the same in any order of terms', () => {
    expect(told(rewritten([...knowledge.terms].reverse(), knowledge.around))).toEqual(told(tables));
  });

  test('takes at most 12 bytes a form, and at most 40 kB for the words that tell what a text is about', () => {
    const size = (text: string) => new TextEncoder().encode(text).length;
    const [forms = '', cues = ''] = compiled.text.split('\n\n');
    expect(size(forms) / compiled.forms).toBeLessThanOrEqual(12);
    expect(size(cues)).toBeLessThanOrEqual(40_000);
  });
});
