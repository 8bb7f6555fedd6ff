/** What goes into the recognition tables: every form of the glossary in all its spellings, and every cue. */
import { fold } from './fold.ts';
import { spellings } from './forms.ts';
import type { Term } from './glossary.ts';
import type { Around, FormEntry } from './schema.ts';
import { type Form, type Senses, subjects } from './tables.ts';

/** Forms as they go into the tables: those that stand for the same. They are folded, but for exact ones. */
export type WrittenForm = Omit<Form, 'subjects'> & { texts: readonly string[] };

/** A cue as it goes into the tables: its spellings, folded, and what it tells. */
export type WrittenCue = { texts: readonly string[]; subject?: number; doubtful?: boolean };

/** Of no illness in particular. */
const general: ReadonlySet<number> = new Set([subjects.health, subjects.setting]);

/** A singular before its plural, American before British. */
const bySpelling = (a: string, b: string) => a.length - b.length || (a < b ? 1 : -1);

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

const foldedBy = new Map<string, string[]>();
function foldedSpellings(cue: string): string[] {
  const known = foldedBy.get(cue) ?? spellings({ form: cue }).map(fold);
  foldedBy.set(cue, known);
  return known;
}

/** Every cue once, in the order of the tables, and the senses of a form in their numbers. */
function gatherCues(terms: readonly Term[], around: Around | undefined) {
  const forms = terms.flatMap((term) => term.forms);
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
  const toldBy = about.flatMap(([subject, words]) => words.map((word) => ({ word, subject })));
  const subjectOf = new Map(
    toldBy.flatMap(({ word, subject }) => foldedSpellings(word).map((text) => [text, subject])),
  );
  for (const { word, subject } of toldBy) subjectOf.set(fold(word), subject);
  const abbreviations = new Set(forms.flatMap((form) => (form.ambiguous ? fold(form.form) : [])));
  const alike = Map.groupBy(
    forms.filter(({ ambiguous }) => ambiguous),
    ({ form }) => fold(form),
  );
  const ownerOf = new Map(terms.flatMap(({ id, forms: own }) => own.map((entry) => [entry, id])));
  function cuesOf(entry: FormEntry) {
    const { form, ambiguous: { cues = [], others } = { others: [] } } = entry;
    // What speaks for another term of the same writing speaks against this one.
    const isRival = (other: FormEntry) => ownerOf.get(other) !== ownerOf.get(entry);
    const rivals = entry.ambiguous ? (alike.get(fold(form)) ?? []).filter(isRival) : [];
    const opposed = [
      ...others.flatMap((other) => other.cues),
      ...rivals.flatMap((rival) => rival.ambiguous?.cues ?? []),
    ];
    return {
      ours: telling(cues, form, abbreviations),
      others: telling([...new Set(opposed)], form, abbreviations),
    };
  }
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
    const isDoubtful = texts.some((text) => abbreviations.has(text));
    const told = (text: string) => subjectOf.get(text) ?? subjectOf.get(folded) ?? 0;
    for (const [subject, same] of Map.groupBy(texts, told)) {
      const cue = { texts: same, subject, doubtful: isDoubtful };
      for (const text of same) cueBy.set(text, cue);
    }
  }
  const cues = [...new Set(cueBy.values())];
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
  const { cues, sensesOf } = gatherCues(terms, around);
  const forms = terms.flatMap((term) => {
    const isOfHealth = around && (around.health.groups.includes(term.group) || around.health.terms.includes(term.id));
    const seen = new Set<string>();
    // Forms of the same kind stand together, whichever of them lists a spelling.
    const kinds = new Map<string, WrittenForm>();
    for (const entry of term.forms) {
      const { exact = false, everyday = false } = entry;
      const ambiguous = entry.ambiguous && sensesOf(entry);
      const form: Omit<WrittenForm, 'texts'> = {
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
      kinds.set(key, { ...form, texts: [...(kinds.get(key)?.texts ?? []), ...texts] });
    }
    return [...kinds.values()];
  });
  return { forms, cues };
}

/** In how many spellings forms are recognised. */
export const countForms = (forms: readonly WrittenForm[]): number =>
  forms.reduce((sum, { texts }) => sum + texts.length, 0);
