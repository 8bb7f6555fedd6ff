/** Which matches are shown: a table of small pages, and what must hold on any page. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Occurrence, shown } from '../../content/occurrences.ts';
import type { Occurrences } from '../../content/settings.ts';

/** `a1 b1 a2`: the terms a, b and a, the first two in section 1, the last in section 2. */
const page = (text: string): Occurrence[] =>
  text.split(' ').flatMap((match) => (match === '' ? [] : { term: match.charAt(0), section: match.slice(1) }));
const written = (matches: readonly Occurrence[]) => matches.map(({ term, section }) => `${term}${section}`).join(' ');

describe.each<[what: string, matches: string, known: string, every: string, section: string, page: string]>([
  ['no match', '', '', '', '', ''],
  ['one match', 'a1', '', 'a1', 'a1', 'a1'],
  ['a word twice in a section', 'a1 a1', '', 'a1 a1', 'a1', 'a1'],
  ['a word in two sections', 'a1 a2', '', 'a1 a2', 'a1 a2', 'a1'],
  ['two words in a section', 'a1 b1 a1 b1', '', 'a1 b1 a1 b1', 'a1 b1', 'a1 b1'],
  ['a section that goes on after another', 'a1 a2 a1 b1', '', 'a1 a2 a1 b1', 'a1 a2 b1', 'a1 b1'],
  ['a page without sections', 'a a b a', '', 'a a b a', 'a b', 'a b'],
  ['a known word', 'a1 b1 a2 b1', 'a', 'b1 b1', 'b1', 'b1'],
  ['only known words', 'a1 b2', 'ab', '', '', ''],
  ['a known word that is not there', 'a1 a1', 'c', 'a1 a1', 'a1', 'a1'],
])('%s: %s', (_what, matches, known, every, section, onPage) => {
  test.each<[Occurrences, string]>([
    ['every', every],
    ['section', section],
    ['page', onPage],
  ])('%s', (occurrences, wanted) => {
    expect(written(shown(page(matches), occurrences, new Set(known)))).toBe(wanted);
  });
});

test('sections are told apart by what they are, not by how they are written', () => {
  const [one, other] = [{}, {}];
  const matches = [one, other, one, '[object Object]'].map((section) => ({ term: 'a', section }));
  expect(shown(matches, 'section', new Set())).toEqual([matches[0], matches[1], matches[3]]);
});

describe('on any page', () => {
  const term = fc.constantFrom('a', 'b', 'c', 'd');
  const section = fc.oneof(fc.constantFrom(undefined, null, '', 0), fc.nat(3));
  const matches = fc.array(fc.record({ term, section }), { maxLength: 40 });
  const known = fc.uniqueArray(term, { maxLength: 3 }).map((terms) => new Set(terms));
  const choice = fc.constantFrom<Occurrences>('every', 'section', 'page');
  const holds = (check: (given: Occurrence[], known: Set<string>) => void) =>
    fc.assert(fc.property(matches, known, check), { numRuns: 500 });

  test('what is shown are the given matches, in their order', () => {
    fc.assert(
      fc.property(matches, known, choice, (given, terms, occurrences) => {
        const places = shown(given, occurrences, terms).map((match) => given.indexOf(match));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
      }),
    );
  });

  test('no known word is shown, and every other word is', () => {
    fc.assert(
      fc.property(matches, known, choice, (given, terms, occurrences) => {
        const seen = new Set(shown(given, occurrences, terms).map((match) => match.term));
        expect(seen).toEqual(new Set(given.map((match) => match.term)).difference(terms));
      }),
    );
  });

  test('"every" shows all that "section" shows, and "section" all that "page" shows', () => {
    holds((given, terms) => {
      const [every, inSection, onPage] = (['every', 'section', 'page'] as const).map(
        (occurrences) => new Set(shown(given, occurrences, terms)),
      );
      expect(every?.isSupersetOf(inSection ?? new Set())).toBe(true);
      expect(inSection?.isSupersetOf(onPage ?? new Set())).toBe(true);
    });
  });

  test('"section" shows of each word the first of each section, "page" the first of all', () => {
    holds((given, terms) => {
      const unknown = given.filter((match) => !terms.has(match.term));
      const first = (same: (a: Occurrence, b: Occurrence) => boolean) =>
        unknown.filter((match, index) => unknown.findIndex((other) => same(match, other)) === index);
      expect(shown(given, 'section', terms)).toEqual(
        first((a, b) => a.term === b.term && Object.is(a.section, b.section)),
      );
      expect(shown(given, 'page', terms)).toEqual(first((a, b) => a.term === b.term));
    });
  });
});

test('each match is looked at once', () => {
  let looks = 0;
  const matches = Array.from({ length: 1000 }, (_, index) => ({
    get term() {
      looks += 1;
      return `term-${index % 300}`;
    },
    section: index % 7,
  }));
  shown(matches, 'section', new Set());
  expect(looks).toBe(1000);
});
