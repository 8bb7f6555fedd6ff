/** What the recogniser finds, on a small glossary made for it: brackets stand around every match. */
import { describe, expect, test } from 'vitest';
import type { WrittenForm } from '../../content/tabled-forms.ts';
import { certain, recogniserOf } from './recognisers.ts';

const exact = (text: string): WrittenForm => ({ ...certain(text), exact: true });

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
const recognise = recogniserOf([...forms, ...abbreviations], ['liver', 'bone marrow', 'ferritin', 'e box']);

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
    ['the liver', ['liver']],
    ['Bone-marrow of the LIVER', ['Bone-marrow', 'LIVER']],
    ['bone marrow transplant', ['bone marrow']],
    ['ferritin', ['ferritin']],
    ['the E-box motif', ['E-box']],
    ['livers, bones, marrow', []],
  ])('of %j', (text, cues) => {
    expect(recognise(text).cues.map(({ start, end }) => text.slice(start, end))).toEqual(cues);
  });

  test('are each a number of its own, the same wherever they stand', () => {
    const numbers = ['liver', 'bone marrow', 'ferritin', 'E-box'].map((text) => recognise(text).cues[0]?.cue);
    expect([...numbers].sort()).toEqual([0, 1, 2, 3]);
    const together = recognise('E-box, ferritin, bone marrow, liver, E-box').cues.map(({ cue }) => cue);
    expect(together).toEqual([...numbers.toReversed(), numbers[3]]);
  });

  test('are found inside a longer match', () => {
    const two = recogniserOf([certain('bone marrow transplant')], ['marrow']);
    expect(two('a bone marrow transplant')).toMatchObject({
      matches: [{ start: 2, end: 24 }],
      cues: [{ cue: 0, start: 7, end: 13 }],
    });
  });
});

