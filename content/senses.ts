/**
 * Which matches stand: the right sense or none. Evidence is gathered from every block of a page, and
 * a match is settled by its own block first, then by the page.
 *
 * - A certain form always stands.
 * - An ambiguous form stands where the page defines it as ours; else where cues of our sense outweigh
 *   those of the others, cues in its own block counting double.
 * - An everyday form stands where something of its block stands for certain, or the page has several certain terms.
 */
import { type Definition, definitions } from './definitions.ts';
import { fold } from './fold.ts';
import type { Match, Recognised, Recogniser } from './recogniser.ts';
import type { Form } from './tables.ts';

/** A text with what was recognised in it. */
export type Evidence = Recognised & {
  definitions: readonly Definition[];
  /** How ambiguous matches are written, folded. */
  written: ReadonlyMap<Match, string>;
};

/** A match that stands, and the term that it means. */
export type Settled = { start: number; end: number; term: string };

/** So many different certain terms make a page a medical one. */
const medicalPage = 3;

const isCertain = (form: Form) => !form.everyday && !form.ambiguous;
const certainTerms = (matches: readonly Match[]) =>
  new Set(matches.flatMap(({ forms }) => forms.filter(isCertain).map(({ term }) => term)));

const cuesOf = ({ cues }: Evidence) => new Set(cues.map(({ cue }) => cue));

/** What a page has said so far. Adding and removing the same evidence leaves it as it was. */
export type Senses = {
  add(evidence: Evidence): void;
  remove(evidence: Evidence): void;
  settle(evidence: Evidence): Settled[];
  /** Changes whenever an earlier answer of `settle` may have changed. */
  readonly version: number;
};

/** Recognises a text and reads the abbreviations that it defines. */
export function gather(recognise: Recogniser, text: string): Evidence {
  const recognised = recognise(text);
  const ambiguous = recognised.matches.filter(({ forms }) => forms.some((form) => form.ambiguous));
  return {
    ...recognised,
    definitions: ambiguous.length > 0 && text.includes('(') ? definitions(text) : [],
    written: new Map(ambiguous.map((match) => [match, fold(text.slice(match.start, match.end))])),
  };
}

export function createSenses(recognise: Recogniser): Senses {
  const terms = new Counter<string>();
  const cues = new Counter<number>();
  const defined = new Map<string, Counter<string>>();
  let version = 0;

  function count(evidence: Evidence, step: 1 | -1): void {
    const before = terms.size;
    let news = false;
    for (const term of certainTerms(evidence.matches)) news = terms.change(term, step) || news;
    for (const cue of cuesOf(evidence)) news = cues.change(cue, step) || news;
    for (const { short, long } of evidence.definitions) {
      const meanings = defined.get(fold(short)) ?? new Counter<string>();
      defined.set(fold(short), meanings);
      news = meanings.change(meaning(long), step) || news;
    }
    if (news || terms.size !== before) version += 1;
  }

  /** The term that a long form names, or '' where it names none of ours. */
  function meaning(long: string): string {
    const last = recognise(long).matches.at(-1);
    const whole =
      last && long.length - last.end <= 2 && last.start <= 4 ? last.forms.find((form) => !form.ambiguous) : undefined;
    return whole?.term ?? '';
  }

  function isOurs(form: Form, match: Match, evidence: Evidence, here: ReadonlySet<string>): boolean {
    const written = evidence.written.get(match) ?? '';
    const meanings = defined.get(written);
    const inBlock = evidence.definitions.find(({ short }) => fold(short) === written);
    if (inBlock) return meaning(inBlock.long) === form.term;
    if (meanings && meanings.size > 0) return meanings.has(form.term) && !meanings.has('');
    const own = cuesOf(evidence);
    const weight = (list: readonly number[]) =>
      list.reduce((sum, cue) => sum + (own.has(cue) ? 2 : cues.has(cue) ? 1 : 0), 0);
    const ours = weight(form.ambiguous?.ours ?? []) + (here.has(form.term) ? 2 : terms.has(form.term) ? 1 : 0);
    return ours > weight(form.ambiguous?.others ?? []);
  }

  return {
    add: (evidence) => count(evidence, 1),
    remove: (evidence) => count(evidence, -1),
    settle(evidence) {
      const here = certainTerms(evidence.matches);
      const proven = evidence.matches.map(
        (match) =>
          match.forms.find(isCertain) ??
          match.forms.find((form) => form.ambiguous && isOurs(form, match, evidence, here)),
      );
      const isMedical = terms.size >= medicalPage || proven.some(Boolean);
      return evidence.matches.flatMap(({ start, end, forms }, index) => {
        const form = proven[index] ?? forms.find(({ everyday, ambiguous }) => everyday && !ambiguous && isMedical);
        return form ? [{ start, end, term: form.term }] : [];
      });
    },
    get version() {
      return version;
    },
  };
}

/** How often each key was counted; a key that falls to nothing is gone. */
class Counter<K> {
  readonly #counts = new Map<K, number>();

  /** True when the key came or went. */
  change(key: K, step: 1 | -1): boolean {
    const before = this.#counts.get(key) ?? 0;
    const after = before + step;
    if (after > 0) this.#counts.set(key, after);
    else this.#counts.delete(key);
    return before > 0 !== after > 0;
  }

  has = (key: K): boolean => this.#counts.has(key);

  get size(): number {
    return this.#counts.size;
  }
}
