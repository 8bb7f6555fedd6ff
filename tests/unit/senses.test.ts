/** The right sense or none: what stands, by the words around it, the page's own words and the rest of the page. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSenses, gather, type Senses, sureness } from '../../content/senses.ts';
import type { WrittenForm } from '../../content/tabled-forms.ts';
import { heading, marksOf, passagesOf, settlePage, type Written } from './page.ts';
import { recogniserOf } from './recognisers.ts';

const form = (term: string, text: string, more: Partial<WrittenForm> = {}): WrittenForm => ({
  term,
  texts: [text],
  exact: false,
  everyday: false,
  ...more,
});
const cues = [
  { texts: ['killer'] },
  { texts: ['blood'] },
  { texts: ['korea'] },
  { texts: ['helix'] },
  { texts: ['doctor'], subject: 1 },
  { texts: ['patient'], subject: 1 },
  { texts: ['court'], subject: 4 },
  { texts: ['plasmid'], subject: 2 },
  { texts: ['fever tree'] },
  { texts: ['judge'], subject: 4 },
  { texts: ['gene'], subject: 2 },
  { texts: ['tnf'], doubtful: true },
  { texts: ['malaria'], subject: 3 },
  { texts: ['babies'] },
  { texts: ['big livers'] },
  { texts: ['ward'], subject: 5 },
  { texts: ['nurse'], subject: 5 },
  { texts: ['fever tree sting'] },
];
const forms = [
  form('hlh', 'hemophagocytic lymphohistiocytosis', { clinical: true }),
  form('hlh', 'HLH', { exact: true, ambiguous: { ours: [1], others: [3] } }),
  form('nk', 'natural killer cell'),
  form('nk', 'natural killer', { everyday: true }),
  form('nk', 'NK', { exact: true, ambiguous: { ours: [0, 1], others: [2] } }),
  form('ferritin', 'ferritin', { clinical: true }),
  form('spleen', 'splenomegaly', { clinical: true }),
  form('lymphocyte', 'lymphocyte'),
  form('fever', 'fever', { everyday: true, ambiguous: { ours: [1, 17], others: [8] } }),
  form('rash', 'rash', { everyday: true, clinical: true }),
  form('all', 'ALL', { exact: true, word: true, ambiguous: { ours: [1], others: [] } }),
  form('lhl', 'LHL', { exact: true, clinical: true, ambiguous: { ours: [13, 14], others: [] } }),
  form('spleen', 'spleen', { everyday: true, ambiguous: { ours: [13, 14], others: [] } }),
  form('spleen', 'SPL', { exact: true, everyday: true, ambiguous: { ours: [4], others: [] } }),
  form('il', 'IL', { exact: true, ambiguous: { ours: [1, 11], others: [] } }),
];
const recognise = recogniserOf(forms, cues);
const marks = (...blocks: string[]) => marksOf(recognise, ...blocks);
/** The marks of a page with headings, as `word → term`. */
const marksUnder = (blocks: readonly Written[], lang = 'en', sure?: number) => {
  const passages = passagesOf(blocks, lang);
  return settlePage(recognise, passages, sure).flatMap((settled, index) =>
    settled.map(({ start, end, term }) => `${passages[index]?.text.slice(start, end)} → ${term}`),
  );
};

