/**
 * The recognition tables: every form and cue of the glossary as one compact text that travels in the page script.
 * A first line of numbers, and of the ids that the forms do not say; a line for each set of senses; an empty line; then
 * the entries, which the engine reads itself (`add` in engine.ts): a line of cues, and a line for the forms of each term.
 *
 * An entry begins with a capital letter, A to T, that says how many of its bytes, 0 to 19, are those of the entry
 * before it; the others follow. Z begins a run of entries of one kind, and says it: their flags and senses, in base 36.
 * Within an entry U, V and W are letters that only its British spelling has, and X is a z which that writes s. In exact
 * forms capitals are written small, and small letters stand after a Y.
 */
import { isCue, isExact, isPlural, mostForm, sensesFrom } from './engine/engine.ts';
import { bySpelling, type Entry, entriesOf, spelledOut, withBritish } from './entries.ts';
import { fold, tokens } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';
import type { Around, FormEntry } from './schema.ts';

/** What a form may stand for. */
export type Form = {
  term: string;
  /** Only in the case in which it is written. */
  exact: boolean;
  /** An ordinary word too. */
  everyday: boolean;
  /** Of a term that is only spoken of where health is. */
  clinical?: true;
  /** In capitals an ordinary word too. */
  word?: true;
  /** Cues, as indices into the list of cues; absent where the form has one sense. */
  ambiguous?: { ours: number[]; others: number[] };
  /** What each cue tells: one of `subjects` or none, and whether it is `doubtful`; absent from certain forms. */
  subjects?: Uint8Array;
};

/** What a word is about: health, the laboratory bench, an illness or a medicine, anything else, where the ill are treated. */
export const subjects = { health: 1, bench: 2, clinical: 3, elsewhere: 4, setting: 5 } as const;

/** Of no illness in particular. */
const general: ReadonlySet<number> = new Set([subjects.health, subjects.setting]);

/** A form as it goes into the tables. */
export type WrittenForm = Omit<Form, 'subjects'> & Entry;

/** Of a cue, beside its subject: it is itself an ambiguous form, and proves less. */
export const doubtful = 16;

/** A cue as it goes into the tables, folded, and what it tells. */
export type WrittenCue = Entry & { subject?: number; doubtful?: boolean };

/** The cues of a set of senses. */
type Senses = NonNullable<Form['ambiguous']>;

const isEveryday = 2;
const isClinical = 4;
const isWord = 16;
const subjectBits = 7;
/** What a cue tells, of its flags. */
export const toldBits = subjectBits | doubtful;
/** The subject that a cue tells, without what else is known of it. */
export const subjectIn = (told: number): number => told & subjectBits;

const mostShared = 19;
/** At the end of an entry: with its plural where its run has none, without where it has. */
const turned = 'Y';
const capital = (number: number) => String.fromCharCode(65 + number);

/** What an entry says, and of which kind it is. */
type Line = { written: string; kind: number };

const inSmall = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** How an entry is written. Folded texts have no capitals, which makes room for those of the tables. */
function writtenOf({ text, british = text, exact }: Entry & { exact?: boolean }): string {
  return exact
    ? text.replace(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : `Y${letter}`))
    : (withBritish(inSmall(text), inSmall(british)) as string);
}

/** The id that an entry says by itself: the term's first entry, its words joined by hyphens. */
const idIn = (written: string) =>
  written
    .replace(/[U-WY]/g, '')
    .replaceAll('X', 'z')
    .replaceAll(' ', '-');

/** Front-codes lines of entries, in their order. The first entry of a line shares nothing, so that it can be read alone. */
function frontCode(lines: readonly (readonly Line[])[]): string {
  let before = '';
  let kindBefore = -1;
  const code = ({ written, kind }: Line, index: number) => {
    let shared = 0;
    // In letters of one byte only, since the engine counts bytes.
    while (index > 0 && shared < mostShared && before[shared] === written[shared] && written.charCodeAt(shared) < 128)
      shared += 1;
    const run = kind === kindBefore ? '' : `Z${kind.toString(36)}`;
    before = written;
    kindBefore = kind;
    return run + capital(shared) + written.slice(shared);
  };
  return lines.map((line) => line.map(code).join('')).join('\n');
}

