/** Every folding that design.md names, as spellings that must be equal or must not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, tokens } from '../../content/fold.ts';

describe('folds alike', () => {
  test.each([
    ['case', 'ferritin', ['Ferritin', 'FERRITIN', 'fErRiTiN']],
    ['hyphen, blank or nothing before a number', 'il 6', ['IL-6', 'IL6', 'IL 6']],
    ['no-break spaces', 'nk cell', ['NK\u00a0cell', 'NK\u202fcell', 'NK\u2007cell']],
    ['other blanks', 'nk cell', ['NK\ncell', 'NK\r\n\t cell', 'NK\u2009cell', 'NK\u3000cell']],
    ['dashes', 't cell', ['T-cell', 'T‐cell', 'T\u2011cell', 'T‒cell', 'T–cell', 'T−cell', 'T﹣cell', 'T－cell']],
    ['soft hyphens', 'splenomegaly', ['spleno\u00admegaly', '\u00adsplen\u00ado\u00admegaly\u00ad']],
    ['zero-width characters', 'ferritin', ['ferri\u200btin', 'ferri\u200ctin', 'ferri\u2060tin', '\ufeffferritin']],
    ['Greek letters and their names', 'ifn gamma', ['IFN-γ', 'IFNγ', 'IFN-gamma', 'IFN Γ', 'IFN–Gamma']],
    ['Greek letters between letters', 'tnf alpha', ['TNF-α', 'TNFα', 'TNF alpha']],
    ['the two mus', 'mu g', ['µg', 'μg', 'mu g']],
    ['superscripts', 'cd 8 +', ['CD8⁺', 'CD8+', 'CD⁸⁺', 'CD8 +']],
    ['subscripts', 'spo 2', ['SpO₂', 'SpO2']],
    ['ligatures', 'fibrinogen', ['ﬁbrinogen']],
    ['ligatures of three', 'efficacy', ['eﬃcacy']],
    ['the Latin ligatures', 'haemophagocytic oedema', ['hæmophagocytic œdema', 'HÆMOPHAGOCYTIC ŒDEMA']],
    ['composed and decomposed accents', 'chediak', ['Chédiak', 'Che\u0301diak', 'Chediak', 'CHÉDIAK']],
    ['full-width letters and digits', 'hlh 94', ['ＨＬＨ－９４', 'HLH-94']],
    ['possessives', 'still s disease', ["Still's disease", 'Still’s disease', 'Stillʼs disease']],
    ['signs, each a token', 'hlh / mas', ['HLH/MAS', 'HLH / MAS']],
  ])('%s', (_what, folded, spellings) => {
    expect(spellings.map(fold)).toEqual(spellings.map(() => folded));
  });
});

describe('keeps apart', () => {
  test.each([
    ['different words', 'ferritin', 'ferritine'],
    ['a word and its parts', 'hepatosplenomegaly', 'hepato splenomegaly'],
    ['numbers', 'IL-1', 'IL-18'],
    ['a plus', 'CD8', 'CD8+'],
    ['a comma', 'liver, spleen', 'liver spleen'],
    ['an em dash', 'liver—spleen', 'liver spleen'],
  ])('%s', (_what, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

test.each([
  ['IL6', ['il', '6:touching']],
  ['IL-6', ['il', '6:phrase']],
  ['NK  cell', ['nk', 'cell:phrase']],
  ['NK -- cell', ['nk', 'cell:break']],
  ['CD8⁺ T', ['cd', '8:touching', '+:touching', 't:phrase']],
])('says how the tokens of %j follow one another', (text, expected) => {
  const [first, ...rest] = tokens(text);
  expect([first?.text, ...rest.map((token) => `${token.text}:${token.joined}`)]).toEqual(expected);
});

describe('for any text', () => {
  const texts = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'aZé9γ⁺ﬁ -–—\u00ad\u200b\u0301\u00a0'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  });

  test('tokens are in order, apart, and inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0;
        for (const { start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('a token is folded from its own place', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, text: folded } of tokens(text)) expect(fold(text.slice(start, end))).toBe(folded);
      }),
    );
  });

  test('composed or decomposed makes no difference', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abéüñçÅ -1'), maxLength: 30 });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });
});