describe('a form that is', () => {
  test.each<[string, string[], string[]]>([
    ['certain stands alone', ['Ferritin.'], ['Ferritin → ferritin']],
    ['everyday does not', ['Election fever.'], []],
    ['everyday does beside a clinical one', ['Fever, high ferritin.'], ['Fever → fever', 'ferritin → ferritin']],
    ['everyday does not beside one that is only certain', ['Fever, lymphocyte.'], ['lymphocyte → lymphocyte']],
    ['everyday does not by one word about health', ['Fever, said the doctor.'], []],
    ['everyday does by two words about health', ['Fever, said the doctor to the patient.'], ['Fever → fever']],
    ['everyday does not by those who treat, and where, alone', ['Fever on the ward, said the nurse.'], []],
    ['everyday does by them and a word about health', ['Fever on the ward, a patient.'], ['Fever → fever']],
    ['everyday and an abbreviation does by its own cue, one word about health', ['SPL: the doctor.'], ['SPL → spleen']],
    ['everyday does by an illness that is no term', ['Fever, malaria.'], ['Fever → fever']],
    ['ambiguous does not by an illness that is no term', ['NK, malaria.'], []],
    [
      'everyday does beside a clinical one in its section',
      ['Fever.', 'Ferritin.'],
      ['Fever → fever', 'Ferritin → ferritin'],
    ],
    [
      'everyday does not by its section where its own paragraph leans to another world',
      ['A court fever.', 'Ferritin, malaria, hemophagocytic lymphohistiocytosis.'],
      ['Ferritin → ferritin', 'hemophagocytic lymphohistiocytosis → hlh'],
    ],
    [
      'everyday does not by its section where more paragraphs speak of another world',
      [
        'Ferritin, malaria, hemophagocytic lymphohistiocytosis: that was the page for those who are ill.',
        'The court sat late and rose early, and nobody who was there could say for how long.',
        'The judge was asked to write a page for us, and wrote it while the others slept.',
        'Fever.',
      ],
      ['Ferritin → ferritin', 'hemophagocytic lymphohistiocytosis → hlh'],
    ],
    [
      'everyday does not by its section where most paragraphs say nothing of health',
      [
        'Ferritin, malaria, hemophagocytic lymphohistiocytosis: that was the page for those who are ill.',
        'The frost came late and left early, and nobody who was there could say for how long.',
        'The doctor came late and left early, and nobody who was there could say for how long.',
        'Fever.',
      ],
      ['Ferritin → ferritin', 'hemophagocytic lymphohistiocytosis → hlh'],
    ],
    [
      'everyday does there where its own paragraph has one word about health, unless it is at home anywhere',
      [
        'Ferritin, malaria, hemophagocytic lymphohistiocytosis: that was the page for those who are ill.',
        'The frost came late and left early, and nobody who was there could say for how long.',
        'The rain came late and left early, and nobody who was there could say for how long.',
        'The hail came late and left early, and nobody who was there could say for how long.',
        'Fever; a rash. The doctor left.',
      ],
      ['Ferritin → ferritin', 'hemophagocytic lymphohistiocytosis → hlh', 'rash → rash'],
    ],
    [
      'everyday does by its section where as many paragraphs speak of health as do not',
      [
        'Ferritin, malaria, hemophagocytic lymphohistiocytosis: that was the page for those who are ill.',
        'The frost came late and left early, and nobody who was there could say for how long.',
        'The rain came late and left early, and nobody who was there could say for how long.',
        'Malaria.',
        'Fever.',
      ],
      ['Ferritin → ferritin', 'hemophagocytic lymphohistiocytosis → hlh', 'Fever → fever'],
    ],
    [
      'everyday does not where words of another world outweigh',
      ['Court fever; the judge had ferritin.'],
      ['ferritin → ferritin'],
    ],
    ['everyday does not at the bench', ['Fever plasmid gene ferritin.'], ['ferritin → ferritin']],
    [
      'everyday does not where one word of the bench stands beside a clinical one and one about health',
      ['Fever plasmid, said the doctor: ferritin.'],
      ['ferritin → ferritin'],
    ],
    [
      'everyday does not within a phrase of another sense, whatever stands beside it',
      ['Ferritin, splenomegaly, blood fever tree.'],
      ['Ferritin → ferritin', 'splenomegaly → spleen'],
    ],
    ['everyday does not within a phrase of another sense', ['Ferritin in a fever tree.'], ['Ferritin → ferritin']],
    ['everyday does within a longer phrase of ours', ['A fever tree sting.'], ['fever → fever']],
    ['ambiguous does not by another abbreviation alone', ['IL, TNF.'], []],
    ['ambiguous does not stand alone', ['NK.'], []],
    ['ambiguous does by a cue of ours', ['NK in blood.'], ['NK → nk']],
    ['ambiguous does by a cue elsewhere in the section', ['NK.', 'In blood.'], ['NK → nk']],
    ['ambiguous does not by a cue of another sense', ['NK (Korea).'], []],
    ['ambiguous does not when cues are even', ['NK blood of Korea.'], []],
    ['ambiguous does not by words about health alone', ['NK, a doctor, a patient, ferritin.'], ['ferritin → ferritin']],
    ['ambiguous follows its own sentence first', ['NK in blood. Korea and Korea.'], ['NK → nk']],
    ['ambiguous follows its own block first', ['NK in blood.', 'Korea.'], ['NK → nk']],
    ['ambiguous follows its own block first, the other way', ['NK in Korea.', 'Blood.'], []],
    [
      'ambiguous does by its own term in full',
      ['A natural killer cell, an NK.'],
      ['natural killer cell → nk', 'NK → nk'],
    ],
    ['a word in capitals does not in a run of them', ['BLOOD. ALL RIGHTS RESERVED.'], []],
    ['a word in capitals does elsewhere', ['ALL in blood.'], ['ALL → all']],
    ['an abbreviation does not in an address', ['Blood was drawn in Peoria, IL.'], []],
  ])('%s', (_what, blocks, expected) => {
    expect(marks(...blocks)).toEqual(expected);
  });

  test('everyday does by the page where most sections are about health', () => {
    const health = [heading('One'), { text: 'Ferritin.' }, heading('Two'), { text: 'Splenomegaly.' }];
    const other = [heading('Three'), { text: 'Fever.' }];
    expect(marksUnder([...health, ...other])).toContain('Fever → fever');
    expect(marksUnder([...health.slice(0, 2), ...other])).not.toContain('Fever → fever');
  });

  test('everyday does by its section, on a page about other things, where two clinical terms stand', () => {
    const other = [heading('Two'), { text: 'Court fever.' }];
    const page = (text: string) => marksUnder([heading('One'), { text }, { text: 'Fever.' }, ...other]);
    expect(page('Ferritin, splenomegaly.')).toContain('Fever → fever');
    expect(page('Ferritin.')).toEqual(['Ferritin → ferritin']);
  });

  test('everyday does by an abbreviation of a clinical term that its own cues on the page make ours', () => {
    const page = (text: string) =>
      marksUnder([heading('One'), { text: 'Fever, LHL.' }, heading('Two'), { text }]).includes('Fever → fever');
    expect(page('LHL in babies with big livers.')).toBe(true);
    expect(page('LHL in babies.')).toBe(false);
    expect(page('Babies, big livers.')).toBe(true);
    expect(page('LHL.')).toBe(false);
  });

  test('everyday does by the page where two of its own cues stand on it', () => {
    const page = (text: string) =>
      marksUnder([
        heading('One'),
        { text: 'Spleen.' },
        heading('Two'),
        { text: 'Court, spleen.' },
        heading('Three'),
        { text },
      ]);
    expect(page('Babies, big livers.')).toContain('Spleen → spleen');
    expect(page('Babies.')).toEqual([]);
  });

  test('a word in capitals does not by another section, not even by its definition', () => {
    expect(marksUnder([heading('One'), { text: 'Blood.' }, heading('Two'), { text: 'ALL.' }])).toEqual([]);
    const defined = [heading('One'), { text: 'An acute leaking blood line (ALL).' }];
    expect(marksUnder([...defined, heading('Two'), { text: 'ALL.' }])).toEqual(['ALL → all']);
  });
});

