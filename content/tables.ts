/**
 * The recognition tables: every form of the glossary as one compact text that travels in the page
 * script. Lines are `term TAB forms`; after an empty line come the cues, then the ambiguous forms with
 * their cues. Forms stand in order and are front-coded: what a form shares with the one before it is
 * written as a length, so that a plural or a British spelling costs a few bytes. A cue's flags say what a text is
 * about in which it stands.
 */
import { fold } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';
import type { Around } from './schema.ts';

/** One way of writing a term, as the recogniser and the senses see it. */
export type Form = {
  term: string;
  text: string;
  /** Only in the case in which it is written. */
  exact: boolean;
  /** An ordinary word too. */
  everyday: boolean;
  /** Certain, and of a term that is only spoken of where health is. */
  clinical?: true;
  /** In capitals an ordinary word too. */
  word?: true;
  /** Cues, as indices into the list of cues; absent where the form has one sense. */
  ambiguous?: { ours: number[]; others: number[] };
  /** What each cue tells: one of `subjects` or none, and whether it is `doubtful`; absent from certain forms. */
  subjects?: Uint8Array;
};

/** What a text can be about: health, the laboratory bench, or anything else. */
export const subjects = { health: 1, bench: 2, elsewhere: 4 } as const;

export type Tables = { forms: Form[]; cues: string[] };

const flag = { exact: 1, everyday: 2, ambiguous: 4, clinical: 8, word: 16 } as const;
/** Of a cue, beside its subject: it is met with an s as well. */
const plural = 8;
/** Of a cue, beside its subject: it is itself an ambiguous form, and proves less. */
export const doubtful = 16;
const subjectBits = 7;
/** The subject that a cue tells, without what else is known of it. */
export const subjectIn = (told: number): number => told & subjectBits;
const zero = 48;
const mostShared = 60;

type Line = { text: string; flags: number; senses?: number };

function frontCode(lines: readonly Line[]): string {
  let before = '';
  return lines
    .map(({ text, flags, senses }) => {
      let shared = 0;
      while (shared < mostShared && shared < before.length && before[shared] === text[shared]) shared += 1;
      before = text;
      const coded = String.fromCharCode(zero + flags, zero + shared) + text.slice(shared);
      return senses === undefined ? coded : `${coded}#${senses.toString(36)}`;
    })
    .join('|');
}

function frontDecode(line: string): Line[] {
  let before = '';
  return line.split('|').map((coded) => {
    const [suffix = '', senses] = coded.slice(2).split('#');
    before = before.slice(0, coded.charCodeAt(1) - zero) + suffix;
    const flags = coded.charCodeAt(0) - zero;
    return { text: before, flags, ...(senses !== undefined && { senses: Number.parseInt(senses, 36) }) };
  });
}

/** Numbers in order, each as its distance from the one before. */
const numbers = (list: readonly number[]) =>
  list
    .toSorted((a, b) => a - b)
    .map((n, index, sorted) => (n - (sorted[index - 1] ?? 0)).toString(36))
    .join(',');

function readNumbers(text: string): number[] {
  let sum = 0;
  return text ? text.split(',').map((step) => (sum += Number.parseInt(step, 36))) : [];
}
const byText = (a: Line, b: Line) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
const foldAll = (cues: readonly string[]) => [...new Set(cues.map(fold))];

/** The other spellings of a cue that are not its plural in s: British ones, and plurals such as biopsies. */
const otherSpellings = (cue: string) =>
  spellings({ form: cue })
    .map(fold)
    .filter((text) => text !== cue && text !== `${cue}s`);
const hasPlural = (cue: string) => spellings({ form: cue }).includes(`${cue}s`);
const allSpellings = (cues: readonly string[]) => foldAll(cues.flatMap((cue) => [cue, ...otherSpellings(fold(cue))]));

