/** What the schemas of the knowledge files are made of. */
import * as v from 'valibot';
import { isId, longestId } from './ids.ts';

export const phrase = v.pipe(v.string('text'), v.trim(), v.nonEmpty('some text'));

/** A text of so many words at most. */
export const words = (most: number) =>
  v.pipe(
    phrase,
    v.check(
      (text) => text.split(/\s+/).length <= most,
      (issue) => `at most ${most} words, here ${String(issue.input).split(/\s+/).length}`,
    ),
  );

export const id = v.pipe(
  v.string('an id'),
  v.check(isId, `lower-case letters and digits joined by hyphens, at most ${longestId} characters`),
);

export const sourceKey = v.pipe(v.string('a source key'), v.regex(/^(S\d+|own)$/, 'S and a number, or own'));

export const day = v.pipe(v.string('a date'), v.isoDate('a date such as 2026-11-23'));

/** Something that is so, or is not mentioned. */
export const flag = v.optional(v.literal(true, 'true, or leave it out'));
