/** The first sentence of a definition: it says what the thing is, and can stand alone. */
import { glossaryLanguage } from './texts.ts';

const sentences = new Intl.Segmenter(glossaryLanguage, { granularity: 'sentence' });

export const firstSentence = (definition: string): string =>
  sentences.segment(definition).containing(0)?.segment.trim() ?? definition;
