/**
 * The recognition tables: every form and cue of the glossary as one compact text that travels in the page script.
 * A first line of numbers, a line of the terms' ids, a line for each set of senses, an empty line; then the forms,
 * which the engine reads itself (`add` in engine.ts): the cues, and the forms of one term a line. They stand in
 * order and are front-coded: what a form shares with the one before it is written as a length, so that a plural or
 * a British spelling costs a few bytes.
 */
import { isCue, isExact, mostForm } from './engine/engine.ts';
import { fold, tokens } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';

/** What a form may stand for. */
export type Form = {
  term: string;
  /** Only in the case in which it is written. */
  exact: boolean;
  /** An ordinary word too. */
  everyday: boolean;
  /** Cues, as indices into the list of cues; absent where the form has one sense. */
  ambiguous?: { ours: number[]; others: number[] };
};

/** A form as it goes into the tables. */
export type WrittenForm = Form & { text: string };

/** The cues of a set of senses. */
export type Senses = NonNullable<Form['ambiguous']>;

const isEveryday = 2;
const zero = 48;
const mostShared = 60;

type Line = { text: string; flags: number; senses?: number | undefined };

/** Front-codes lines, in their order, after a line that they follow. */
function frontCode(lines: readonly Line[], before: string): string {
  let last = before;
  return lines
    .map(({ text, flags, senses }) => {
      let shared = 0;
      // In letters of one byte only, since the engine counts bytes.
      while (shared < mostShared && last[shared] === text[shared] && text.charCodeAt(shared) < 128) shared += 1;
      last = text;
      const suffix = text.slice(shared) + (senses === undefined ? '' : `#${senses.toString(36)}`);
      return `${String.fromCharCode(zero + flags, zero + shared)}${suffix}|`;
    })
    .join('');
}

const numbers = (list: readonly number[]) => list.map((n) => n.toString(36)).join(',');
const readNumbers = (text: string) => (text ? text.split(',').map((n) => Number.parseInt(n, 36)) : []);
const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
const foldAll = (cues: readonly string[]) => [...new Set(cues.map(fold))];

/** Every form of these terms in all its spellings, and the cues that they name, folded. */
export function formsOf(unordered: readonly Term[]): { forms: WrittenForm[]; cues: string[] } {
  const terms = unordered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const sets = new Map(
    terms
      .flatMap((term) => term.forms.flatMap((form) => form.ambiguous ?? []))
      .map((ambiguous) => [
        ambiguous,
        { ours: foldAll(ambiguous.cues), others: foldAll(ambiguous.others.flatMap((other) => other.cues)) },
      ]),
  );
  const cues = [...new Set([...sets.values()].flatMap(({ ours, others }) => [...ours, ...others]))].sort();
  const numberOfCue = new Map(cues.map((cue, index) => [cue, index]));
  const inNumbers = (list: readonly string[]) => list.map((cue) => numberOfCue.get(cue) as number);
  const numbered = new Map(
    [...sets].map(([key, { ours, others }]) => [key, { ours: inNumbers(ours), others: inNumbers(others) }]),
  );
  const forms = terms.flatMap((term) => {
    const ofTerm = new Map<string, WrittenForm>();
    for (const form of term.forms) {
      const exact = form.exact ?? false;
      const ambiguous = form.ambiguous && numbered.get(form.ambiguous);
      for (const spelling of spellings(form)) {
        const text = exact ? spelling : fold(spelling);
        if (ofTerm.has(text)) continue;
        ofTerm.set(text, {
          term: term.id,
          text,
          exact,
          everyday: form.everyday ?? false,
          ...(ambiguous && { ambiguous }),
        });
      }
    }
    return [...ofTerm.values()];
  });
  return { forms, cues };
}

/**
 * Writes tables. The order of the forms does not change what is recognised.
 * @throws an Error that names a form that cannot be written: empty, or too long.
 */
export function writeTables({ forms, cues }: { forms: readonly WrittenForm[]; cues: readonly string[] }): string {
  const ids = [...new Set(forms.map(({ term }) => term))].sort();
  const sets = [...new Set(forms.flatMap(({ ambiguous }) => ambiguous ?? []))];
  const numberOfSet = new Map(sets.map((set, index) => [set, index]));
  const byTerm = Map.groupBy(forms, ({ term }) => term);
  const prefixes = new Set<string>();
  for (const text of [...cues, ...forms.map((form) => form.text)]) {
    const found = tokens(text);
    if (found.length === 0 || text.length * 3 > mostForm || /[|#\n]/.test(text))
      throw new Error(
        `The form ${JSON.stringify(text)} cannot be recognised: it needs 1 to ${mostForm / 3} letters, without | and #.`,
      );
    for (let count = 1; count <= found.length; count += 1) {
      prefixes.add(
        found
          .slice(0, count)
          .map((token) => token.text)
          .join(' '),
      );
    }
  }
  let before = cues.at(-1) ?? '';
  const lines = ids.map((id) => {
    const own = (byTerm.get(id) ?? []).map(({ text, exact, everyday, ambiguous }) => ({
      text,
      flags: (exact ? isExact : 0) | (everyday ? isEveryday : 0),
      senses: ambiguous && numberOfSet.get(ambiguous),
    }));
    const coded = frontCode(own.sort(byText), before);
    before = own.at(-1)?.text ?? before;
    return coded;
  });
  const coded = frontCode(
    cues.map((text) => ({ text, flags: isCue })),
    '',
  );
  const senseLines = sets.map(({ ours, others }) => `${numbers(ours)}\t${numbers(others)}\n`);
  const head = `${prefixes.size} ${forms.length + cues.length}\n${ids.join('\t')}\n`;
  return `${head}${senseLines.join('')}\n${coded}${lines.join('\n')}`;
}

/** What is needed besides the forms themselves, each read when it is first asked for. */
export type Tables = {
  prefixes: number;
  entries: number;
  /** The text of the forms, for the engine. */
  forms: string;
  term(number: number): string;
  senses(number: number): Senses;
};

/** Reads tables back, without the forms. */
export function readTables(text: string): Tables {
  const border = text.indexOf('\n\n');
  const [counts = '', ids = '', ...senseLines] = text.slice(0, border + 1).split('\n');
  const [prefixes = 0, entries = 0] = counts.split(' ').map(Number);
  const terms = ids.split('\t');
  const sets: Senses[] = [];
  return {
    prefixes,
    entries,
    forms: text.slice(border + 2),
    term: (number) => terms[number] as string,
    senses(number) {
      const [ours = '', others = ''] = (senseLines[number] as string).split('\t');
      sets[number] ??= { ours: readNumbers(ours), others: readNumbers(others) };
      return sets[number];
    },
  };
}

/** A form as the tables' flags and numbers say it. */
export function formFrom(tables: Tables, term: number, flags: number): Form {
  const senses = flags >> 4;
  return {
    term: tables.term(term),
    exact: (flags & isExact) !== 0,
    everyday: (flags & isEveryday) !== 0,
    ...(senses > 0 && { ambiguous: tables.senses(senses - 1) }),
  };
}
