/** The right sense or none: what stands, by the words around it, the page's own words and the rest of the page. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSenses, gather } from '../../content/senses.ts';
import type { WrittenForm } from '../../content/tables.ts';
import { recognise as bundled } from './bundled.ts';
import { marksOf, readPage } from './page.ts';
import { recogniserOf } from './recognisers.ts';

const form = (term: string, text: string, more: Partial<WrittenForm> = {}): WrittenForm => ({
  term,
  text,
  exact: false,
  everyday: false,
  ...more,
});
const cues = ['killer', 'blood', 'korea', 'helix'];
const forms = [
  form('hlh', 'hemophagocytic lymphohistiocytosis'),
  form('hlh', 'HLH', { exact: true, ambiguous: { ours: [1], others: [3] } }),
  form('nk', 'natural killer cell'),
  form('nk', 'natural killer', { everyday: true }),
  form('nk', 'NK', { exact: true, ambiguous: { ours: [0, 1], others: [2] } }),
  form('ferritin', 'ferritin'),
  form('spleen', 'splenomegaly'),
  form('fever', 'fever', { everyday: true }),
];
const recognise = recogniserOf(forms, cues);
const marks = (...blocks: string[]) => marksOf(recognise, ...blocks);

describe('a form that is', () => {
  test.each<[string, string[], string[]]>([
    ['certain stands alone', ['Ferritin.'], ['Ferritin → ferritin']],
    ['everyday does not', ['Election fever.'], []],
    ['everyday does beside a certain one', ['Fever, high ferritin.'], ['Fever → fever', 'ferritin → ferritin']],
    ['everyday does not by one certain term elsewhere', ['Fever.', 'Ferritin.'], ['Ferritin → ferritin']],
    [
      'everyday does by three certain terms elsewhere',
      ['Fever.', 'Ferritin. Splenomegaly. A natural killer cell.'],
      ['Fever → fever', 'Ferritin → ferritin', 'Splenomegaly → spleen', 'natural killer cell → nk'],
    ],
    ['ambiguous does not stand alone', ['NK.'], []],
    ['ambiguous does by a cue of ours', ['NK in blood.'], ['NK → nk']],
    ['ambiguous does by a cue elsewhere on the page', ['NK.', 'In blood.'], ['NK → nk']],
    ['ambiguous does not by a cue of another sense', ['NK (Korea).'], []],
    ['ambiguous does not when cues are even', ['NK blood of Korea.'], []],
    ['ambiguous follows its own block first', ['NK in blood.', 'Korea.'], ['NK → nk']],
    ['ambiguous follows its own block first, the other way', ['NK in Korea.', 'Blood.'], []],
    [
      'ambiguous does by its own term in full',
      ['A natural killer cell, an NK.'],
      ['natural killer cell → nk', 'NK → nk'],
    ],
  ])('%s', (_what, blocks, expected) => {
    expect(marks(...blocks)).toEqual(expected);
  });
});

describe("the page's own words win", () => {
  const define = 'The hemophagocytic lymphohistiocytosis (HLH) of babies.';
  const other = 'A helix-loop-helix (HLH) protein.';
  test.each<[string, string[], number]>([
    ['a definition as ours marks it', [define], 2],
    ['and everywhere on the page', [define, 'HLH.', 'HLH of the helix.'], 4],
    ['in the other order too', ['HLH (hemophagocytic lymphohistiocytosis).', 'HLH.'], 3],
    ['a definition as something else unmarks it', [other], 0],
    ['and everywhere on the page, against cues', [other, 'HLH in blood.'], 0],
    ['two definitions: each in its own block only', [define, other, 'HLH in blood.'], 2],
    [
      'a definition by an everyday form of ours is ours',
      ['Natural killer (NK) lymphocytes; ferritin.', 'NK in blood.'],
      4,
    ],
    ['no definition of one word changes another', [other, 'NK in blood.'], 1],
  ])('%s', (_what, blocks, count) => {
    expect(marks(...blocks)).toHaveLength(count);
  });
});

describe('with evidence that comes and goes', () => {
  const words = ['NK', 'HLH', 'blood', 'Korea', 'helix', 'ferritin', 'fever', 'splenomegaly', 'natural killer cell'];
  const defined = ['helix-loop-helix (HLH)', 'hemophagocytic lymphohistiocytosis (HLH)', 'HLH (helix loop hose)'];
  const block = fc.array(fc.constantFrom(...words, ...defined), { maxLength: 5 }).map((said) => said.join(', '));
  const page = fc.array(block, { minLength: 1, maxLength: 5 });

  test('what is added and removed again leaves no trace', () => {
    fc.assert(
      fc.property(page, block, (blocks, passing) => {
        const senses = createSenses(recognise);
        const evidence = blocks.map((text) => gather(recognise, text));
        const guest = gather(recognise, passing);
        evidence.slice(0, 1).forEach(senses.add);
        senses.add(guest);
        evidence.slice(1).forEach(senses.add);
        senses.remove(guest);
        const without = createSenses(recognise);
        evidence.forEach(without.add);
        expect(evidence.map(senses.settle)).toEqual(evidence.map(without.settle));
      }),
    );
  });

  test('an answer changes only when the version does', () => {
    fc.assert(
      fc.property(page, block, fc.boolean(), (blocks, asked, removes) => {
        const senses = createSenses(recognise);
        const question = gather(recognise, asked);
        const evidence = blocks.map((text) => gather(recognise, text));
        evidence.forEach(senses.add);
        const { version } = senses;
        const before = senses.settle(question);
        if (removes) evidence.slice(0, 1).forEach(senses.remove);
        else senses.add(question);
        if (senses.version === version) expect(senses.settle(question)).toEqual(before);
      }),
    );
  });

  test('the order of the blocks does not matter', () => {
    fc.assert(
      fc.property(page, (blocks) => {
        expect(readPage(recognise, blocks.toReversed()).reverse()).toEqual(readPage(recognise, blocks));
      }),
    );
  });
});

test('an exact form goes before one in any case, whatever the order of the glossary', () => {
  const both = [form('receptor', 'CAR', { exact: true }), form('vehicle', 'car')];
  const orders = [both, both.toReversed()].map((order) => marksOf(recogniserOf(order), 'CAR'));
  expect(orders).toEqual([['CAR → receptor'], ['CAR → receptor']]);
});

describe('the bundled glossary', () => {
  const hlh = 'HLH → hemophagocytic-lymphohistiocytosis';

  test.each([
    ['Proteins with the HLH motif bind DNA at the E-box as a transcription factor.'],
    ['Id proteins have a helix-loop-helix (HLH) domain.'],
    ['The HLH domain of a bHLH transcription factor such as MyoD allows dimerization.'],
    ['HLH'],
    ['HLH Holdings shares rose.'],
  ])('HLH is not marked in %j', (text) => {
    expect(marksOf(bundled, text)).not.toContain(hlh);
  });

  test.each([
    ['Hemophagocytic syndrome (HLH) in a child with high ferritin.'],
    ['HLH was diagnosed by ferritin and hemophagocytosis.'],
    ['What are the signs of familial HLH? Babies with HLH have high ferritin.'],
    ['haemophagocytic lymphohistiocytosis (HLH)'],
  ])('HLH is marked in %j', (text) => {
    expect(marksOf(bundled, text).filter((mark) => mark.includes('HLH')).length).toBeGreaterThan(0);
  });

  test('NK is marked where the page calls the cells natural killer (NK) cells', () => {
    expect(marksOf(bundled, 'Natural Killer (NK) cells.', 'NK in HLH.')).toContain('NK → natural-killer-cell');
  });

  test.each([
    ['Enter the CVC, the three digits on the back of your card.'],
    ['Convert HSV to RGB, then turn the hue.'],
    ['ICU gives collation and locale data for Unicode.'],
    ['Take the Central line to Stratford.'],
    ['Lions are the natural killers of the savanna.'],
    ['A reference value is copied by address, not by content.'],
    ['Check the carrier status of your parcel.'],
    ['The server sent a complete response in 20 ms.'],
    ['It fits the car. ALL rights reserved. ALL sizes.'],
    ['Sign the consent form for cookies.'],
    ['The lethality of the weapon was debated.'],
    ['Parliament voted for supportive measures.'],
    ['The constellation Lupus lies near Centaurus.'],
    ['CAR hire, PT Cruiser, IT support, AD 79, a DC motor.'],
    ['MAS flies from Kuala Lumpur.'],
    ['The CSS parser builds an AST; PID 1 is init.'],
    ['A graft of roses; the carrier and its flare.'],
    ['A donor of books.'],
    ['Election fever, a sign of shock, and a trigger for the organ.'],
    ['He led the flare of the trial, with an acute sense of relapse.'],
  ])('nothing is marked on a page of another world: %j', (text) => {
    expect(marksOf(bundled, text)).toEqual([]);
  });
});
