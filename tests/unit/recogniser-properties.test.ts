/** The recogniser against a plain one made of fold.ts's tokens, and against text meant to hurt it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, tokens } from '../../content/fold.ts';
import { createRecogniser, type Match } from '../../content/recogniser.ts';
import type { Form } from '../../content/tables.ts';
import { recognise as recogniseBundled } from './bundled.ts';

const form = (text: string): Form => ({ term: text, text, exact: false, everyday: false });
const recogniserOf = (texts: readonly string[]) => createRecogniser({ forms: texts.map(form), cues: [] });
const places = (matches: readonly Match[]) => matches.map(({ start, end }) => [start, end]);

/** The same task done the slow way: every run of tokens is compared with every form. */
function slowly(text: string, texts: readonly string[]): number[][] {
  const all = tokens(text);
  const wanted = new Set(texts.map(fold));
  const isWord = (token: { text: string } | undefined) => /^[\p{L}\p{N}]/u.test(token?.text ?? '');
  const parts = (index: number) =>
    index === all.length || all[index]?.joined !== 'touching' || !isWord(all[index - 1]) || !isWord(all[index]);
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
      fc.property(text(40), formTexts, (page, texts) => {
        expect(places(recogniserOf(texts)(page).matches)).toEqual(slowly(page, texts));
      }),
      { numRuns: 2000 },
    );
  });

  test('offsets are in order, apart, and point at what they claim', () => {
    fc.assert(
      fc.property(text(60), formTexts, (page, texts) => {
        let free = 0;
        for (const { start, end, forms } of recogniserOf(texts)(page).matches) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          for (const one of forms) expect(fold(page.slice(start, end))).toBe(fold(one.text));
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

/** A text that counts what is read of it. */
function counted(of: string) {
  const read = { characters: 0 };
  const text = {
    length: of.length,
    charCodeAt: (index: number) => {
      read.characters += 1;
      return of.charCodeAt(index);
    },
    slice: (start: number, end: number) => {
      read.characters += end - start;
      return of.slice(start, end);
    },
  };
  return { text: text as unknown as string, read };
}

describe('hostile text costs no more than its length', () => {
  const megabyte = 1 << 20;
  const hostile = recogniserOf(['a a a a', 'a+', 'a + a + b', 'natural killer cell', 'natural killer', 'aaaa', '+']);

  test.each([
    ['one letter', 'a', 0],
    ['hyphens', '-', 0],
    ['combining marks', '\u0301', 0],
    ['soft hyphens', '\u00ad', 0],
    ['a and plus', 'a+', megabyte / 2],
    ['one-letter words', 'a ', megabyte / 8],
    ['a phrase left half', 'natural killer ', Math.ceil(megabyte / 15)],
    ['letters with a mark each', 'a\u0301', 0],
    ['words far apart', `natural${' '.repeat(1000)}`, 0],
    ['half a surrogate pair', '\ud83d', 0],
  ])('%s', (_what, unit, matches) => {
    const { text: page, read } = counted(unit.repeat(Math.ceil(megabyte / unit.length)));
    expect(hostile(page).matches).toHaveLength(matches);
    expect(read.characters).toBeLessThan(page.length * 12);
  });

  test.each(['a+', 'HLH (', 'natural killer ', 'CD8\u00ad⁺ '])('the bundled glossary on %j, over and over', (unit) => {
    const cost = (times: number) => {
      const { text: page, read } = counted(unit.repeat(times));
      recogniseBundled(page);
      return read.characters;
    };
    expect(cost(20_000)).toBeLessThanOrEqual(cost(2_000) * 10.01);
  });
});
