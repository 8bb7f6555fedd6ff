/** What stands around the words of a passage: beside a word, in its sentence, in its block. Each is tallied once. */
import type { Evidence } from './passages.ts';
import { type Span, Tally, tallyWithin } from './tally.ts';

export type Surroundings = {
  /** The words on both sides of a word, up to the next sign that parts phrases. */
  beside(word: Span, block: Span): Span;
  sentence(word: Span, block: Span): Span;
  tally(span: Span): Tally;
  /** Asks the tally of what is around a word, the word itself left out. */
  without<T>(word: Span, span: Span, ask: (tally: Tally) => T): T;
};

const mostOfSentence = 300;
const farthestBeside = 24;

/** What may part two sentences: so it is where the next one begins with a capital or a figure. */
const sentenceEnd = /[.!?]["'”’)\]]*\s+["'“‘([]*(?=\S)/g;
const beginsSentence = (character = '') =>
  character !== character.toLowerCase() || (character >= '0' && character <= '9');

function sentenceEnds(text: string): number[] {
  return [...text.matchAll(sentenceEnd)]
    .filter(({ index, 0: parting }) => beginsSentence(text[index + parting.length]))
    .map(({ index }) => index + 1);
}

export function createSurroundings(evidence: Evidence): Surroundings {
  const { text } = evidence.passage;
  const tallies = new Map<string, Tally>();
  let ends: number[] | undefined;

  function sentence({ start, end }: Span, block: Span): Span {
    ends ??= sentenceEnds(text);
    const before = ends.findLast((at) => at <= start) ?? 0;
    const after = ends.find((at) => at >= end) ?? text.length;
    return {
      start: Math.max(before, block.start, start - mostOfSentence),
      end: Math.min(after, block.end, end + mostOfSentence),
    };
  }

  function tally(span: Span): Tally {
    const key = `${span.start} ${span.end}`;
    const known = tallies.get(key) ?? tallyWithin(evidence, span, new Tally(), 1);
    tallies.set(key, known);
    return known;
  }

  return {
    beside(word, block) {
      const before = text.slice(Math.max(block.start, word.start - farthestBeside), word.start);
      const after = text.slice(word.end, Math.min(block.end, word.end + farthestBeside));
      return {
        start: word.start - (/[^.,;:!?()[\]–—|]*$/.exec(before)?.[0].length ?? 0),
        end: word.end + (/^[^.,;:!?()[\]–—|]*/.exec(after)?.[0].length ?? 0),
      };
    },
    sentence,
    tally,
    without(word, span, ask) {
      const all = tallyWithin(evidence, word, tally(span), -1);
      const answer = ask(all);
      tallyWithin(evidence, word, all, 1);
      return answer;
    },
  };
}