/** Numbers in order, each as its distance from the one before; the last of its digits is a capital. */
const numbers = (list: readonly number[]) =>
  list
    .toSorted((a, b) => a - b)
    .map((n, index, sorted) => {
      const step = n - (sorted[index - 1] ?? 0);
      return `${step < 26 ? '' : Math.floor(step / 26).toString(36)}${capital(step % 26)}`;
    })
    .join('');

function readNumbers(text: string): number[] {
  let sum = 0;
  return (text.match(/[^A-Z]*[A-Z]/g) ?? []).map((step) => {
    sum += Number.parseInt(step.slice(0, -1) || '0', 36) * 26 + step.charCodeAt(step.length - 1) - 65;
    return sum;
  });
}

const byText = (a: { text: string }, b: { text: string }) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

const cueFlags = ({ subject = 0, doubtful: isDoubtful, plural }: WrittenCue) =>
  isCue | subject | (isDoubtful ? doubtful : 0) | (plural ? isPlural : 0);

const formFlags = ({ exact, everyday, clinical, word, plural }: WrittenForm) =>
  (exact ? isExact : 0) |
  (everyday ? isEveryday : 0) |
  (clinical ? isClinical : 0) |
  (word ? isWord : 0) |
  (plural ? isPlural : 0);

const holds = (text: string, part: string) => text !== part && ` ${text} `.includes(` ${part} `);

/**
 * Of a list of cues those that say something: one that holds another says no more than that one, unless it is a phrase
 * around the form itself, or the other is an abbreviation in doubt.
 */
function telling(cues: readonly string[], form: string, abbreviations: ReadonlySet<string>): string[] {
  const folded = cues.map(fold);
  const sure = folded.filter((cue) => !abbreviations.has(cue));
  return cues.filter((cue) => holds(fold(cue), fold(form)) || !sure.some((other) => holds(fold(cue), other)));
}

const foldedSpellings = (cue: string) => spellings({ form: cue }).map(fold);

/** Every cue once, in the order of the tables, and the senses of a form in their numbers. */
function gatherCues(forms: readonly FormEntry[], around: Around | undefined) {
  const about: [number, readonly string[]][] = around
    ? [
        [subjects.health, around.health.words],
        [subjects.clinical, around.health.clinical],
        [subjects.setting, around.health.setting],
        [subjects.bench, around.bench],
        [subjects.elsewhere, around.elsewhere],
      ]
    : [];
  // A plural that is listed itself tells what its own list tells.
  const told = about.flatMap(([subject, words]) => words.map((word) => ({ word, subject })));
  const subjectOf = new Map(told.flatMap(({ word, subject }) => foldedSpellings(word).map((text) => [text, subject])));
  for (const { word, subject } of told) subjectOf.set(fold(word), subject);
  const abbreviations = new Set(forms.flatMap((form) => (form.ambiguous ? fold(form.form) : [])));
  const cuesOf = ({ form, ambiguous: { cues = [], others } = { others: [] } }: FormEntry) => ({
    ours: telling(cues, form, abbreviations),
    others: telling(
      others.flatMap((other) => other.cues),
      form,
      abbreviations,
    ),
  });
  const lists = [...forms.flatMap((form) => Object.values(cuesOf(form))), ...about.map(([, words]) => words)];
  /** Each listed cue as it is written, and the lists that hold it. */
  const listed = new Map<string, { cue: string; holders: Set<readonly string[]> }>();
  for (const list of lists) {
    for (const cue of list) {
      const known = listed.get(fold(cue)) ?? { cue, holders: new Set() };
      known.holders.add(list);
      listed.set(fold(cue), known);
    }
  }
  const cueBy = new Map<string, WrittenCue>();
  for (const [folded, { cue, holders }] of [...listed].sort(([a], [b]) => bySpelling(a, b))) {
    if (cueBy.has(folded)) continue;
    // Where a list holds only the plural, or it tells another subject, the two are two cues.
    const isSaid = (text: string) => {
      const itself = listed.get(text)?.holders;
      return !itself || (itself.isSubsetOf(holders) && (subjectOf.get(text) ?? 0) === (subjectOf.get(folded) ?? 0));
    };
    const texts = foldedSpellings(cue).filter((text) => !cueBy.has(text) && isSaid(text));
    for (const entry of entriesOf(texts, false)) {
      const subject = subjectOf.get(entry.text) ?? subjectOf.get(folded) ?? 0;
      const written = { ...entry, subject, doubtful: abbreviations.has(entry.text) };
      for (const text of spelledOut(entry)) cueBy.set(text, written);
    }
  }
  const cues = [...new Set(cueBy.values())].sort((a, b) => cueFlags(a) - cueFlags(b) || byText(a, b));
  const numberOf = new Map(cues.map((cue, index) => [cue, index]));
  const numbersOf = (list: readonly string[]) => {
    const named = new Set(list.flatMap(foldedSpellings).map((text) => cueBy.get(text)));
    return [...named].flatMap((cue) => (cue && numberOf.get(cue)) ?? []);
  };
  const sensesOf = (form: FormEntry): Senses => {
    const { ours, others } = cuesOf(form);
    // An everyday word hears words about health as it is.
    const isGeneral = (cue: number) => form.everyday && !form.exact && general.has(cues[cue]?.subject ?? 0);
    return { ours: numbersOf(ours).filter((cue) => !isGeneral(cue)), others: numbersOf(others) };
  };
  return { cues, sensesOf };
}