describe('around the three letters of HLH', () => {
  const named = { ...exact('HLH'), term: 'HLH', texts: ['HLH', 'HLHs'] };
  const both = recogniserOf([
    named,
    { ...exact('pHLH'), term: 'primary HLH' },
    { ...exact('HLH-2004'), term: 'the treatment plan' },
    { ...exact('HLH/MAS'), term: 'MAS' },
  ]);

  test.each<[written: string, found: string, why: string]>([
    ['HLHs', '[HLHs]', 'its plural'],
    ["HLH's", "[HLH]'s", 'its genitive'],
    ['HLH’s', '[HLH]’s', 'with a curly apostrophe'],
    ['HLHS', 'HLHS', 'hypoplastic left heart syndrome'],
    ['hlhs', 'hlhs', 'the same in small letters'],
    ['hlh-1', 'hlh-1', 'a gene of a worm, in small letters'],
    ['bHLH', 'bHLH', 'a family of proteins'],
    ['mHLH', 'mHLH', 'nobody knows: none of its forms'],
    ['HLH1', 'HLH1', 'a gene, or a note that lost its place: in doubt, no mark'],
    ['HLH¹', '[HLH]¹', 'a raised figure is a note'],
    ['HLH2004', '[HLH2004]', 'a form of its own, with a hyphen or without'],
    ['HLH-2004', '[HLH-2004]', 'a form of its own'],
    ['HLH‑2004', '[HLH‑2004]', 'with a hyphen that does not break'],
    ['HLH-2005', '[HLH]-2005', 'no form: the word before the hyphen is read alone'],
    ['pHLH', '[pHLH]', 'a form of its own'],
    ['HLH-like', '[HLH]-like', 'about the illness, whatever follows'],
    ['HLHs-like', '[HLHs]-like', 'the same of the plural'],
    ['HLH-associated', '[HLH]-associated', 'about the illness'],
    ['non-HLH', 'non-[HLH]', 'who reads it needs the word explained'],
    ['anti-HLH', 'anti-[HLH]', 'against the illness'],
    ['post-HLH', 'post-[HLH]', 'after the illness'],
    ['(HLH)', '([HLH])', 'signs part words'],
    ['HLH/MAS', '[HLH/MAS]', 'the longer form'],
    ['HLH/sepsis', '[HLH]/sepsis', 'a stroke parts words'],
    ['HLH_id', '[HLH]_id', 'a sign like any other here: the shape decides later'],
  ])('%s is %s: %s', (written, expected) => {
    const marked = both(written).matches.reduceRight(
      (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      written,
    );
    expect(marked).toBe(expected);
  });
});

describe('one writing of a form finds the others', () => {
  const hyphens = ['-', '‐', '‑', '‒', '–', '−', '－', ' ', '\u00a0', '\u202f'];
  const between = (before: string, after: string) => hyphens.map((hyphen) => `${before}${hyphen}${after}`);

  test.each<[form: string, others: string[], never: string[]]>([
    ['T cell', between('T', 'cell'), ['Tcell', 'T/cell', 'T. cell', 'T—cell', 't(cell)']],
    ['NK/T-cell', ['NK/T cell', 'NK / T-cell', 'nk/t‑cell'], ['NK-T cell', 'NKT cell']],
    ['sIL-2R', [...between('sIL', '2R'), 'sIL2R', 'SIL-2R'], ['IL-2R', 'sIL-2Rα', 'sIL-2']],
    ['sIL-2Rα', ['sIL2Rα', 'sIL-2R alpha', 'sIL-2R-α', 'sIL-2RΑ', 'sIL-2R-alpha'], ['sIL-2Rb', 'sIL-2R']],
    ['IL-1β', ['IL1β', 'IL-1 beta', 'IL1-beta', 'IL‑1β', 'IL–1–β'], ['IL-1', 'IL-1α', 'IL-1ß']],
    [
      'interferon-γ',
      [...between('interferon', 'gamma'), 'interferon γ', 'INTERFERON-Γ'],
      ['interferon', 'interferony'],
    ],
    ['IFN-γ', ['IFNγ', 'IFN-gamma', 'IFN gamma', 'ifnγ'], ['IFNgamma', 'IFN', 'IFN-y']],
    ['CD8+', ['CD8⁺', 'CD8 +', 'CD 8+', 'CD8﹢', 'CD8＋', 'cd-8+'], ['CD8', 'CD80+', 'CD8-']],
    ['t(8;21)', ['t(8; 21)', 't (8;21)', 'T(8;21)'], ['t(8,21)', 't(8;2)', 't(8;21', 't(8;211)']],
    ['HLA-DR', between('HLA', 'DR'), ['HLADR', 'HLA-DRB', 'HLA/DR']],
    ['HLH-2004', [...between('HLH', '2004'), 'HLH2004', 'ＨＬＨ－２００４'], ['HLH-94', 'HLH-20', '2004']],
    ["Still's disease", ['Still’s disease', 'Stillʼs disease', 'STILL’S DISEASE'], ['Stil’s disease']],
    [
      'fibrinogen',
      ['ﬁbrinogen', 'fi\u00adbri\u00adno\u00adgen', 'fib\u200brinogen', 'ｆｉｂｒｉｎｏｇｅｎ'],
      ['fib rinogen'],
    ],
    ['Chédiak', ['Che\u0301diak', 'Chediak', 'CHÉDIAK', 'CHE\u0301DIAK'], ['Chödiaks']],
    [
      'hemophagocytic',
      ['HEMOPHAGOCYTIC', 'Hemophagocytic', 'hemo\u00adphagocytic'],
      ['hemo-phagocytic', 'hemo phagocytic'],
    ],
  ])('%s', (form, others, never) => {
    const whole = recogniserOf([certain(form)]);
    const finds = (text: string) => {
      const [match] = whole(text).matches;
      return match?.start === 0 && match.end === text.length;
    };
    expect([form, ...others].filter((text) => !finds(text))).toEqual([]);
    expect(never.filter(finds)).toEqual([]);
  });
});

test('one place can have forms of several terms', () => {
  const car = { ...exact('CAR'), term: 'receptor' };
  const both = recogniserOf([car, { ...certain('car'), term: 'vehicle' }]);
  const termsOf = (text: string) => both(text).matches.map((match) => match.forms.map(({ term }) => term));
  expect(termsOf('a CAR, a car')).toEqual([['receptor', 'vehicle'], ['vehicle']]);
});

test('an empty glossary finds nothing', () => {
  expect(recogniserOf([])('ferritin')).toEqual({ matches: [], cues: [] });
});

describe('a text of several nodes', () => {
  /** Nodes parted by `|` are one running text; by `‖`, two. Gives what is found, in brackets. */
  const inNodes = (written: string) => {
    const nodes = written.split(/[|‖]/);
    const borders = [...written].filter((sign) => sign === '|' || sign === '‖');
    const starts = nodes.slice(1).map((_, index) => nodes.slice(0, index + 1).join('').length);
    const parted = (before: number, after: number) => borders.slice(before, after).includes('‖');
    const text = nodes.join('');
    return recognise(text, { starts, parted }).matches.reduceRight(
      (marked, { start, end }) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`,
      text,
    );
  };

  test.each([
    ['hepato|splenomegaly', '[hepatosplenomegaly]'],
    ['hepato‖splenomegaly', 'hepatosplenomegaly'],
    ['ferritin‖fibrinogen', '[ferritin][fibrinogen]'],
    ['ferritin||‖fibrinogen', '[ferritin][fibrinogen]'],
    ['fer|ri|tin', '[ferritin]'],
    ['fer|\u00ad|ri|tin', '[fer\u00adritin]'],
    ['é|ferritin', 'éferritin'],
    ['é‖ferritin', 'é[ferritin]'],
    ['bone |marrow', '[bone marrow]'],
    ['bone ‖marrow', 'bone marrow'],
    ['bone‖ marrow', 'bone marrow'],
    ['CD|8|+| T |cell', '[CD8+ T cell]'],
    ['CD8|+| T cell', '[CD8+ T cell]'],
    ['CD8‖+| T cell', 'CD8+ [T cell]'],
    ['IFN-|γ', '[IFN-γ]'],
    ['IFN-‖γ', 'IFN-γ'],
    ['sIL|-|2|R', '[sIL-2R]'],
    ['Still|’s disease', '[Still’s disease]'],
    ['T‖-cell', 'T-[cell]'],
    ['T-‖cell', 'T-[cell]'],
    ['SpO|₂', '[SpO₂]'],
    ['ﬁ|brinogen', '[ﬁbrinogen]'],
    ['Che|\u0301diak-Higashi', '[Che\u0301diak-Higashi]'],
    ['HLH‖HLH', '[HLH][HLH]'],
    ['HLH|HLH', 'HLHHLH'],
    ['HLH|12', '[HLH]12'],
    ['HLH|-|2004', '[HLH-2004]'],
    ['HLH‖2004', '[HLH]2004'],
    ['IL|6', '[IL6]'],
    ['2‖HLH', '2[HLH]'],
    ['2|HLH', '2HLH'],
    ['natural killer| ‖cell', '[natural killer] [cell]'],
  ])('%s', (written, found) => {
    expect(inNodes(written)).toBe(found);
  });
});

test('a figure raised after a word is a note', () => {
  expect(bracketed('ferritin¹ HLH², ferritin1 HLH2')).toBe('[ferritin]¹ [HLH]², ferritin1 HLH2');
});

test('a trade mark is no letter', () => {
  expect(bracketed('Ferritin™ HLH®')).toBe('[Ferritin]™ [HLH]®');
});

describe('a very long text', () => {
  const filling = 'So it was. '.repeat(4000);

  test('is found whole, and offsets stay true', () => {
    const text = `ferritin ${filling}natural killer cell ${filling}HLH`;
    const found = recognise(text).matches.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['ferritin', 'natural killer cell', 'HLH']);
  });

  test('of many nodes, too', () => {
    const words = Array.from({ length: 10_000 }, (_, index) => (index % 2 ? 'fer' : 'ritin '));
    const text = words.join('');
    const starts = words.slice(1).map((_, index) => Math.floor((index + 1) / 2) * 9 + ((index + 1) % 2) * 6);
    expect(recognise(text, { starts, parted: () => false }).matches).toHaveLength(4999);
  });

  test('of matches only', () => {
    expect(recognise('HLH '.repeat(20_000)).matches).toHaveLength(20_000);
  });
});
