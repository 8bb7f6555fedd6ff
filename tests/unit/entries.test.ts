/** Spellings as entries of the tables: what an entry says together, and that the engine says the same. */
import { describe, expect, test } from 'vitest';
import { type Entry, entriesOf, pluralOf, spelledOut, withBritish } from '../../content/entries.ts';
import { recogniserOf } from './recognisers.ts';

describe('British letters within a text', () => {
  test.each([
    ['anemia', 'anaemia', 'anUemia'],
    ['hemophagocytic edema', 'haemophagocytic oedema', 'hUemophagocytic Vedema'],
    ['tumor', 'tumour', 'tumoWr'],
    ['randomized', 'randomised', 'randomiXed'],
    ['fever', 'fever', 'fever'],
  ])('%s and %s are %s', (american, british, written) => {
    expect(withBritish(american, british)).toBe(written);
  });

  test.each([
    ['center', 'centre'],
    ['leukocyte', 'leucocyte'],
    ['fever', 'fevers'],
    ['anaemia', 'anemia'],
    ['fevers', 'fever'],
  ])('%s and %s are two', (one, other) => {
    expect(withBritish(one, other)).toBeUndefined();
  });
});

test.each([
  ['fever', 'fevers'],
  ['biopsy', 'biopsies'],
  ['diagnosis', 'diagnoses'],
  ['virus', 'viruses'],
  ['rash', 'rashes'],
  ['reflex', 'reflexes'],
  ['hlh', 'hlhs'],
  ['s', 'ses'],
])('the plural of %s in the tables is %s', (text, plural) => {
  expect(pluralOf(text)).toBe(plural);
});

describe('few entries', () => {
  test.each<[string[], Entry[]]>([
    [['fever', 'fevers'], [{ text: 'fever', plural: true }]],
    [['fevers', 'fever'], [{ text: 'fever', plural: true }]],
    [['anaemias', 'anemia', 'anaemia', 'anemias'], [{ text: 'anemia', british: 'anaemia', plural: true }]],
    [
      ['anemia', 'anaemia', 'anemias'],
      [{ text: 'anemia', british: 'anaemia' }, { text: 'anemias' }],
    ],
    [
      ['nucleus', 'nuclei'],
      [{ text: 'nuclei' }, { text: 'nucleus' }],
    ],
    [
      ['stomach', 'stomachs'],
      [{ text: 'stomach' }, { text: 'stomachs' }],
    ],
  ])('of %j', (texts, entries) => {
    expect(entriesOf(texts, false)).toEqual(entries);
  });

  test('of exact texts: only their plurals are joined', () => {
    expect(entriesOf(['ANEMIA', 'ANAEMIA', 'HLH', 'HLHs'], true)).toEqual([
      { text: 'HLH', plural: true },
      { text: 'ANEMIA' },
      { text: 'ANAEMIA' },
    ]);
  });
});

describe('what an entry says is what the engine finds', () => {
  test.each<[Entry, exact: boolean]>([
    [{ text: 'anemia', british: 'anaemia', plural: true }, false],
    [{ text: 'immunization', british: 'immunisation', plural: true }, false],
    [{ text: 'gonorrhea', british: 'gonorrhoea' }, false],
    [{ text: 'tumor', british: 'tumour', plural: true }, false],
    [{ text: 'biopsy', plural: true }, false],
    [{ text: 'apoptosis', plural: true }, false],
    [{ text: 'virus', plural: true }, false],
    [{ text: 'patch', plural: true }, false],
    [{ text: 'hlh', plural: true }, false],
    [{ text: 'HLH', plural: true }, true],
    [{ text: 'sIL-2Rα' }, true],
    [{ text: 'ZAP-70 XYZ' }, true],
    [{ text: 'A|B#C' }, true],
    [{ text: 'Zyx WUV ATS' }, false],
  ])('%j', (entry, exact) => {
    // Others around it, so that it stands in a run of theirs.
    const forms = [entry, { text: 'ana' }, { text: 'tumoral' }, { text: 'hl', plural: true }].map((each) => ({
      ...each,
      term: each.text,
      exact: each === entry && exact,
      everyday: false,
    }));
    const found = (text: string) =>
      recogniserOf(forms)(text).matches.flatMap(({ start, end, forms: those }) =>
        start === 0 && end === text.length ? those.map(({ term }) => term) : [],
      );
    for (const text of spelledOut(entry)) expect(found(text)).toEqual([entry.text]);
    for (const text of [`${entry.text}x`, pluralOf(pluralOf(entry.text))]) expect(found(text)).toEqual([]);
    if (!entry.plural) expect(found(pluralOf(entry.text))).toEqual([]);
  });
});