/** Every form of these terms in all its spellings, and every cue, folded. */
export function formsOf(unordered: readonly Term[], around?: Around): { forms: WrittenForm[]; cues: WrittenCue[] } {
  const terms = unordered.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { cues, sensesOf } = gatherCues(
    terms.flatMap((term) => term.forms),
    around,
  );
  const forms = terms.flatMap((term) => {
    const isOfHealth = around && (around.health.groups.includes(term.group) || around.health.terms.includes(term.id));
    const seen = new Set<string>();
    // Forms of the same kind share entries, whichever of them lists a spelling.
    const kinds = new Map<string, { form: Omit<WrittenForm, 'text'>; texts: string[] }>();
    for (const entry of term.forms) {
      const { exact = false, everyday = false } = entry;
      const ambiguous = entry.ambiguous && sensesOf(entry);
      const form: Omit<WrittenForm, 'text'> = {
        term: term.id,
        exact,
        everyday,
        ...(ambiguous && { ambiguous }),
        ...(entry.ambiguous?.word && { word: true as const }),
        ...(isOfHealth && { clinical: true as const }),
      };
      const texts = spellings(entry)
        .map((spelling) => (exact ? spelling : fold(spelling)))
        .filter((text) => !seen.has(text));
      for (const text of texts) seen.add(text);
      const key = JSON.stringify(form);
      kinds.set(key, { form, texts: [...(kinds.get(key)?.texts ?? []), ...texts] });
    }
    return [...kinds.values()].flatMap(({ form, texts }) =>
      entriesOf(texts, form.exact).map((entry) => ({ ...form, ...entry })),
    );
  });
  return { forms, cues };
}

/** In how many spellings forms are recognised. */
export const countForms = (forms: readonly WrittenForm[]): number => forms.flatMap(spelledOut).length;

/**
 * Writes tables. The order of the forms does not change what is recognised.
 * @throws an Error that names a form that cannot be written: empty, or too long.
 */
