/**
 * The recognition tables: every form and cue of the glossary as one compact text that travels in the page script.
 * A first line of numbers, a line of the terms' ids, a line for each set of senses, an empty line; then the forms,
 * which the engine reads itself (`add` in engine.ts): the cues, and the forms of one term a line. They stand in
 * order and are front-coded: what a form shares with the one before it is written as a length, so that a plural or
 * a British spelling costs a few bytes.
 */
import { isCue, isExact, isPlural, mostForm } from './engine/engine.ts';
import { fold, tokens } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';
import type { Around } from './schema.ts';

/** What a form may stand for. */
export type Form = {
  term: string;
  /** Only in the case in which it is written. */
  exact: boolean;
  /** An ordinary word too. */
  everyday: boolean;
  /** Not everyday, and of a term that is only spoken of where health is. */
  clinical?: true;
  /** In capitals an ordinary word too. */
  word?: true;
  /** Cues, as indices into the list of cues; absent where the form has one sense. */
  ambiguous?: { ours: number[]; others: number[] };
  /** What each cue tells: one of `subjects` or none, and whether it is `doubtful`; absent from certain forms. */
  subjects?: Uint8Array;
};

/** What a word tells of its text: that it is about health, an illness or a medicine, the laboratory bench, or anything else. */
export const subjects = { health: 1, bench: 2, clinical: 3, elsewhere: 4 } as const;

/** A form as it goes into the tables. */
export type WrittenForm = Omit<Form, 'subjects'> & { text: string };

/** Of a cue, beside its subject: it is itself an ambiguous form, and proves less. */
export const doubtful = 16;

/** A cue as it goes into the tables, folded: what it tells, and whether it is met with an s as well. */
export type WrittenCue = { text: string; subject?: number; doubtful?: boolean; plural?: boolean };

/** The cues of a set of senses. */
export type Senses = NonNullable<Form['ambiguous']>;

const isEveryday = 2;
const isClinical = 4;
const isWord = 16;
const subjectBits = 7;
/** What a cue tells, of its flags. */
export const toldBits = subjectBits | doubtful;
/** The subject that a cue tells, without what else is known of it. */
export const subjectIn = (told: number): number => told & subjectBits;
/** Where in a form's flags the number of its senses begins. */
const sensesFrom = 6;
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

/** Numbers in order, each as its distance from the one before. */
const numbers = (list: readonly number[]) =>
  list
    .toSorted((a, b) => a - b)
    .map((n, index, sorted) => (n - (sorted[index - 1] ?? 0)).toString(36))
    .join(',');

function readNumbers(text: string): number[] {
  let sum = 0;
  return text
    ? text.split(',').map((step) => {
        sum += Number.parseInt(step, 36);
        return sum;
      })
    : [];
}

const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

/** The other spellings of a cue that are not its plural in s: British ones, and plurals such as biopsies. */
const otherSpellings = (cue: string) =>
  spellings({ form: cue })
    .map(fold)
    .filter((text) => text !== cue && text !== `${cue}s`);
const hasPlural = (cue: string) => spellings({ form: cue }).includes(`${cue}s`);
const allSpellings = (cues: readonly string[]) => [
  ...new Set(cues.map(fold).flatMap((cue) => [cue, ...otherSpellings(cue)])),
];