describe('how sure Bedside must be', () => {
  test.each<[number, string[]]>([
    [sureness.careful, []],
    [sureness.generous, ['Fever → fever']],
  ])('is one number: %d', (sure, expected) => {
    expect(marksUnder([{ text: 'Fever. The doctor and the patient in court.' }], 'en', sure)).toEqual(expected);
  });
});

describe('on a page in another language', () => {
  test.each<[string, string, string[]]>([
    ['certain forms stand', 'Das Ferritin.', ['Ferritin → ferritin']],
    ['everyday ones never do', 'Fever und Ferritin.', ['Ferritin → ferritin']],
    ['abbreviations do by their cues', 'NK, blood.', ['NK → nk']],
  ])('%s', (_what, text, expected) => {
    expect(marksUnder([{ text }], 'de')).toEqual(expected);
  });

  test('abbreviations do not by another section', () => {
    const page = [heading('Eins'), { text: 'Blood.' }, heading('Zwei'), { text: 'NK.' }];
    expect(marksUnder(page, 'de')).toEqual([]);
    expect(marksUnder(page, 'en')).toEqual(['NK → nk']);
  });
});

describe("the page's own words win", () => {
  const define = 'The hemophagocytic lymphohistiocytosis (HLH) of babies.';
  const other = 'A helix-loop-helix (HLH) protein.';
  const hull = 'Blood. A heavy lift hull (HLH).';
  test.each<[string, string[], number]>([
    ['a definition as ours marks it', [define], 2],
    ['and everywhere on the page', [define, 'HLH.', 'HLH of the helix.'], 4],
    ['in the other order too', ['HLH (hemophagocytic lymphohistiocytosis).', 'HLH.'], 3],
    ['a definition as something else unmarks it', [other], 0],
    ['and everywhere on the page, against cues', [other, 'HLH in blood.'], 0],
    ['a definition before it wins over one after it', [define, 'HLH.', other], 3],
    ['two definitions: the nearest before it', [define, other, 'HLH in blood.'], 2],
    ['two definitions the other way', [other, define, 'HLH of the helix.'], 3],
    ['a definition by an everyday form of ours is ours', ['Natural killer (NK) cells; ferritin.', 'NK.'], 4],
    [
      'cells of a table define what stands beside',
      ['HLH', 'helix loop helix', 'HLH', 'hemophagocytic lymphohistiocytosis'],
      2,
    ],
    ['no definition of one word changes another', [other, 'NK in blood.'], 1],
    ['a definition below it goes before the rest of its section', ['HLH.', hull], 0],
    ['but not before its own sentence', ['HLH in blood.', hull], 1],
  ])('%s', (_what, blocks, count) => {
    expect(marks(...blocks)).toHaveLength(count);
  });
});

