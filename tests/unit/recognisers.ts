/** Recognisers of small glossaries, for tests: the plain and the compiled engine, held to say the same. */
import engine from 'virtual:engine';
import { expect } from 'vitest';
import { startCompiled, startPlain } from '../../content/engine/start.ts';
import { createRecogniser, type Recogniser } from '../../content/recogniser.ts';
import type { WrittenCue, WrittenForm } from '../../content/tabled-forms.ts';
import type { WrittenTables } from '../../content/tables.ts';
import { writeTables } from '../../content/write-tables.ts';

/** The recogniser of tables, which asks both engines and fails where they differ. */
export function bothOf(tables: WrittenTables): Recogniser {
  const plain = createRecogniser(tables, startPlain);
  const compiled = createRecogniser(tables, startCompiled(engine));
  const alike =
    <A extends unknown[], R>(one: (...given: A) => R, other: (...given: A) => R) =>
    (...given: A): R => {
      const answer = one(...given);
      expect(other(...given)).toEqual(answer);
      return answer;
    };
  return Object.assign(alike(compiled, plain), { glance: alike(compiled.glance, plain.glance) });
}

/** The recogniser of these forms and cues. */
export const recogniserOf = (forms: readonly WrittenForm[], cues: readonly (string | WrittenCue)[] = []): Recogniser =>
  bothOf(writeTables({ forms, cues: cues.map((cue) => (typeof cue === 'string' ? { texts: [cue] } : cue)) }));

/** A form that means a term of its own name, in any case and everywhere. */
export const certain = (text: string): WrittenForm => ({ term: text, texts: [text], exact: false, everyday: false });
