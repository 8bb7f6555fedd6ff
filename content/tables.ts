/**
 * The recognition tables: every form and cue of the glossary as two compact texts that travel in the page script.
 *
 * One is the letters in which the engine looks things up (engine/table.ts): they are put into its memory as they are,
 * and needed no more. The lines of the other: numbers (see `Sizes`); the signs with which forms begin; what the cues
 * tell, in runs; the ids of the terms; what the engine's values say; and a line for each set of senses, which says its
 * term and its cues. But for the first two they are read when a page has a word of ours.
 *
 * A value is that of a cue, of a list of forms, or of both together. A form is a number in base 36: flags, and the
 * number of its term or of its senses.
 */

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

/** Of a cue, beside its subject: it is itself an ambiguous form, and proves less. */
export const doubtful = 16;

/** The cues of a set of senses. */
export type Senses = NonNullable<Form['ambiguous']>;

/** The subject that a cue tells, without what else is known of it. */
export const subjectIn = (told: number): number => told & 7;

// The flags of a form.
const isExact = 1;
const isEveryday = 2;
const isClinical = 4;
const isWord = 8;
const isAmbiguous = 16;
const flagBits = 5;

/** A form as a number: its flags, and that of its term or, where it is ambiguous, of its senses. */
export const writeForm = (form: Omit<Form, 'term' | 'ambiguous'> & { ambiguous?: object }, number: number): number =>
  (number << flagBits) |
  (form.exact ? isExact : 0) |
  (form.everyday ? isEveryday : 0) |
  (form.clinical ? isClinical : 0) |
  (form.word ? isWord : 0) |
  (form.ambiguous ? isAmbiguous : 0);

const firstCapital = 65;
const lastCapital = 90;
const firstFigure = 48;
const lastFigure = 57;
const firstSmall = 97;

/** Numbers in order, each as its distance from the one before; the last of its digits is a capital. */
const writeNumbers = (list: readonly number[]): string =>
  list
    .toSorted((a, b) => a - b)
    .map((n, index, sorted) => {
      const step = n - (sorted[index - 1] ?? 0);
      return `${step < 26 ? '' : Math.floor(step / 26).toString(36)}${String.fromCharCode(firstCapital + (step % 26))}`;
    })
    .join('');

function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let sum = 0;
  let high = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter < firstCapital || letter > lastCapital) {
      high = high * 36 + (letter <= lastFigure ? letter - firstFigure : letter - firstSmall + 10);
      continue;
    }
    sum += high * 26 + letter - firstCapital;
    high = 0;
    numbers.push(sum);
  }
  return numbers;
}

/** Ids in their order, each with a capital for how many letters it shares with the one before. */
function writeIds(ids: readonly string[]): string {
  let before = '';
  const code = (id: string) => {
    let shared = 0;
    while (shared < 25 && shared < id.length && before[shared] === id[shared]) shared += 1;
    before = id;
    return String.fromCharCode(firstCapital + shared) + id.slice(shared);
  };
  return ids.map(code).join('\t');
}

function readIds(line: string): string[] {
  let before = '';
  return line.split('\t').map((code) => {
    before = before.slice(0, code.charCodeAt(0) - firstCapital) + code.slice(1);
    return before;
  });
}

/** Tables as they travel. */
export type WrittenTables = { letters: string; rest: string };

/** The numbers of the first line, in this order. */
const sizes = ['firsts', 'nexts', 'places', 'valueBits', 'cues', 'lists'] as const;
type Sizes = Record<(typeof sizes)[number], number>;

/** What the tables say, part by part. */
export type TableParts = {
  sizes: Sizes;
  /** ASCII signs and figures with which forms begin. */
  signs: string;
  /** What each cue tells. */
  told: readonly number[];
  ids: readonly string[];
  /** Forms that are one value, as numbers. */
  lists: readonly (readonly number[])[];
  /** A cue and a list, as one value. */
  boths: readonly (readonly [cue: number, list: number])[];
  /** The number of a term, and its cues. */
  senses: readonly (readonly [term: number, Senses])[];
};

const in36 = (number: number) => number.toString(36);
const from36 = (text: string) => Number.parseInt(text, 36);

