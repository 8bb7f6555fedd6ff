/** The texts of an entry: their length, their reading grade, and what they may not say. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { fold } from '../fold.ts';
import { spellings } from '../forms.ts';
import { asTerm } from '../glossary.ts';
import type { TermEntry } from '../schema.ts';
import { firstSentence, sentencesOf } from '../sentences.ts';
import { type Check, ofEntry } from './check.ts';

const mostFirstWords = 20;

/** The highest reading grade of each text: school years in the United States. */
const grades = { plain: 7, hlh: 8, more: 10 } as const;
type Field = keyof typeof grades;
export const prose = Object.keys(grades) as Field[];

const banned: readonly (readonly [RegExp, string])[] = [
  [/!/, 'an exclamation mark'],
  [/\?/, 'a question'],
  [/—| – /, 'a dash between phrases'],
  [/important to note/i, '“important to note”'],
  [/\bsimply\b/i, '“simply”'],
  [/\byour child\b/i, '“your child”: say a child with HLH'],
  [/\byou (?:should|must|need)\b/i, 'advice'],
  [/\d\s*(?:mg|µg|g|mL)\s*\/\s*(?:kg|m2|m²)/i, 'a dose'],
];

/** Of people: a cell may die. */
const hardNews = /\b(?:die[sd]?|dying|deaths?|deadly|fatal(?:ly)?|lethal|mortality|surviv\w+)\b/i;

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

/**
 * The reading grade of a text by Flesch and Kincaid, in school years. The names given do not count: a term cannot be
 * explained without being named.
 */
export function gradeOf(text: string, names: readonly string[]): number {
  const longestFirst = names.map(fold).toSorted((a, b) => b.length - a.length);
  const counts = { sentence: 0, word: 0, syllable: 0 };
  for (const sentence of sentencesOf(text)) {
    const without = longestFirst.reduce((rest, name) => rest.replaceAll(` ${name} `, ' '), ` ${fold(sentence)} `);
    const words = wordsOf(without);
    counts.sentence += 1;
    counts.word += words.length;
    counts.syllable += words.reduce((sum, word) => sum + syllable(word), 0);
  }
  return counts.word === 0 ? 0 : fleschKincaid(counts);
}

export const namesOf = (entry: TermEntry): string[] => asTerm(entry, '').forms.flatMap((form) => spellings(form));

/** The words in which a text may say that a laboratory value is high or low. */
const directions = {
  high: 'high|higher|rais|rise|rises|rising|elevated|above|increase',
  low: 'low|lower|falls?|fell|drop|below|too few|decrease',
};

export const proseChecks: readonly Check[] = [
  ofEntry((entry) => {
    const length = wordsOf(firstSentence(entry.plain)).length;
    return length > mostFirstWords
      ? [{ path: ['plain'], message: `the first sentence has ${length} words, at most ${mostFirstWords}` }]
      : [];
  }),

  ofEntry((entry) =>
    prose.flatMap((field) => {
      const grade = gradeOf(entry[field] ?? '', namesOf(entry));
      return grade > grades[field]
        ? [{ path: [field], message: `${field} has reading grade ${grade.toFixed(1)}, at most ${grades[field]}` }]
        : [];
    }),
  ),

  ofEntry((entry) =>
    prose.flatMap((field) =>
      banned
        .filter(([pattern]) => pattern.test(entry[field] ?? ''))
        .map(([, what]) => ({ path: [field], message: `${field} has ${what}` })),
    ),
  ),

  ofEntry((entry) =>
    (['plain', 'hlh'] as const).flatMap((field) => {
      const ofPeople = sentencesOf(entry[field] ?? '').filter((sentence) => !/\bcells?\b/i.test(sentence));
      const [found] = hardNews.exec(ofPeople.join(' ')) ?? [];
      return found && !entry.hard ? [{ path: [field], message: `“${found}” is hard news: hard: true` }] : [];
    }),
  ),

  ofEntry((entry, _files, group) =>
    group.hlh
      ? (['hlh', 'more'] as const)
          .filter((field) => !entry[field])
          .map((field) => ({ path: [], message: `a term of HLH itself needs ${field}` }))
      : [],
  ),

  ofEntry(({ lab, hlh }) =>
    (lab?.hlh === 'high' || lab?.hlh === 'low') && !new RegExp(`\\b(?:${directions[lab.hlh]})`, 'i').test(hlh ?? '')
      ? [{ path: ['hlh'], message: `hlh does not say the direction (${lab.hlh})` }]
      : [],
  ),
];