test('where the page defines a word in two ways, only what stands near tells them apart', () => {
  const page = (text: string) =>
    marksUnder([
      heading('One'),
      { text: 'The hemophagocytic lymphohistiocytosis (HLH) of babies.' },
      heading('Two'),
      { text: 'A helix-loop-helix (HLH) protein.' },
      heading('Three'),
      { text },
      { text: 'Blood.' },
    ]).filter((mark) => mark.startsWith('HLH'));
  expect(page('HLH.')).toHaveLength(1);
  expect(page('HLH in blood.')).toHaveLength(2);
});

describe('with evidence that comes and goes', () => {
  const words = [
    'NK',
    'HLH',
    'blood',
    'Korea',
    'helix',
    'ferritin',
    'fever',
    'splenomegaly',
    'natural killer cell',
    'court',
  ];
  const defined = ['helix-loop-helix (HLH)', 'hemophagocytic lymphohistiocytosis (HLH)', 'HLH (helix loop hose)'];
  const passage = fc
    .record({
      said: fc.array(fc.constantFrom(...words, ...defined), { maxLength: 5 }),
      section: fc.constantFrom('one', 'two'),
      lang: fc.constantFrom('', 'en-GB', 'de'),
    })
    .map(({ said, section, lang }) => {
      const text = said.join(', ');
      return gather(recognise, { text, blocks: [{ start: 0, end: text.length, isHeading: false }], section, lang });
    });
  const page = fc.array(passage, { minLength: 1, maxLength: 5 });

  test('what is added and removed again leaves no trace', () => {
    fc.assert(
      fc.property(page, passage, fc.boolean(), (evidence, guest, asks) => {
        const senses = createSenses(recognise);
        for (const { said } of evidence.slice(0, 1)) senses.add(said);
        senses.add(guest.said);
        if (asks) senses.settle(guest);
        for (const { said } of evidence.slice(1)) senses.add(said);
        senses.remove(guest.said);
        const without = createSenses(recognise);
        for (const { said } of evidence) without.add(said);
        const settled = (by: Senses) => evidence.map((each) => by.settle(each));
        expect(settled(senses)).toEqual(settled(without));
      }),
    );
  });

  test('an answer changes only when the version does', () => {
    fc.assert(
      fc.property(page, passage, fc.boolean(), (evidence, question, removes) => {
        const senses = createSenses(recognise);
        for (const { said } of evidence) senses.add(said);
        senses.settle(question);
        const { version } = senses;
        const before = senses.settle(question);
        if (removes) for (const { said } of evidence.slice(0, 1)) senses.remove(said);
        else senses.add(question.said);
        if (senses.version === version) expect(senses.settle(question)).toEqual(before);
      }),
    );
  });

  test('the order of the passages does not matter', () => {
    fc.assert(
      fc.property(page, (evidence) => {
        const [forward, back] = [evidence, evidence.toReversed()].map((order) => {
          const senses = createSenses(recognise);
          for (const { said } of order) senses.add(said);
          return evidence.map((each) => senses.settle(each));
        });
        expect(back).toEqual(forward);
      }),
    );
  });
});

test('nothing crosses the border of a block', () => {
  expect(marksUnder([{ text: 'A natural' }, { text: 'killer cell' }])).toEqual([]);
  expect(marksUnder([{ text: 'Ferritin, hemophagocytic' }, { text: 'lymphohistiocytosis' }])).toEqual([
    'Ferritin → ferritin',
  ]);
});

test('an exact form goes before one in any case, whatever the order of the glossary', () => {
  const both = [form('receptor', 'CAR', { exact: true }), form('vehicle', 'car')];
  const orders = [both, both.toReversed()].map((order) => marksOf(recogniserOf(order), 'CAR'));
  expect(orders).toEqual([['CAR → receptor'], ['CAR → receptor']]);
});
