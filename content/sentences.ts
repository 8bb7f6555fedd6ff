/** The sentences of a definition. The first says what the thing is, and can stand alone. */

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export const sentencesOf = (text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);

export const firstSentence = (definition: string): string => sentencesOf(definition)[0] ?? definition;