/** Every form of these terms in all its spellings, and every cue, folded. */
export function formsOf(unordered: readonly Term[], around?: Around): { forms: WrittenForm[]; cues: WrittenCue[] } {
  const terms = unordered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const subjectOf = new Map<string, number>();
  for (const [subject, words] of [
    [subjects.health, around?.health.words],
    [subjects.clinical, around?.health.clinical],
    [subjects.bench, around?.bench],
    [subjects.elsewhere, around?.elsewhere],
  ] as const) {
    for (const cue of allSpellings(words ?? [])) subjectOf.set(cue, subject);
  }
  const sets = new Map(
    terms
      .flatMap((term) => term.forms.flatMap((form) => form.ambiguous ?? []))
      .map((ambiguous) => [
        ambiguous,
        {
          ours: allSpellings(ambiguous.cues ?? []),
          others: allSpellings(ambiguous.others.flatMap((other) => other.cues)),
        },
      ]),
  );
  const texts = new Set([
    ...[...sets.values()].flatMap(({ ours, others }) => [...ours, ...others]),
    ...subjectOf.keys(),
  ]);
  const abbreviations = new Set(
    terms.flatMap((term) =>
      term.forms.flatMap((form) => ((form.exact || form.everyday) && form.ambiguous ? fold(form.form) : [])),
    ),
  );
  const cues = [...texts].sort().map((text) => ({
    text,
    subject: subjectOf.get(text) ?? 0,
    doubtful: abbreviations.has(text),
    plural: hasPlural(text) && !texts.has(`${text}s`),
  }));
  const numberOfCue = new Map(cues.map(({ text }, index) => [text, index]));
  const inNumbers = (list: readonly string[]) => list.map((cue) => numberOfCue.get(cue) as number);
  const numbered = new Map(
    [...sets].map(([key, { ours, others }]) => [key, { ours: inNumbers(ours), others: inNumbers(others) }]),
  );
  const forms = terms.flatMap((term) => {
    const ofTerm = new Map<string, WrittenForm>();
    const isOfHealth = around?.health.groups.includes(term.group) ?? false;
    for (const form of term.forms) {
      const exact = form.exact ?? false;
      const everyday = form.everyday ?? false;
      const ambiguous = form.ambiguous && numbered.get(form.ambiguous);
      for (const spelling of spellings(form)) {
        const text = exact ? spelling : fold(spelling);
        if (ofTerm.has(text)) continue;
        ofTerm.set(text, {
          term: term.id,
          text,
          exact,
          everyday,
          ...(ambiguous && { ambiguous }),
          ...(form.ambiguous?.word && { word: true as const }),
          ...(isOfHealth && !everyday && { clinical: true as const }),
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
export function writeTables({ forms, cues }: { forms: readonly WrittenForm[]; cues: readonly WrittenCue[] }): string {
  const ids = [...new Set(forms.map(({ term }) => term))].sort();
  // Forms with the same senses share a line.
  const lineOf = ({ ours, others }: Senses) => `${numbers(ours)}\t${numbers(others)}`;
  const senseLines = [...new Set(forms.flatMap(({ ambiguous }) => (ambiguous ? lineOf(ambiguous) : [])))];
  const numberOfLine = new Map(senseLines.map((line, index) => [line, index]));
  const byTerm = Map.groupBy(forms, ({ term }) => term);
  const texts = [...forms, ...cues].flatMap((one) =>
    'plural' in one && one.plural ? [one.text, `${one.text}s`] : one.text,
  );
  let before = cues.at(-1)?.text ?? '';
  const lines = ids.map((id) => {
    const own = (byTerm.get(id) ?? []).map(({ text, exact, everyday, clinical, word, ambiguous }) => ({
      text,
      flags: (exact ? isExact : 0) | (everyday ? isEveryday : 0) | (clinical ? isClinical : 0) | (word ? isWord : 0),
      senses: ambiguous && numberOfLine.get(lineOf(ambiguous)),
    }));
    const coded = frontCode(own.sort(byText), before);
    before = own.at(-1)?.text ?? before;
    return coded;
  });
  const coded = frontCode(
    cues.map(({ text, subject = 0, doubtful: isDoubtful, plural }) => ({
      text,
      flags: isCue | subject | (isDoubtful ? doubtful : 0) | (plural ? isPlural : 0),
    })),
    '',
  );
  const head = `${countPrefixes(texts)} ${texts.length}\n${ids.join('\t')}\n`;
  return `${head}${senseLines.map((line) => `${line}\n`).join('')}\n${coded}${lines.join('\n')}`;
}

/** How many different beginnings texts have, in whole tokens. */
function countPrefixes(texts: readonly string[]): number {
  const prefixes = new Set<string>();
  for (const text of texts) {
    const words = tokens(text).map((token) => token.text);
    if (words.length === 0 || text.length * 3 > mostForm || /[|#\n]/.test(text)) {
      const most = Math.floor(mostForm / 3);
      throw new Error(
        `The form ${JSON.stringify(text)} cannot be recognised: it needs 1 to ${most} letters, without | and #.`,
      );
    }
    for (let count = 1; count <= words.length; count += 1) prefixes.add(words.slice(0, count).join(' '));
  }
  return prefixes.size;
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
export function formFrom(tables: Tables, ofCues: Uint8Array, term: number, flags: number): Form {
  const senses = flags >> sensesFrom;
  const everyday = (flags & isEveryday) !== 0;
  return {
    term: tables.term(term),
    exact: (flags & isExact) !== 0,
    everyday,
    ...(flags & isClinical && { clinical: true as const }),
    ...(flags & isWord && { word: true as const }),
    ...(senses > 0 && { ambiguous: tables.senses(senses - 1) }),
    ...((everyday || senses > 0) && { subjects: ofCues }),
  };
}
