/** Words that need no explaining: those of Dale and Chall's list of easy words (1995), and our own list beside it. */
import { daleChall } from 'dale-chall';
import { stemmer } from 'stemmer';
import { tokens } from './fold.ts';

/** Whether all words of a text are plain. */
export type IsPlain = (text: string) => boolean;

const shortest = 3;
const easy = new Set(daleChall.map(stemmer));

/** @param listed plain words beside the easy ones; a word goes for all its inflections. */
export function plainWith(listed: readonly string[]): IsPlain {
  const own = new Set(listed.map(stemmer));
  const isPlain = (word: string) => {
    const stem = stemmer(word);
    return word.length < shortest || !/^\p{L}/u.test(word) || easy.has(stem) || own.has(stem);
  };
  return (text) => tokens(text).every((token) => isPlain(token.text));
}