export function writeTables({ forms, cues }: { forms: readonly WrittenForm[]; cues: readonly WrittenCue[] }): string {
  const ids = [...new Set(forms.map(({ term }) => term))].sort();
  // Forms with the same senses share a line.
  const lineOf = ({ ours, others }: Senses) => `${numbers(ours)} ${numbers(others)}`;
  const senseLines = [...new Set(forms.flatMap(({ ambiguous }) => (ambiguous ? lineOf(ambiguous) : [])))];
  const numberOfLine = new Map(senseLines.map((line, index) => [line, index + 1]));
  const byTerm = Map.groupBy(forms, ({ term }) => term);
  const termLines = ids.map((id) => {
    const lines = (byTerm.get(id) ?? []).map((form) => {
      const senses = form.ambiguous ? (numberOfLine.get(lineOf(form.ambiguous)) as number) : 0;
      return { written: writtenOf(form), kind: formFlags(form) | (senses << sensesFrom) };
    });
    for (const [, alike] of Map.groupBy(lines, ({ kind }) => kind & ~isPlural)) {
      const byPlural = Object.values(Object.groupBy(alike, ({ kind }) => kind & isPlural)) as Line[][];
      const [fewer = []] = byPlural.sort((a, b) => a.length - b.length);
      if (byPlural.length < 2) continue;
      for (const line of fewer) {
        line.written += turned;
        line.kind ^= isPlural;
      }
    }
    const first = lines.find(({ written }) => idIn(written) === id);
    // The entry that says the id first, and its kind.
    const place = (line: Line) => (line === first ? -2 : line.kind === first?.kind ? -1 : 1 / (line.kind + 1));
    lines.sort((a, b) => place(a) - place(b) || (a.written < b.written ? -1 : 1));
    return { id, lines };
  });
  // One kind after the other, so that a run of it need be begun seldom.
  const kindOf = ({ lines }: { lines: Line[] }) => lines[0]?.kind ?? 0;
  termLines.sort((a, b) => kindOf(a) - kindOf(b) || (a.id < b.id ? -1 : 1));
  const unsaid = termLines.flatMap(({ id, lines }, number) =>
    idIn(lines[0]?.written ?? '') === id ? [] : `${(number + 1).toString(36)} ${id}`,
  );
  const coded = frontCode([
    cues.map((cue) => ({ written: writtenOf(cue), kind: cueFlags(cue) })),
    ...termLines.map(({ lines }) => lines),
  ]);
  const texts = [...forms, ...cues].flatMap(spelledOut);
  const head = [countPrefixes(texts), texts.length, ...unsaid].join('\t');
  return [head, ...senseLines, '', coded].join('\n');
}

const cannotBeRecognised = (text: string) =>
  new Error(
    `The form ${JSON.stringify(text)} cannot be recognised: it needs 1 to ${Math.floor(mostForm / 3)} letters.`,
  );

/** How many different beginnings texts have, in whole tokens. */
function countPrefixes(texts: readonly string[]): number {
  const prefixes = new Set<string>();
  for (const text of texts) {
    const words = tokens(text).map((token) => token.text);
    if (words.length === 0 || text.length * 3 > mostForm || text.includes('\n')) throw cannotBeRecognised(text);
    for (let count = 1; count <= words.length; count += 1) prefixes.add(words.slice(0, count).join(' '));
  }
  return prefixes.size;
}

/** What is needed besides the forms themselves, each read when it is first asked for. */
export type Tables = {
  prefixes: number;
  entries: number;
  /** The text of the entries, for the engine. */
  forms: string;
  term(number: number): string;
  senses(number: number): Senses;
};

/** Reads tables back, without the forms. */
export function readTables(text: string): Tables {
  const border = text.indexOf('\n\n');
  const [head = '', ...senseLines] = text.slice(0, border).split('\n');
  const [prefixes, entries, ...unsaid] = head.split('\t');
  const forms = text.slice(border + 2);
  const sets: Senses[] = [];
  let ids: string[] | undefined;
  return {
    prefixes: Number(prefixes),
    entries: Number(entries),
    forms,
    term(number) {
      ids ??= readIds(forms, unsaid);
      return ids[number] as string;
    },
    senses(number) {
      const [ours = '', others = ''] = (senseLines[number] as string).split(' ');
      sets[number] ??= { ours: readNumbers(ours), others: readNumbers(others) };
      return sets[number];
    },
  };
}

/** The ids by the line of their forms: of those that are not listed, what the first entry of the line says. */
function readIds(forms: string, unsaid: readonly string[]): string[] {
  const ids = forms.split('\n').map((line) => idIn(/^(?:Z[^A-Z]*)?A([^A-TZ]*)/.exec(line)?.[1] ?? ''));
  for (const listed of unsaid) {
    const [line = '', ...id] = listed.split(' ');
    ids[Number.parseInt(line, 36)] = id.join(' ');
  }
  return ids;
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
