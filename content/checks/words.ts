/** The words of the plain texts: plain ones, or words that have a card of their own. */
import { stemmer } from 'stemmer';
import { fold } from '../fold.ts';
import { spellings } from '../forms.ts';
import { asTerm } from '../glossary.ts';
import { plainWith } from '../plain-words.ts';
import { type Check, entriesOf, plainWordsFile } from './check.ts';

/** Of a form that is looked for around a word, in words. */
const mostWords = 6;

export const wordChecks: readonly Check[] = [
  function everyWordIsPlainOrExplained(files) {
    const isPlain = plainWith(files.plainWords);
    const explained = new Set(
      entriesOf(files).flatMap(({ entry }) => asTerm(entry, '').forms.flatMap((form) => spellings(form).map(fold))),
    );
    const isWithin = (words: readonly string[], at: number) => {
      for (let from = Math.max(0, at - mostWords + 1); from <= at; from += 1)
        for (let to = at + 1; to <= Math.min(from + mostWords, words.length); to += 1)
          if (explained.has(words.slice(from, to).join(' '))) return true;
      return false;
    };
    return entriesOf(files).flatMap(({ file, entry, path }) => {
      const names = new Set(asTerm(entry, '').forms.flatMap(({ form }) => fold(form).split(' ')));
      const words = fold(entry.plain).split(' ');
      const hard = words.filter((word, at) => !isPlain(word) && !names.has(word) && !isWithin(words, at));
      return [...new Set(hard)].map((word) => ({
        file,
        path: [...path, 'plain'],
        message: `${entry.id}: “${word}” is not plain: say it otherwise, explain it in an entry, or list it in ${plainWordsFile}`,
      }));
    });
  },

  function plainWordsAreNeeded(files) {
    const isEasy = plainWith([]);
    const used = new Set(entriesOf(files).flatMap(({ entry }) => fold(entry.plain).split(' ').map(stemmer)));
    return files.plainWords.flatMap((word, index) => {
      const fault = isEasy(word) ? 'is an easy word anyway' : used.has(stemmer(word)) ? '' : 'stands in no plain text';
      return fault ? [{ file: plainWordsFile, path: ['words', index], message: `“${word}” ${fault}` }] : [];
    });
  },
];