/** Writes the tables of these terms. The order of the terms does not change what is recognised. */
export function compileTables(terms: readonly Term[], around?: Around): { text: string; forms: number } {
  const subjectOf = new Map<string, number>();
  for (const [subject, words] of [
    [subjects.health, around?.health.words],
    [subjects.bench, around?.bench],
    [subjects.elsewhere, around?.elsewhere],
  ] as const) {
    for (const cue of allSpellings(words ?? [])) subjectOf.set(cue, subject);
  }
  const senses = terms
    .flatMap((term) => term.forms.flatMap((form) => form.ambiguous ?? []))
    .map((ambiguous) => ({
      ambiguous,
      ours: allSpellings(ambiguous.cues ?? []),
      others: allSpellings(ambiguous.others.flatMap((other) => other.cues)),
    }));
  const cues = [
    ...new Set([...senses.flatMap(({ ours, others }) => [...ours, ...others]), ...subjectOf.keys()]),
  ].sort();
  const numberOfCue = new Map(cues.map((cue, index) => [cue, index]));
  const cueNumbers = (list: readonly string[]) => numbers(list.map((cue) => numberOfCue.get(cue) as number));
  const senseLine = ({ ours, others }: { ours: string[]; others: string[] }) =>
    `${cueNumbers(ours)}\t${cueNumbers(others)}`;

  // Forms with the same senses share a line.
  const senseLines = [...new Set(senses.map((sense) => senseLine(sense)))];
  const numberOfLine = new Map(senseLines.map((line, index) => [line, index]));
  const numberOfSenses = new Map(
    senses.map((sense) => [sense.ambiguous, numberOfLine.get(senseLine(sense)) as number]),
  );

  let count = 0;
  const termLines = terms.map((term) => {
    const lines = new Map<string, Line>();
    const isClinical = around?.health.groups.includes(term.group);
    for (const form of term.forms) {
      const flags =
        (form.exact ? flag.exact : 0) |
        (form.everyday ? flag.everyday : 0) |
        (form.ambiguous ? flag.ambiguous : 0) |
        (form.ambiguous?.word ? flag.word : 0) |
        (isClinical && !form.everyday && !form.ambiguous ? flag.clinical : 0);
      for (const spelling of spellings(form)) {
        const text = form.exact ? spelling : fold(spelling);
        if (lines.has(text)) continue;
        const number = form.ambiguous && numberOfSenses.get(form.ambiguous);
        lines.set(text, { text, flags, ...(number !== undefined && { senses: number }) });
      }
    }
    count += lines.size;
    return `${term.id}\t${frontCode([...lines.values()].sort(byText))}`;
  });
  const abbreviations = new Set(
    terms.flatMap(({ forms }) => forms.flatMap((form) => (form.exact && form.ambiguous ? fold(form.form) : []))),
  );
  const cueLine = frontCode(
    cues.map((text) => ({
      text,
      flags:
        (subjectOf.get(text) ?? 0) |
        (hasPlural(text) && !numberOfCue.has(`${text}s`) ? plural : 0) |
        (abbreviations.has(text) ? doubtful : 0),
    })),
  );
  return { text: [...termLines, '', cueLine, ...senseLines].join('\n'), forms: count };
}

/** Reads tables back. */
export function readTables(text: string): Tables {
  const [terms = '', rest = ''] = text.split('\n\n');
  const [cueLine = '', ...senseLines] = rest.split('\n');
  const written = cueLine ? frontDecode(cueLine) : [];
  const cues = written.map(({ text: cue }) => cue);
  const subjectOf = written.map(({ flags }) => flags & ~plural);
  const pluralOf = new Map<number, number>();
  for (const [index, { text: cue, flags }] of written.entries()) {
    if (!(flags & plural)) continue;
    pluralOf.set(index, cues.push(`${cue}s`) - 1);
    subjectOf.push(flags & ~plural);
  }
  const read = (list: string) =>
    readNumbers(list).flatMap((cue) => {
      const more = pluralOf.get(cue);
      return more === undefined ? [cue] : [cue, more];
    });
  const senses = senseLines.map((line) => {
    const [ours = '', others = ''] = line.split('\t');
    return { ours: read(ours), others: read(others) };
  });
  const subjectOfCue = Uint8Array.from(subjectOf);
  const tellSubjects = subjectOfCue.some(Boolean);
  const forms = terms.split('\n').flatMap((line) => {
    const [term = '', coded = ''] = line.split('\t');
    return frontDecode(coded).map(({ text: form, flags, senses: number }): Form => {
      const ambiguous = number === undefined ? undefined : senses[number];
      return {
        term,
        text: form,
        exact: Boolean(flags & flag.exact),
        everyday: Boolean(flags & flag.everyday),
        ...(ambiguous && { ambiguous }),
        ...(flags & flag.clinical && { clinical: true as const }),
        ...(flags & flag.word && { word: true as const }),
        ...(tellSubjects && flags & (flag.everyday | flag.ambiguous) && { subjects: subjectOfCue }),
      };
    });
  });
  return { forms, cues };
}
