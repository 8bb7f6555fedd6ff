/** The first sentence of a definition: it says what the thing is, and can stand alone. */

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

export const firstSentence = (definition: string): string =>
  sentences.segment(definition).containing(0)?.segment.trim() ?? definition;
