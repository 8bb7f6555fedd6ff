/** The real knowledge: what must stand in it, whatever is added. */
import { expect, test } from 'vitest';
import { describe as say } from '../../content/knowledge.ts';
import { articleWords, knowledge, problems } from './bundled.ts';

test('has no problems', () => {
  expect(problems.map(say)).toEqual([]);
});

test('has at least 1,500 terms, and counts them', () => {
  expect(knowledge.terms.length).toBeGreaterThanOrEqual(1500);
  expect(knowledge.count).toBe(knowledge.terms.length);
});

test.each(articleWords)('explains %j in %s', (word, id) => {
  const term = knowledge.terms.find((one) => one.id === id);
  const forms = term?.forms.map(({ form }) => form.toLowerCase()) ?? [];
  expect(forms.some((form) => form === word.toLowerCase() || form.replace(/s$/, '') === word.toLowerCase())).toBe(true);
});

test('says of no entry that it was reviewed: none has been', () => {
  expect(knowledge.terms.filter(({ reviewed }) => reviewed)).toEqual([]);
});

test.each([
  ['ferritin', 'transferrin'],
  ['hemophagocytic-lymphohistiocytosis', 'HLHS'],
  ['macrophage-activation-syndrome', 'McCune-Albright syndrome'],
  ['macrophage-activation-syndrome', 'meconium aspiration syndrome'],
  ['mutation', 'variant'],
  ['macrophage', 'histiocyte'],
  ['histiocyte', 'macrophage'],
])('tells %s from %s', (id, other) => {
  const unlike = knowledge.terms.find((term) => term.id === id)?.unlike ?? [];
  expect(unlike.map((one) => ('term' in one ? one.term : one.name))).toContain(other);
});

test('has usual values of most of what a laboratory measures, each with a source and for whom', () => {
  const labs = knowledge.terms.filter(({ lab }) => lab);
  const withUsual = labs.filter(({ lab }) => lab?.usual.length);
  expect(withUsual.length / labs.length).toBeGreaterThan(0.7);
  for (const { lab, sources } of withUsual)
    for (const usual of lab?.usual ?? []) expect(sources).toContain(usual.source);
});

test('draws at least eight pictures, for at least forty terms', () => {
  expect(Object.keys(knowledge.pictures).length).toBeGreaterThanOrEqual(8);
  expect(knowledge.terms.filter(({ picture }) => picture).length).toBeGreaterThanOrEqual(40);
});

test('says that ferritin is high in HLH', () => {
  expect(knowledge.terms.find(({ id }) => id === 'ferritin')?.lab?.hlh).toBe('high');
});
