/** The terms that the glossary's own texts name. */
import { expect, test } from 'vitest';
import type { Term } from '../../content/glossary.ts';
import { plainWith } from '../../content/plain-words.ts';
import { linkTexts } from '../../content/text-links.ts';
import { certain, recogniserOf } from './recognisers.ts';

const recognise = recogniserOf([
  certain('ferritin'),
  certain('iron'),
  { ...certain('fever'), everyday: true },
  { ...certain('enzyme'), everyday: true },
  { ...certain('means'), ambiguous: { ours: [], others: [] } },
  { ...certain('HLH'), exact: true },
]);
const ferritin: Term = {
  id: 'ferritin',
  name: 'ferritin',
  group: 'tests',
  also: [],
  parts: [],
  unlike: [],
  forms: [],
  plain: 'Ferritin stores iron.',
  figures: [],
  related: [],
  sources: [],
  written: '2026-11-23',
};

test.each([
  ['a term', {}, { plain: [[16, 20, 'iron']] }],
  ['not itself', { plain: 'Ferritin is low.' }, {}],
  [
    'each once, where it comes first',
    { hlh: 'HLH: iron.', more: 'In HLH.' },
    { plain: [[16, 20, 'iron']], hlh: [[0, 3, 'HLH']] },
  ],
  ['no everyday word that is plain', { plain: 'It goes with fever.' }, {}],
  ['no plain word with another sense', { plain: 'It means much.' }, {}],
  ['an everyday word that is hard', { plain: 'An enzyme.' }, { plain: [[3, 9, 'enzyme']] }],
  ['an everyday word that is related', { plain: 'With fever.', related: ['fever'] }, { plain: [[5, 10, 'fever']] }],
])('links %s', (_, parts, links) => {
  expect(linkTexts({ ...ferritin, ...parts }, recognise, plainWith([]))).toEqual(links);
});