/** Writes all but the letters. */
export function joinTables({ sizes: given, signs, told, ids, lists, boths, senses }: TableParts): string {
  const runs: [told: number, count: number][] = [];
  for (const each of told) {
    const last = runs.at(-1);
    if (last?.[0] === each) last[1] += 1;
    else runs.push([each, 1]);
  }
  return [
    sizes.map((name) => given[name]).join(' '),
    signs,
    runs.flat().join(' '),
    writeIds(ids),
    lists.map((list) => list.map(in36).join('.')).join(' '),
    boths.map((both) => both.map(in36).join('.')).join(' '),
    ...senses.map(([term, { ours, others }]) => `${in36(term)} ${writeNumbers(ours)} ${writeNumbers(others)}`),
  ].join('\n');
}

/** Tables as they are read. */
export type Tables = {
  sizes: Sizes;
  signs: string;
  /** The cue that a value says. */
  cueOf(value: number): number;
  /** The forms that a value says: the same objects each time, and none for one of cues alone. */
  formsOf(value: number): readonly Form[];
  /** More than any value. */
  values: number;
};

/** In one order, however they were found. */
const byExactness = (a: Form, b: Form) => Number(b.exact) - Number(a.exact) || (a.term < b.term ? -1 : 1);

/** A list in a text, whose members are cut out when they are asked for: hardly any page asks for one in ten. */
function fieldsOf(text: string, separator: string): (index: number) => string {
  const starts = [0];
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) starts.push(at + 1);
  return (index) => text.slice(starts[index], (starts[index + 1] ?? text.length + 1) - 1);
}

/** Reads all but the letters back, each part when it is first asked for. */
export function readTables(text: string): Tables {
  let at = 0;
  function nextLine(): string {
    const end = text.indexOf('\n', at);
    const line = end < 0 ? text.slice(at) : text.slice(at, end);
    at = end < 0 ? text.length : end + 1;
    return line;
  }
  const numbers = nextLine().split(' ');
  const given = Object.fromEntries(sizes.map((name, index) => [name, Number(numbers[index])])) as Sizes;
  const signs = nextLine();
  const toldLine = nextLine();
  const idLine = nextLine();
  const { cues, lists } = given;

  let parts: ReturnType<typeof readParts> | undefined;
  function readParts() {
    const told = new Uint8Array(cues);
    const runs = toldLine === '' ? [] : toldLine.split(' ').map(Number);
    for (let run = 0, cue = 0; run < runs.length; run += 2) {
      const next = cue + (runs[run + 1] as number);
      told.fill(runs[run] as number, cue, next);
      cue = next;
    }
    return {
      told,
      ids: readIds(idLine),
      lists: fieldsOf(nextLine(), ' '),
      boths: fieldsOf(nextLine(), ' '),
      senses: fieldsOf(text.slice(at), '\n'),
    };
  }
  function part<Name extends keyof ReturnType<typeof readParts>>(name: Name) {
    parts ??= readParts();
    return parts[name];
  }
  const both = (value: number) =>
    part('boths')(value - cues - lists - 1)
      .split('.')
      .map(from36);

  const senses: { term: string; ambiguous: Senses }[] = [];
  function sensesOf(number: number): { term: string; ambiguous: Senses } {
    if (!senses[number]) {
      const [term = '', ours = '', others = ''] = part('senses')(number).split(' ');
      const ambiguous = { ours: readNumbers(ours), others: readNumbers(others) };
      senses[number] = { term: part('ids')[from36(term)] as string, ambiguous };
    }
    return senses[number];
  }

  const forms = new Map<number, Form>();
  function formOf(written: number): Form {
    const known = forms.get(written);
    if (known) return known;
    const number = written >>> flagBits;
    const everyday = (written & isEveryday) !== 0;
    const { term, ambiguous } =
      written & isAmbiguous ? sensesOf(number) : { term: part('ids')[number] as string, ambiguous: undefined };
    const form: Form = {
      term,
      exact: (written & isExact) !== 0,
      everyday,
      ...(written & isClinical && { clinical: true as const }),
      ...(written & isWord && { word: true as const }),
      ...(ambiguous && { ambiguous }),
      ...((everyday || ambiguous) && { subjects: part('told') }),
    };
    forms.set(written, form);
    return form;
  }

  const formLists: (readonly Form[])[] = [];
  function listOf(list: number): readonly Form[] {
    formLists[list] ??= part('lists')(list)
      .split('.')
      .map((written) => formOf(from36(written)))
      .sort(byExactness);
    return formLists[list];
  }

  return {
    sizes: given,
    signs,
    values: 1 << given.valueBits,
    cueOf: (value) => (value <= cues ? value - 1 : (both(value)[0] as number)),
    formsOf: (value) =>
      value <= cues ? [] : listOf(value <= cues + lists ? value - cues - 1 : (both(value)[1] as number)),
  };
}
