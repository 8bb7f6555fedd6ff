/** Rows of figures, typed by hand from the sources, that the knowledge has to hold: each of them, and none beside. */
import { describe, expect, test } from 'vitest';
import type { Criteria, Figure } from '../../content/figures.ts';
import { readKnowledge } from '../../content/knowledge.ts';
import { knowledgeFiles } from '../../scripts/knowledge-files.ts';

/** A figure in words, what and whom it is of, and the terms that hold it, with spaces between them. */
type Row = [figure: string, of: RegExp, terms: string];

const { knowledge } = readKnowledge(knowledgeFiles());

const range = (from?: number, to?: number) =>
  [from === undefined ? '' : `from ${from}`, to === undefined ? '' : `to ${to}`].join(' ').trim();

const inWords = ({ is, value, to, unit }: Pick<Figure, 'is' | 'value' | 'to' | 'unit'>) =>
  `${is === 'from to' ? range(value, to) : `${is} ${value}`} ${unit}`.trim();

/** Every figure outside criteria, and what is usual in a laboratory. */
export const figures = knowledge.terms.flatMap(({ id, figures, lab }) => [
  ...figures.map((figure) => ({
    term: id,
    source: figure.source,
    words: inWords(figure),
    of: `${figure.label}, ${figure.for}`,
    hard: figure.hard ?? false,
  })),
  ...(lab?.usual ?? []).map(({ for: whom, from, to, source }) => ({
    term: id,
    source,
    words: `usual ${range(from, to)} ${lab?.unit}`,
    of: whom,
    hard: false,
  })),
]);

/** The sources whose rows this file has. */
export const held = new Set<string>();

/** All that the knowledge has from a source: each row names one figure of each of its terms. */
export function holds(source: string, title: string, rows: readonly Row[]) {
  held.add(source);
  const ofSource = figures.filter((figure) => figure.source === source);
  const named = rows.flatMap(([words, of, terms]) => terms.split(' ').map((term) => ({ term, words, of })));
  describe(`${source}, ${title}`, () => {
    test.each(named)('$term: $words', ({ term, words, of }) => {
      const found = ofSource.filter((figure) => figure.term === term && of.test(figure.of));
      expect(found.map((figure) => figure.words)).toEqual([words]);
    });

    test('none beside them', () => {
      const beside = ofSource.filter(
        (figure) =>
          !named.some(({ term, words, of }) => term === figure.term && words === figure.words && of.test(figure.of)),
      );
      expect(beside).toEqual([]);
    });
  });
}

type Value = Criteria['items'][number]['values'][number];

function valueInWords(value: Value): string {
  const what = 'when' in value ? value.when : [value.label, inWords(value), value.for].filter(Boolean).join(' ');
  return value.points === undefined ? what : `${what}: ${value.points}`;
}

const withCriteria = knowledge.terms.filter(({ criteria }) => criteria);

/** The terms that hold criteria or a score. */
export const criteriaIds = withCriteria.map(({ id }) => id);

/** A set of criteria or a score, whole: the term of each item, and its values with their points. */
export function holdsCriteria(id: string, source: string, rule: RegExp, items: readonly string[][]) {
  test(`${source}, ${id}`, () => {
    const criteria = withCriteria.find((term) => term.id === id)?.criteria;
    expect(criteria?.items.map(({ term, values }) => [term, ...values.map(valueInWords)])).toEqual(items);
    expect(criteria).toMatchObject({ source, rule: expect.stringMatching(rule) });
  });
}
