/** What was met in a stretch of text, as it is weighed: each cue and each term once, however often it stands there. */
import type { Evidence, Said } from './passages.ts';
import { isCertain, tellingForm } from './passages.ts';
import type { Form } from './tables.ts';
import { doubtful, subjectIn, subjects } from './tables.ts';

/** Counts a key; true when it came or went. A key that falls to nothing is gone. */
function change<K>(counts: Map<K, number>, key: K, step: 1 | -1): boolean {
  const before = counts.get(key) ?? 0;
  const after = before + step;
  if (after > 0) counts.set(key, after);
  else counts.delete(key);
  return before > 0 !== after > 0;
}

/** A part of a text, in UTF-16 offsets. */
export type Span = { start: number; end: number };

type Counts = [number, number, number, number, number, number];
type Subject = 0 | 1 | 2 | 3 | 4 | 5;

/** A cue of ours or of another sense weighs as much as two words about its subject. */
const cueWeight = 2;

/**
 * A word that may itself mean something else proves half as much: AST beside ALT may be a car's. Against a word it
 * counts whole, since a wrong mark is worse than none.
 */
const weigh = (cues: readonly number[], { subjects: told }: Form) =>
  cues.reduce((sum, cue) => sum + (told && (told[cue] ?? 0) & doubtful ? cueWeight / 2 : cueWeight), 0);

/** General words about health. Who treats and where is one word: a hospital's news are not about illness. */
const generalIn = (counts: Counts) => counts[subjects.health] + Math.min(1, counts[subjects.setting]);

/** Cues and certain terms of a sentence, a block, a section or a page. */
export class Tally {
  readonly #cues = new Map<number, number>();
  readonly #terms = new Map<string, number>();
  readonly #clinical = new Map<string, number>();
  readonly #doubted = new Map<Form, number>();
  #counts: Counts | undefined;

  /** Counts a cue; true when it came or went. */
  cue(cue: number, step: 1 | -1): boolean {
    const news = change(this.#cues, cue, step);
    if (news) this.#counts = undefined;
    return news;
  }

  /** Counts a match's form, one that `tellingForm` gives; true when it came or went. */
  form(form: Form, step: 1 | -1): boolean {
    if (!isCertain(form)) return change(this.#doubted, form, step);
    const news = change(this.#terms, form.term, step);
    if (form.clinical) change(this.#clinical, form.term, step);
    return news;
  }

  /** Counts all that a text says; true when any of it came or went. */
  add({ cues, forms }: Said, step: 1 | -1): boolean {
    const cuesNews = cues.map((cue) => this.cue(cue, step));
    const formsNews = forms.map((form) => this.form(form, step));
    return cuesNews.includes(true) || formsNews.includes(true);
  }

  /** Of a form's own cues, how much those for it outweigh those against it. */
  own(form: Form): number {
    const { ours, others } = this.#owned(form);
    return weigh(ours, form) - cueWeight * others.length;
  }

  /**
   * How much speaks for a form less how much speaks against it; nothing where nothing was met.
   * @param isOurs tells of an abbreviation whether it means its term on this page, and so counts as a clinical term.
   */
  balance(form: Form, isOurs: (doubted: Form) => boolean = () => false): number {
    const { ours, others } = this.#owned(form);
    let balance = weigh(ours, form) - cueWeight * others.length;
    if (this.#terms.has(form.term)) balance += cueWeight;
    if (form.everyday) {
      const others = new Set<string>();
      for (const doubted of this.#doubted.keys()) {
        if (doubted.term !== form.term && !this.#clinical.has(doubted.term) && isOurs(doubted))
          others.add(doubted.term);
      }
      balance += cueWeight * (this.#clinical.size - (this.#clinical.has(form.term) ? 1 : 0) + others.size);
    }
    const { subjects: subjectOf } = form;
    if (!subjectOf) return balance;
    const counts = this.#subjects(subjectOf);
    // A cue of its own says more of the word than the subject that the cue belongs to.
    for (const cue of [...ours, ...others]) counts[subjectIn(subjectOf[cue] ?? 0) as Subject] -= 1;
    if (form.everyday) {
      // One word about health alone says little: a surgeon may stand in any story.
      const health = generalIn(counts);
      balance += cueWeight * counts[subjects.clinical];
      balance += (balance > 0 || health > 1 ? health : 0) - cueWeight * counts[subjects.bench];
    }
    balance -= counts[subjects.elsewhere];
    return balance;
  }

  /** How much it speaks of health: a term, an illness or a medicine counts two, a general word about health one. */
  health({ subjects: subjectOf }: Form): number {
    if (!subjectOf) return 0;
    const counts = this.#subjects(subjectOf);
    return cueWeight * (this.#terms.size + counts[subjects.clinical]) + generalIn(counts);
  }

  /** The form's own cues that were met. */
  #owned({ ambiguous }: Form): { ours: number[]; others: number[] } {
    return {
      ours: ambiguous?.ours.filter((cue) => this.#cues.has(cue)) ?? [],
      others: ambiguous?.others.filter((cue) => this.#cues.has(cue)) ?? [],
    };
  }

  #subjects(subjectOf: Uint8Array): Counts {
    if (this.#counts) return [...this.#counts];
    const counts: Counts = [0, 0, 0, 0, 0, 0];
    for (const cue of this.#cues.keys()) counts[subjectIn(subjectOf[cue] ?? 0) as Subject] += 1;
    this.#counts = [...counts];
    return counts;
  }
}

/** Counts what lies within a stretch of a passage. */
export function tallyWithin({ cues, matches }: Evidence, { start, end }: Span, tally: Tally, step: 1 | -1): Tally {
  for (let index = firstFrom(cues, start); index < cues.length; index += 1) {
    const hit = cues[index] as (typeof cues)[number];
    if (hit.start >= end) break;
    if (hit.end <= end) tally.cue(hit.cue, step);
  }
  for (let index = firstFrom(matches, start); index < matches.length; index += 1) {
    const match = matches[index] as (typeof matches)[number];
    if (match.start >= end) break;
    const form = tellingForm(match.forms);
    if (form) tally.form(form, step);
  }
  return tally;
}

/** The index of the first that begins at a place or after it. */
export function firstFrom(list: readonly { start: number }[], place: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { start: number }).start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
