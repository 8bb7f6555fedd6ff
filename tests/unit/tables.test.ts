/** The recognition tables: what goes in is recognised, small, whatever the order of the terms. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../content/fold.ts';
import { spellings } from '../../content/forms.ts';
import type { Term } from '../../content/glossary.ts';
import type { Around, FormEntry } from '../../content/schema.ts';
import { formsOf } from '../../content/tabled-forms.ts';
import { subjects } from '../../content/tables.ts';
import { writeTables } from '../../content/write-tables.ts';
import { compiled, knowledge } from './bundled.ts';
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

describe('row 52: a form is literal or refused', () => {
  test.each([
    ['(a+)+$', '(a+)+$', ['aaaa', '(a)', 'a+', '(a+)+']],
    ['.*', '.*', ['anything', '.', '..']],
    ['[a-z]', '[a-z]', ['b', 'a-z', '[a]']],
    ['\\d', '\\d', ['1', 'd', '\\']],
    ['a|b', 'a|b', ['a', 'b']],
    ['a', 'A', ['aa', 'ab', '1']],
    ['^', '^', ['', 'a']],
  ])('%s', (form, text, others) => {
    const terms = [term('a', { form })];
    expect(found(terms, text)).toHaveLength(1);
    for (const other of others) expect(recogniserOf(terms)(other).matches).toEqual([]);
  });

  test.each([
    ['empty', ''],
    ['blank', ' \u00a0'],
    ['of hyphens', '--'],
    ['invisible', '\u00ad\u200b'],
    ['of marks', '\u0301'],
    ['too long', 'x '.repeat(256)],
  ])('%s: refused by name', (_what, form) => {
    const message = `The form ${JSON.stringify(form)} cannot be recognised`;
    expect(() => recogniserOf([term('a', { form, exact: true })])).toThrow(message);
  });
});

test('a form of two terms comes back for both, and what speaks for the one speaks against the other', () => {
  const hr = (cue: string): FormEntry => ({ form: 'HR', exact: true, ambiguous: { cues: [cue], others: [] } });
  const terms = [term('hazard-ratio', hr('interval')), term('heart-rate', hr('pulse'))];
  const both = found(terms, 'HR');
  expect(both.map(({ term: id }) => id)).toEqual(['hazard-ratio', 'heart-rate']);
  expect(both.map(({ ambiguous }) => ambiguous?.ours)).toEqual(
    both.map(({ ambiguous }) => ambiguous?.others).toReversed(),
  );
  expect(both[0]?.ambiguous?.ours).toHaveLength(1);
});

test('a cue is doubtful where it is itself a word to be weighed', () => {
  const cues = { cues: ['donor', 'NK', 'marrow'], others: [] };
  const { cues: written } = formsOf([
    term('graft', { form: 'graft', everyday: true, ambiguous: cues }),
    term('donor', { form: 'donor', everyday: true, ambiguous: cues }),
    term('nk', { form: 'NK', exact: true, ambiguous: cues }),
  ]);
  expect(
    written
      .filter(({ doubtful }) => doubtful)
      .flatMap(({ texts }) => texts)
      .sort(),
  ).toEqual(['donor', 'donors', 'nk']);
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

describe('cues', () => {
  const withCues = (cues: string[], around: Partial<Around> = {}, form = 'MAS') =>
    formsOf([term('a', { form, ambiguous: { cues, others: [] } })], {
      health: { groups: [], terms: [], clinical: [], setting: [], words: [] },
      bench: [],
      elsewhere: [],
      ...around,
    });
  const listed = (...given: Parameters<typeof withCues>) =>
    withCues(...given).cues.map(({ texts }) => texts.toSorted());

  test.each<[string, string[][]]>([
    ['anemia', [['anaemia', 'anaemias', 'anemia', 'anemias']]],
    ['anaemia', [['anaemia', 'anaemias', 'anemia', 'anemias']]],
    ['bone-marrow biopsy', [['bone marrow biopsies', 'bone marrow biopsy']]],
    ['ferritins', [['ferritins']]],
  ])('%s is one cue in all its spellings', (cue, spellingsOfIt) => {
    expect(listed([cue])).toEqual(spellingsOfIt);
  });

  test.each<[string, string[], Partial<Around>, string[]]>([
    ['a list holds both numbers of a word', ['donor', 'donors'], {}, ['donor']],
    ['another list holds the singular', ['donors'], { elsewhere: ['donor'] }, ['donors']],
    ['another list holds the singular too', ['donor', 'donors'], { elsewhere: ['donor'] }, ['donor']],
    ['another list holds the plural', ['donor'], { elsewhere: ['donors'] }, ['donor', 'donors']],
    ['another list holds the British spelling', ['anemic'], { bench: ['anaemic'] }, ['anaemic', 'anemic']],
  ])('where %s', (_what, list, around, ours) => {
    const { forms, cues } = withCues(list, around);
    expect(forms[0]?.ambiguous?.ours.map((cue) => cues[cue]?.texts[0]).sort()).toEqual(ours);
  });

  test.each<[string, string[], Partial<Around>, [string, number][]]>([
    ['every spelling of a word tells its subject', [], { bench: ['tumor'] }, [['tumor', subjects.bench]]],
    [
      'one listed in British, too',
      ['anaemic'],
      { bench: ['anemic'] },
      [
        ['anaemic', 2],
        ['anemic', 2],
      ],
    ],
    [
      'a plural listed apart, too',
      ['shares'],
      { elsewhere: ['share'] },
      [
        ['share', 4],
        ['shares', 4],
      ],
    ],
    [
      'but not what it is listed to tell otherwise',
      [],
      { bench: ['shares'], elsewhere: ['share'] },
      [
        ['share', 4],
        ['shares', 2],
      ],
    ],
    [
      'but what another subject lists itself',
      [],
      { elsewhere: ['share'], bench: ['shares'] },
      [
        ['share', 4],
        ['shares', 2],
      ],
    ],
    [
      'and not the singular of a listed plural',
      ['share'],
      { elsewhere: ['shares'] },
      [
        ['share', 0],
        ['shares', 4],
      ],
    ],
  ])('%s', (_what, list, around, told) => {
    const { cues } = withCues(list, around);
    expect(cues.map(({ texts, subject }) => [texts[0], subject]).sort()).toEqual(told);
  });

  test('are in doubt where they are words to be weighed, and then what holds them says more', () => {
    const cues = ['HLH', 'HLH-2004', 'perforin', 'perforin gene', 'granule'];
    const written = formsOf([
      term('a', { form: 'HLH', exact: true, ambiguous: { cues: ['fever'], others: [] } }),
      term('b', { form: 'FHL3', exact: true, ambiguous: { cues, others: [] } }),
      term('c', { form: 'granule', ambiguous: { cues: ['fever'], others: [] } }),
    ]).cues.map(({ texts, doubtful }) => [texts[0], doubtful]);
    expect(written.sort()).toEqual([
      ['fever', false],
      ['granule', true],
      ['hlh 2004', false],
      ['hlh', true],
      ['perforin', false],
    ]);
  });

  test('that are about health are none of an everyday form, which hears them as it is', () => {
    const health = { groups: [], terms: [], clinical: [], setting: [], words: ['ward'] };
    const ambiguous = { cues: ['ward', 'admission'], others: [] };
    const { forms, cues } = formsOf(
      [term('a', { form: 'discharge', everyday: true, ambiguous }, { form: 'MAS', ambiguous })],
      { health, bench: [], elsewhere: [] },
    );
    const ours = forms.map(({ texts, ambiguous: senses }) => [
      texts[0],
      senses?.ours.map((cue) => cues[cue]?.texts[0]).sort(),
    ]);
    expect(ours.sort()).toEqual([
      ['discharge', ['admission']],
      ['mas', ['admission', 'ward']],
    ]);
  });

  test.each<[string, string[], string, string[]]>([
    ['says no more', ['cytokine storm', 'cytokine'], 'MAS', ['cytokine']],
    ['says no more, in any place', ['severe cytokine storm', 'cytokine'], 'MAS', ['cytokine']],
    ['is a phrase around the form', ['marker pen', 'pen'], 'marker', ['marker pen', 'pen']],
    ['holds letters of it only', ['penal', 'pen'], 'MAS', ['pen', 'penal']],
  ])('one that holds another of its list %s', (_what, cues, form, kept) => {
    expect(
      withCues(cues, {}, form)
        .cues.map(({ texts }) => texts[0])
        .sort(),
    ).toEqual(kept);
  });
});

test('a term is named by its id, whatever its forms', () => {
  const terms = [
    term('natural-killer-cell', { form: 'NK' }, { form: 'natural killer cell' }),
    term('prf1', { form: 'PRF1', exact: true }),
    term('cd107a', { form: 'CD107a', exact: true }),
    term('anemia', { form: 'anaemia' }),
    term('immunization', { form: 'immunization' }),
    term('a-name-of-its-own', { form: 'ferritin' }, { form: 'ferritins', everyday: true }),
  ];
  const recognise = recogniserOf(terms);
  for (const { id, forms: entries } of terms) {
    for (const { form } of entries) expect(recognise(form).matches[0]?.forms.map((each) => each.term)).toEqual([id]);
  }
});

describe('the bundled glossary', () => {
  test('says the same in any order of terms', () => {
    expect(writeTables(formsOf([...knowledge.terms].reverse(), knowledge.around))).toEqual(compiled.tables);
  });

  test('takes at most 23 bytes a form', () => {
    const { letters, rest } = compiled.tables;
    expect(new TextEncoder().encode(letters + rest).length / compiled.forms).toBeLessThanOrEqual(23);
  });
});
