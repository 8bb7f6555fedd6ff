/** What the recogniser finds, on a small glossary made for it: brackets stand around every match. */
import { describe, expect, test } from 'vitest';
import { createRecogniser } from '../../content/recogniser.ts';
import type { Form } from '../../content/tables.ts';

const certain = (text: string): Form => ({ term: text, text, exact: false, everyday: false });
const exact = (text: string): Form => ({ ...certain(text), exact: true });

const forms = [
  ...['ferritin', 'hepatosplenomegaly', 'natural killer', 'natural killer cell', 'cell', 'bone marrow', 'T cell'],
  ...[
    'marrow transplant',
    'graft versus host disease',
    'graft',
    'CD8+ T cell',
    'fibrinogen',
    'Chédiak-Higashi',
    'SpO2',
  ],
  ...["Still's disease", 'interferon gamma', 'L. infantum', 'oedema'],
].map(certain);
const abbreviations = ['HLH', 'HLH-2004', 'ALL', 'IFN-γ', 'IL-6', 'TNF-α', 'CsA', 'sIL-2R'].map(exact);
const recognise = createRecogniser({
  forms: [...forms, ...abbreviations],
  cues: ['liver', 'bone marrow', 'ferritin', 'e box'],
});

const bracketed = (text: string) =>
  recognise(text).matches.reduceRight(
    (marked, { start, end }) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
    text,
  );

describe.each<[string, string[]]>([
  ['case', ['[Ferritin] is [FERRITIN]', '[HLH] but hlh and Hlh', '[ALL] of all and All', '[CsA], not CSA or csa']],
  ['exact forms in other spellings', ['[IFN-γ], [IFNγ], [IFN-gamma], [IFN gamma]; not ifn-γ', '[TNFα] [TNF–alpha]']],
  [
    'boundaries',
    ['apoferritin ferritinopathy', '([ferritin]), “[ferritin]”; [ferritin].', 'HLHx xHLH HLH2 2HLH [HLH]/[HLH]'],
  ],
  ['boundaries at hyphens', ['anti-[ferritin]', '[HLH]-like', 'non-[HLH] and pre-[HLH]-2005']],
  ['boundaries at the ends', ['[ferritin]', ' [ferritin] ', '', ' ', '-']],
  ['possessives', ["[HLH]'s, [HLH]’s", "in [Still’s disease] and [Still's disease]"]],
  [
    'longest first',
    ['[natural killer cell]', '[natural killer] and [cell]', 'natural [cell]', '[HLH-2004] then [HLH] 2005'],
  ],
  ['the first of two that overlap', ['[bone marrow] transplant', 'a [marrow transplant]']],
  ['a long form given up', ['[graft] versus host reaction', '[graft]-versus [graft-versus-host disease]']],
  [
    'dashes',
    ['[T-cell] [T‐cell] [T‑cell] [T‒cell] [T–cell] [T−cell] [T－cell]', 'T—[cell]', 'T -- [cell]', 'T ― [cell]'],
  ],
  ['blanks', ['[T\u00a0cell] [T\u202fcell] [T\u2009cell] [T   cell]']],
  ['split lines', ['[natural\nkiller\r\n    cell]']],
  ['never across a stop', ['natural, killer. T. [cell]; bone (marrow)', '[L. infantum], L infantum']],
  ['soft hyphens', ['[hepato\u00adspleno\u00admegaly]', '\u00ad[ferritin]\u00ad', '[natural\u00ad killer]']],
  ['zero-width characters', ['[ferri\u200btin] [ferri\u200ctin] [fer\u200dritin] [ferri\u2060tin] \ufeff[ferritin]']],
  ['ligatures', ['[ﬁbrinogen] [ﬁ\u00adbrinogen]', '[œdema] [Œdema]']],
  ['accents, composed or not', ['[Chédiak-Higashi] [Che\u0301diak–Higashi] [Chediak Higashi]']],
  ['full-width', ['[ＨＬＨ] [ｆｅｒｒｉｔｉｎ] [ＩＬ－６]']],
  ['subscripts', ['[SpO₂] [SpO2] [SpO 2]']],
  ['numbers', ['[IL-6] [IL6] [IL 6] IL-60 IL-6a 1IL-6', '[sIL-2R] sil-2r']],
  ['emoji beside a word', ['💛[ferritin]', '[HLH]💛', '[ferritin] 💛']],
])('%s', (_what, texts) => {
  test.each(texts)('%j', (expected) => {
    expect(bracketed(expected.replace(/[[\]]/g, ''))).toBe(expected);
  });
});

test.each([
  ['a [CD8⁺ T cell] here', 'CD8+ T cell'],
  ['a [CD8+ T-cell] here', 'CD8+ T cell'],
  ['a [CD8 + T cell] here', 'CD8+ T cell'],
  ['[interferon-γ] rises', 'interferon gamma'],
  ['[interferon\u00a0γ] rises', 'interferon gamma'],
])('%j is %s', (expected, term) => {
  const text = expected.replace(/[[\]]/g, '');
  expect(bracketed(text)).toBe(expected);
  expect(recognise(text).matches[0]?.forms.map((form) => form.term)).toEqual([term]);
});

describe('cues', () => {
  test.each([
    ['the liver', [0]],
    ['Bone-marrow of the LIVER', [0, 1]],
    ['bone marrow transplant', [1]],
    ['ferritin', [2]],
    ['the E-box motif', [3]],
    ['livers, bones, marrow', []],
  ])('of %j', (text, cues) => {
    expect(recognise(text).cues.map(({ cue }) => cue).sort()).toEqual(cues);
  });

  test('are found inside a longer match', () => {
    const two = createRecogniser({ forms: [certain('bone marrow transplant')], cues: ['marrow'] });
    expect(two('a bone marrow transplant')).toMatchObject({ matches: [{ start: 2, end: 24 }], cues: [{ cue: 0, start: 7, end: 13 }] });
  });
});

test('one place can have forms of several terms', () => {
  const car = { ...exact('CAR'), term: 'receptor' };
  const both = createRecogniser({ forms: [car, { ...certain('car'), term: 'vehicle' }], cues: [] });
  const termsOf = (text: string) => both(text).matches.map((match) => match.forms.map(({ term }) => term));
  expect(termsOf('a CAR, a car')).toEqual([['receptor', 'vehicle'], ['vehicle']]);
});

test('two forms of equal hash are both found', () => {
  const [one, other] = ['hemopenia emiamegaly', 'phagoderm emiaphago'] as const;
  const two = createRecogniser({ forms: [certain(one), certain(other)], cues: [] });
  expect([one, other].map((text) => two(text).matches.length)).toEqual([1, 1]);
});

test('an empty glossary finds nothing', () => {
  expect(createRecogniser({ forms: [], cues: [] })('ferritin')).toEqual({ matches: [], cues: [] });
});
