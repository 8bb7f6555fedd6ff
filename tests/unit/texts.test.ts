/** The labelled texts, read as pages: in every kind of text the right words are marked, and hardly a wrong one. */
import { afterAll, describe, expect, test } from 'vitest';
import { type LabelledText, readTexts } from '../texts/read.ts';
import { recognise } from './bundled.ts';
import { passagesOf, settlePage } from './page.ts';

const leastPrecision = 0.99;
const leastRecall = 0.97;

type Score = { texts: number; right: number; wrong: string[]; missed: string[] };

/** Marks or labels of a text by their place and term, each with words around it for the one who reads a failure. */
type Places = Map<string, string>;

function read({ blocks, lang }: LabelledText): { marked: Places; labelled: Places } {
  const passages = passagesOf(blocks, lang);
  const marked: Places = new Map();
  const labelled: Places = new Map();
  const rest = [...blocks];
  settlePage(recognise, passages).forEach((settled, index) => {
    const passage = passages[index] as (typeof passages)[number];
    const note = (places: Places, start: number, end: number, term: string) => {
      const around = passage.text.slice(Math.max(0, start - 30), end + 30).replaceAll('\n', ' | ');
      places.set(`${index} ${start} ${end} ${term}`, `“${passage.text.slice(start, end)}” ${term} in “${around}”`);
    };
    for (const { start, end, term } of settled) note(marked, start, end, term);
    for (const block of passage.blocks) {
      for (const { start, end, term } of rest.shift()?.labels ?? [])
        note(labelled, start + block.start, end + block.start, term);
    }
  });
  return { marked, labelled };
}

const scores = new Map<string, Score>();
for (const text of readTexts()) {
  const score = scores.get(text.group) ?? { texts: 0, right: 0, wrong: [], missed: [] };
  scores.set(text.group, score);
  const { marked, labelled } = read(text);
  const without = (places: Places, others: Places) =>
    [...places].filter(([place]) => !others.has(place)).map(([, words]) => `${text.name}: ${words}`);
  score.texts += 1;
  score.right += [...marked.keys()].filter((place) => labelled.has(place)).length;
  score.wrong.push(...without(marked, labelled));
  score.missed.push(...without(labelled, marked));
}

const share = (part: number, rest: number) => (part + rest === 0 ? 1 : part / (part + rest));
const rates = ({ right, wrong, missed }: Score) => ({
  precision: share(right, wrong.length),
  recall: share(right, missed.length),
});

describe('in texts of the kind', () => {
  test.each([...scores])('%s the right words are marked', (_group, score) => {
    const { precision, recall } = rates(score);
    expect(precision, score.wrong.join('\n')).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall, score.missed.join('\n')).toBeGreaterThanOrEqual(leastRecall);
    // Where nothing is labelled, nothing is marked.
    if (score.right + score.missed.length === 0) expect(score.wrong).toEqual([]);
  });
});

afterAll(() => {
  const rows = [...scores].map(([group, score]) => {
    const { precision, recall } = rates(score);
    const counts = [score.texts, score.right, score.wrong.length, score.missed.length];
    return [
      group.padEnd(26),
      ...counts.map((count) => String(count).padStart(6)),
      ...[precision, recall].map((rate) => rate.toFixed(3).padStart(10)),
    ].join('');
  });
  console.log([`${'kind'.padEnd(26)} texts right wrong missed precision    recall`, ...rows].join('\n'));
});
