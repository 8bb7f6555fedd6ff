/**
 * The recognition tables: every form of the glossary as one compact text that travels in the page
 * script. Lines are `term TAB forms`; after an empty line come the cues, then the ambiguous forms with
 * their cues. Forms stand in order and are front-coded: what a form shares with the one before it is
 * written as a length, so that a plural or a British spelling costs a few bytes.
 */
import { fold } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';

/** One way of writing a term, as the recogniser and the senses see it. */
export type Form = {
  term: string;
  text: string;
  /** Only in the case in which it is written. */
  exact: boolean;
  /** An ordinary word too. */
  everyday: boolean;
  /** Cues, as indices into the list of cues; absent where the form has one sense. */
  ambiguous?: { ours: number[]; others: number[] };
};

export type Tables = { forms: Form[]; cues: string[] };

const flag = { exact: 1, everyday: 2, ambiguous: 4 } as const;
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

const numbers = (list: readonly number[]) => list.map((n) => n.toString(36)).join(',');
const readNumbers = (text: string) => (text ? text.split(',').map((n) => Number.parseInt(n, 36)) : []);
const byText = (a: Line, b: Line) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
const foldAll = (cues: readonly string[]) => [...new Set(cues.map(fold))];

/** Writes the tables of these terms. The order of the terms does not change what is recognised. */
export function compileTables(terms: readonly Term[]): { text: string; forms: number } {
  const senses = terms
    .flatMap((term) => term.forms.flatMap((form) => form.ambiguous ?? []))
    .map((ambiguous) => ({
      ambiguous,
      ours: foldAll(ambiguous.cues),
      others: foldAll(ambiguous.others.flatMap((other) => other.cues)),
    }));
  const numberOfSenses = new Map(senses.map(({ ambiguous }, index) => [ambiguous, index]));
  const cues = [...new Set(senses.flatMap(({ ours, others }) => [...ours, ...others]))].sort();
  const numberOfCue = new Map(cues.map((cue, index) => [cue, index]));
  const cueNumbers = (list: readonly string[]) => numbers(list.map((cue) => numberOfCue.get(cue) as number));

  let count = 0;
  const termLines = terms.map((term) => {
    const lines = new Map<string, Line>();
    for (const form of term.forms) {
      const flags =
        (form.exact ? flag.exact : 0) | (form.everyday ? flag.everyday : 0) | (form.ambiguous ? flag.ambiguous : 0);
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
  const cueLine = frontCode(cues.map((text) => ({ text, flags: 0 })));
  const senseLines = senses.map(({ ours, others }) => `${cueNumbers(ours)}\t${cueNumbers(others)}`);
  return { text: [...termLines, '', cueLine, ...senseLines].join('\n'), forms: count };
}

/** Reads tables back. */
export function readTables(text: string): Tables {
  const [terms = '', rest = ''] = text.split('\n\n');
  const [cueLine = '', ...senseLines] = rest.split('\n');
  const senses = senseLines.map((line) => {
    const [ours = '', others = ''] = line.split('\t');
    return { ours: readNumbers(ours), others: readNumbers(others) };
  });
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
      };
    });
  });
  return { forms, cues: cueLine ? frontDecode(cueLine).map(({ text: cue }) => cue) : [] };
}
