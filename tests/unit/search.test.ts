/** The search over the real knowledge: what a tired reader types, and what must come first. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createSearch, searchable } from '../../content/search.ts';
import { articleWords, knowledge } from './bundled.ts';

const { search, whole } = createSearch(knowledge.terms.map(searchable));
beforeAll(() => whole);

describe('what is typed', () => {
  test.each([
    ['hlh', 'hemophagocytic-lymphohistiocytosis'],
    ['HLH', 'hemophagocytic-lymphohistiocytosis'],
    ['ferritin', 'ferritin'],
    ['  Ferritin levels ', 'ferritin'],
    ['haemophagocytosis', 'hemophagocytosis'],
    ['il6', 'interleukin-6'],
    ['IFN gamma', 'interferon-gamma'],
    ['ifnγ', 'interferon-gamma'],
    ['NK cells', 'natural-killer-cell'],
    ['spleen big', 'splenomegaly'],
    ['big spleen', 'splenomegaly'],
  ])('%j comes first', (query, id) => {
    expect(search(query)[0]).toBe(id);
  });

  test.each([
    ['hemaphagocitic', 'hemophagocytic-lymphohistiocytosis'],
    ['hemophagocytic lymphohistiocitosis', 'hemophagocytic-lymphohistiocytosis'],
    ['feritin', 'ferritin'],
    ['natural kiler', 'natural-killer-cell'],
    ['hepatosplenomegalia', 'hepatosplenomegaly'],
    ['etoposid', 'etoposide'],
    ['triglicerides', 'triglycerides'],
    ['diarhea', 'diarrhea'],
    ['hemophag', 'hemophagocytosis'],
  ])('%j comes within the first three', (query, id) => {
    expect(search(query).slice(0, 3)).toContain(id);
  });

  test.each(['', '   ', '-', '—', "'", 'xqzw'])('%j finds nothing', (query) => {
    expect(search(query)).toEqual([]);
  });
});

test.each(articleWords)('%j is found among the first three', (word, id) => {
  expect(search(word).slice(0, 3)).toContain(id);
});

test('every term is found first by its name', { timeout: 60_000 }, () => {
  const missed = knowledge.terms.filter(({ id, name }) => search(name)[0] !== id).map(({ name }) => name);
  expect(missed).toEqual([]);
});

test('a result stands once, and only so many', () => {
  for (const query of ['a', 'hlh', 'cell', 'blood']) {
    const found = search(query);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeLessThanOrEqual(12);
  }
});

test('a shorter form goes before a longer one that begins alike', () => {
  expect(search('splen').slice(0, 2)).toEqual(['spleen', 'splenectomy']);
});

test('while terms are still being read, forms are found, and errors are not yet forgiven', async () => {
  const young = createSearch(knowledge.terms.map(searchable));
  expect(young.search('ferritin')[0]).toBe('ferritin');
  // After two turns the first terms are read, and theirs would be the only errors to be forgiven.
  for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => setTimeout(done));
  const early = knowledge.terms.slice(0, 20).find(({ name }) => /^[a-z]{6,}$/.test(name));
  const typed = `${early?.name}q`;
  expect(young.search(typed)).toEqual([]);
  await young.whole;
  expect(young.search(typed)).toContain(early?.id);
});
