/** The recogniser against a plain one made of fold.ts's tokens, and against text meant to hurt it. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { startPlain } from '../../content/engine/start.ts';
import { fold, type Token, tokens } from '../../content/fold.ts';
import { createRecogniser, type Match } from '../../content/recogniser.ts';
import { writeTables } from '../../content/write-tables.ts';
import { compiled } from './bundled.ts';
import { certain, recogniserOf as recogniserOfForms } from './recognisers.ts';

const recogniserOf = (texts: readonly string[]) => recogniserOfForms(texts.map(certain));
const places = (matches: readonly Match[]) => matches.map(({ start, end }) => [start, end]);

/** The same task done the slow way: every run of tokens is compared with every form. */
function slowly(text: string, texts: readonly string[]): number[][] {
  const all = tokens(text);
  const wanted = new Set(texts.map(fold));
  const isWord = (token: { text: string } | undefined) => /^[\p{L}\p{N}]/u.test(token?.text ?? '');
  const isNote = (token: Token | undefined) => /[¹²³]/.test(text[token?.start ?? -1] ?? '');
  const parts = (index: number) =>
    index === all.length ||
    (isNote(all[index]) && !/\p{N}$/u.test(all[index - 1]?.text ?? '')) ||
    all[index]?.joined !== 'touching' ||
    !isWord(all[index - 1]) ||
    !isWord(all[index]);
  const found: number[][] = [];
  for (let first = 0; first < all.length; first += 1) {
    let longest = 0;
    for (let last = first; last < all.length && (last === first || all[last]?.joined !== 'break'); last += 1) {
      const run = all.slice(first, last + 1).map((token) => token.text);
      if (parts(first) && parts(last + 1) && wanted.has(run.join(' '))) longest = last + 1;
    }
    if (longest === 0) continue;
    found.push([all[first]?.start ?? -1, all[longest - 1]?.end ?? -1]);
    first = longest - 1;
  }
  return found;
}

// Few characters, so that forms are really met; each class of fold.ts has two.
const text = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'abA12+.  --—\u00ad\u0301γéﬁ²\u00a0'), maxLength });
const formTexts = fc.array(
  text(5).filter((one) => fold(one) !== ''),
  { minLength: 1, maxLength: 12 },
);

describe('for any text and any glossary', () => {
  test('finds what the plain way finds: its tokens are those of fold.ts', () => {
    fc.assert(
      fc.property(fc.array(text(40), { minLength: 4, maxLength: 4 }), formTexts, (pages, texts) => {
        const recognise = recogniserOf(texts);
        for (const page of pages) expect(places(recognise(page).matches)).toEqual(slowly(page, texts));
      }),
      { numRuns: 600 },
    );
  });

  test('offsets are in order, apart, and point at what they claim', () => {
    fc.assert(
      fc.property(text(60), formTexts, (page, texts) => {
        let free = 0;
        for (const { start, end, forms } of recogniserOf(texts)(page).matches) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          for (const { term } of forms) expect(fold(page.slice(start, end))).toBe(fold(term));
          free = end;
        }
        expect(free).toBeLessThanOrEqual(page.length);
      }),
    );
  });

  test('the order of the glossary does not matter', () => {
    fc.assert(
      fc.property(text(40), formTexts, (page, texts) => {
        expect(places(recogniserOf(texts.toReversed())(page).matches)).toEqual(
          places(recogniserOf(texts)(page).matches),
        );
      }),
    );
  });

  test('an earlier text leaves nothing behind', () => {
    fc.assert(
      fc.property(text(60), text(40), formTexts, (before, page, texts) => {
        const used = recogniserOf(texts);
        used(before);
        expect(used(page)).toEqual(recogniserOf(texts)(page));
      }),
    );
  });
});

/** How often the plain engine looks into its memory. */
const looks = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../content/engine/memory.ts', async (original) => {
  const memory = await original<typeof import('../../content/engine/memory.ts')>();
  const counted = (look: (at: number) => number) => (at: number) => {
    looks.count += 1;
    return look(at);
  };
  return { ...memory, byte: counted(memory.byte), word: counted(memory.word), four: counted(memory.four) };
});

describe('hostile text costs no more than its length', () => {
  const plain = (texts: readonly string[]) =>
    createRecogniser(writeTables({ forms: texts.map(certain), cues: [] }), startPlain);
  const hostile = plain([
    '(a+)+$',
    'a',
    'a a a a',
    'a+',
    'a + a + b',
    'natural killer cell',
    'natural killer',
    'aaaa',
    '+',
  ]);
  const bundled = createRecogniser(compiled.tables, startPlain);

  const looksAtLetter = 4;
  const cost = (recognise: typeof hostile, text: string) => {
    looks.count = 0;
    recognise(text);
    return looks.count;
  };

  test.each([
    ['one letter', 'a'],
    ['hyphens', '-'],
    ['combining marks', '\u0301'],
    ['soft hyphens', '\u00ad'],
    ['a and plus', 'a+'],
    ['one-letter words', 'a '],
    ['a phrase left half', 'natural killer '],
    ['letters with a mark each', 'a\u0301'],
    ['words far apart', `natural${' '.repeat(1000)}`],
    ['half a surrogate pair', '\ud83d'],
    ['brackets', 'HLH ('],
    ['brackets alone', '('],
    ['a prefix left alone', 'hepato- and '],
    ['matches alone', 'HLH '],
    ['a list without an end', 'T and '],
    ['a form that looks like a pattern, left half', '(a+)+'],
    ['many letters in one', 'ﷺ'],
    ['marks and signs', 'CD8\u00ad⁺ '],
  ])('%s', (_what, unit) => {
    const text = (length: number) => unit.repeat(Math.ceil(length / unit.length));
    for (const recognise of [hostile, bundled]) {
      // Which of them is only skimmed is a matter of its length: by chance its hash is that of a word of ours.
      const short = Math.max(cost(recognise, text(10_000)), 10_000 * looksAtLetter);
      expect(cost(recognise, text(100_000))).toBeLessThan(short * 12);
      expect(cost(recognise, text(10_000))).toBeLessThan(10_000 * 120);
    }
  });
});
