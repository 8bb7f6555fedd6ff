/** The sample article, block by block: every word of the list that stands there is marked as the right term. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formsOf } from '../../content/tabled-forms.ts';
import { writeTables } from '../../content/write-tables.ts';
import { writtenWords } from './article-words.ts';
import { articleWords, knowledge, recognise } from './bundled.ts';
import { readPage } from './page.ts';
import { bothOf } from './recognisers.ts';

const blocks = readFileSync(new URL('article.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const marked = readPage(recognise, blocks).flat();

/** Words that name something else too where a list says so: "bone marrow or stem cell transplant". */
const inLists: Record<string, string[]> = { 'bone marrow': ['hematopoietic-stem-cell-transplantation'] };

test.each(writtenWords)('%j is marked as %s', (word, term) => {
  const terms = new Set(marked.filter(({ text }) => text === word).map((mark) => mark.term));
  expect([...terms].sort()).toEqual([term, ...(inLists[word] ?? [])]);
});

/** Words of the list that the article writes in another way, and how. */
const elsewhere: Record<string, string> = {
  'immune dysregulation': 'dysregulated',
  gene: 'genes',
  'natural killer cell': 'Natural Killer (NK) cells',
  'enlarged liver': 'enlarged liver and spleen',
  'enlarged spleen': 'enlarged liver and spleen',
  'bleeding tendency': 'bleeding tendencies',
  'blood count': 'blood counts',
  'liver enzymes': 'elevated liver enzymes',
  ferritin: 'ferritin levels',
  'bone marrow transplant': 'stem cell transplant',
  'immunosuppressive therapy': 'Immunosuppressive therapies',
  proliferation: 'immune cell proliferation',
};

test('no word of the list is forgotten', () => {
  const written = new Set(writtenWords.map(([word]) => word.toLowerCase()));
  const forgotten = articleWords
    .map(([word]) => word)
    .filter((word) => {
      const here = (elsewhere[word] ?? word).toLowerCase();
      return ![here, `${here}s`, `${here}es`].some((text) => written.has(text));
    });
  expect(forgotten).toEqual(['bacteria']);
  expect(blocks.join(' ')).not.toContain('bacteria');
});

test('HLH is marked wherever it stands in capitals', () => {
  const counts = (texts: readonly string[]) => texts.join('\n').match(/\bHLH\b/g)?.length;
  expect(counts(marked.map(({ text }) => text))).toBe(counts(blocks));
});

test('nothing of the site’s own words is marked', () => {
  const own = blocks.flatMap((block, index) =>
    /WhatAnswers|Last updated|Missing an answer/.test(block) ? [index] : [],
  );
  expect(own).toHaveLength(3);
  expect(own.flatMap((index) => readPage(recognise, blocks)[index])).toEqual([]);
});

test('the order of the glossary does not matter', () => {
  const turned = bothOf(writeTables(formsOf(knowledge.terms.toReversed(), knowledge.around)));
  expect(readPage(turned, blocks).flat()).toEqual(marked);
});
