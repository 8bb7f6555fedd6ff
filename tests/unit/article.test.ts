/** The sample article, block by block: every word of issue 2 that stands there is marked as the right term. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createRecogniser } from '../../content/recogniser.ts';
import { compileTables, readTables } from '../../content/tables.ts';
import { articleWords, knowledge, recognise } from './bundled.ts';
import { readPage } from './page.ts';

const blocks = readFileSync(new URL('article.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const marked = readPage(recognise, blocks).flat();

/** The words as the article writes them, and the terms that they mean there. */
const table: readonly (readonly [string, string])[] = [
  ['HLH', 'hemophagocytic-lymphohistiocytosis'],
  ['Hemophagocytic Lymphohistiocytosis', 'hemophagocytic-lymphohistiocytosis'],
  ['Hemophagocytic lymphohistiocytosis', 'hemophagocytic-lymphohistiocytosis'],
  ['immune system', 'immune-system'],
  ['dysregulated', 'immune-dysregulation'],
  ['inflammatory response', 'inflammatory-response'],
  ['Primary HLH', 'primary-hlh'],
  ['primary HLH', 'primary-hlh'],
  ['Familial HLH', 'familial-hlh'],
  ['familial HLH', 'familial-hlh'],
  ['FHL', 'familial-hlh'],
  ['Secondary HLH', 'secondary-hlh'],
  ['secondary HLH', 'secondary-hlh'],
  ['inherited', 'inherited'],
  ['acquired', 'acquired'],
  ['genes', 'gene'],
  ['gene mutations', 'mutation'],
  ['genetic mutations', 'mutation'],
  ['mutations', 'mutation'],
  ['autosomal recessive', 'autosomal-recessive'],
  ['PRF1', 'prf1'],
  ['UNC13D', 'unc13d'],
  ['STX11', 'stx11'],
  ['STXBP2', 'stxbp2'],
  ['cytotoxic T lymphocytes', 'cytotoxic-t-lymphocyte'],
  ['cytotoxic T cells', 'cytotoxic-t-lymphocyte'],
  ['Natural Killer (NK) cells', 'natural-killer-cell'],
  ['NK cells', 'natural-killer-cell'],
  ['trigger', 'trigger'],
  ['triggers', 'trigger'],
  ['triggered', 'trigger'],
  ['infection', 'infection'],
  ['infections', 'infection'],
  ['cancers', 'cancer'],
  ['cancer', 'cancer'],
  ['viruses', 'virus'],
  ['fever', 'fever'],
  ['irritability', 'irritability'],
  ['lethargy', 'lethargy'],
  ['poor feeding', 'poor-feeding'],
  ['vomiting', 'vomiting'],
  ['diarrhea', 'diarrhea'],
  ['enlarged liver and spleen', 'hepatosplenomegaly'],
  ['hepatosplenomegaly', 'hepatosplenomegaly'],
  ['jaundice', 'jaundice'],
  ['bleeding tendencies', 'bleeding-tendency'],
  ['seizures', 'seizure'],
  ['developmental delay', 'developmental-delay'],
  ['blood counts', 'complete-blood-count'],
  ['liver enzymes', 'liver-enzymes'],
  ['ferritin levels', 'ferritin'],
  ['triglycerides', 'triglycerides'],
  ['fibrinogen', 'fibrinogen'],
  ['hemophagocytosis', 'hemophagocytosis'],
  ['bone marrow', 'bone-marrow'],
  ['Genetic testing', 'genetic-testing'],
  ['Prognosis', 'prognosis'],
  ['mortality rate', 'mortality'],
  ['medical emergency', 'medical-emergency'],
  ['chemotherapy', 'chemotherapy'],
  ['corticosteroids', 'corticosteroid'],
  ['Immunosuppressive therapies', 'immunosuppressive-therapy'],
  ['cyclosporine', 'cyclosporine'],
  ['stem cell transplant', 'hematopoietic-stem-cell-transplantation'],
  ['immune cells', 'immune-cell'],
  ['immune cell proliferation', 'proliferation'],
  ['non-specific', 'non-specific'],
];

test.each(table)('%j is marked as %s', (word, term) => {
  expect([...new Set(marked.filter(({ text }) => text === word).map((mark) => mark.term))]).toEqual([term]);
});

/** Issue 2's words that the article writes in another way, and how. */
const elsewhere: Record<string, string> = {
  'immune dysregulation': 'dysregulated',
  gene: 'genes',
  'natural killer cell': 'Natural Killer (NK) cells',
  'enlarged liver': 'enlarged liver and spleen',
  'enlarged spleen': 'enlarged liver and spleen',
  'bleeding tendency': 'bleeding tendencies',
  'blood count': 'blood counts',
  ferritin: 'ferritin levels',
  'bone marrow transplant': 'stem cell transplant',
  'immunosuppressive therapy': 'Immunosuppressive therapies',
  proliferation: 'immune cell proliferation',
};

test('no word of issue 2 is forgotten', () => {
  const written = new Set(table.map(([word]) => word.toLowerCase()));
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
  const turned = createRecogniser(readTables(compileTables(knowledge.terms.toReversed()).text));
  expect(readPage(turned, blocks).flat()).toEqual(marked);
});
