/** The recognition tables: what goes in is recognised, small, whatever the order of the terms. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../content/fold.ts';
import { spellings } from '../../content/forms.ts';
import type { Term } from '../../content/glossary.ts';
import type { FormEntry } from '../../content/schema.ts';
import { formsOf, writeTables } from '../../content/tables.ts';
import { compiled, forms, knowledge } from './bundled.ts';
import { bothOf } from './recognisers.ts';

const term = (id: string, ...entries: FormEntry[]) => ({ id, forms: entries }) as Term;
const recogniserOf = (terms: readonly Term[]) => bothOf(writeTables(formsOf(terms)));
/** Two hyphens part what stands around them. */
const hasWords = ({ form }: FormEntry) => fold(form) !== '' && !/-[ -]*-/.test(form);

/** What a recogniser finds in the whole of a text, without the texts of forms. */
const found = (terms: readonly Term[], text: string) =>
  recogniserOf(terms)(text).matches.filter(({ start, end }) => start === 0 && end === text.length)[0]?.forms ?? [];

describe('a term comes back', () => {
  test.each<[string, FormEntry, object]>([
    ['as it is', { form: 'IL-6' }, { exact: false, everyday: false }],
    ['exact', { form: 'IL-6', exact: true }, { exact: true, everyday: false }],
    ['everyday', { form: 'CD8⁺', everyday: true }, { exact: false, everyday: true }],
    [
      'ambiguous',
      { form: 'NK', exact: true, ambiguous: { cues: ['killer'], others: [{ sense: 'a country', cues: ['Korea'] }] } },
      { exact: true, everyday: false, ambiguous: { ours: [0], others: [1] } },
    ],
  ])('%s', (_what, entry, form) => {
    expect(found([term('a-term', entry)], entry.form)).toMatchObject([{ term: 'a-term', ...form }]);
  });

  test.each(['anemia', 'anemias', 'anaemia', 'anaemias'])('by its plurals and British spellings: %s', (text) => {
    expect(found([term('a', { form: 'anemia' })], text)).toHaveLength(1);
  });

  test.each(['A=B', '0', 'A/B', 't(8;21)'])('when its form is %j', (text) => {
    const terms = [term('a', { form: text, exact: true }), term('b', { form: 'B cell' })];
    expect(found(terms, text)).toHaveLength(1);
    expect(found(terms, 'B cells')).toHaveLength(1);
  });

  test('when a form is longer than a length can say', () => {
    const long = 'x'.repeat(70);
    const terms = [term('a', { form: `${long} 1` }, { form: `${long} 2` })];
    for (const text of [`${long} 1`, `${long} 2`]) expect(found(terms, text)).toHaveLength(1);
    expect(found(terms, `${long} 3`)).toEqual([]);
  });
});

test('a cue is doubtful where it is itself a word to be weighed', () => {
  const cues = { cues: ['donor', 'NK', 'marrow'], others: [] };
  const { cues: written } = formsOf([
    term('graft', { form: 'graft', everyday: true, ambiguous: cues }),
    term('donor', { form: 'donor', everyday: true, ambiguous: cues }),
    term('nk', { form: 'NK', exact: true, ambiguous: cues }),
  ]);
  expect(written.filter(({ doubtful }) => doubtful).map(({ text }) => text)).toEqual(['donor', 'nk']);
});

test.each([
  ['too long', 'x'.repeat(90)],
  ['without words', '--'],
  ['with a bar', 'a|b'],
])('a form that cannot be recognised is named: %s', (_what, form) => {
  expect(() => recogniserOf([term('a', { form, exact: true })])).toThrow(JSON.stringify(form));
});

test('whatever is written is recognised', () => {
  const form: fc.Arbitrary<FormEntry> = fc.record(
    {
      form: fc.string({ unit: fc.constantFrom(...'abcdeIL6 -γé+/()'), minLength: 1, maxLength: 12 }),
      exact: fc.constant(true as const),
      everyday: fc.constant(true as const),
      ambiguous: fc.record({
        cues: fc.array(fc.constantFrom('liver', 'cell', 'IL-6', 'bone marrow'), { minLength: 1 }),
        others: fc.array(fc.record({ sense: fc.constant('other'), cues: fc.constant(['Korea', 'liver']) })),
      }),
    },
    { requiredKeys: ['form'] },
  );
  const terms = fc.array(fc.array(form.filter(hasWords), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(terms, (lists) => {
      const made = lists.map((entries, index) => term(`term-${index}`, ...entries));
      const recognise = recogniserOf(made);
      for (const { id, forms: entries } of made) {
        for (const text of entries.flatMap(spellings)) {
          const whole = recognise(text.trim()).matches.flatMap(({ forms: those }) => those.map((one) => one.term));
          expect(whole).toContain(id);
        }
      }
    }),
  );
});

describe('the bundled glossary', () => {
  test('says the same in any order of terms', () => {
    expect(writeTables(formsOf([...knowledge.terms].reverse(), knowledge.around))).toBe(compiled.text);
  });

  test('takes at most 20 bytes a form', () => {
    expect(new TextEncoder().encode(compiled.text).length / forms.forms.length).toBeLessThanOrEqual(20);
  });
});
