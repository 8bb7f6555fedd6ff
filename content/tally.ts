/** What was met in a stretch of text, as it is weighed: each cue and each term once, however often it stands there. */
import type { Evidence } from './passages.ts';
import { isCertain, tellingForm } from './passages.ts';
import type { Form } from './tables.ts';
import { doubtful, subjectIn, subjects } from './tables.ts';

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
  keys = (): Iterable<K> => this.#counts.keys();

  get size(): number {
    return this.#counts.size;
  }
}

type Counts = [number, number, number, number, number];
type Subject = 0 | 1 | 2 | 3 | 4;

/** A cue of ours or of another sense weighs as much as two words about its subject. */
const cueWeight = 2;

/** An abbreviation that may itself mean something else proves half as much: AST beside ALT may be a car's. */
const weigh = (cues: readonly number[], { subjects: told }: Form) =>
  cues.reduce((sum, cue) => sum + (told && (told[cue] ?? 0) & doubtful ? cueWeight / 2 : cueWeight), 0);

/** Cues and certain terms of a sentence, a block, a section or a page. */
export class Tally {
  readonly #cues = new Counter<number>();
  readonly #terms = new Counter<string>();
  readonly #clinical = new Counter<string>();
  readonly #doubted = new Counter<Form>();
  #counts: Counts | undefined;

  /** Counts a cue; true when it came or went. */
  cue(cue: number, step: 1 | -1): boolean {
    const news = this.#cues.change(cue, step);
    if (news) this.#counts = undefined;
    return news;
  }

  /** Counts a match's form, one that `tellingForm` gives; true when it came or went. */
  form(form: Form, step: 1 | -1): boolean {
    if (!isCertain(form)) return this.#doubted.change(form, step);
    const news = this.#terms.change(form.term, step);
    if (form.clinical) this.#clinical.change(form.term, step);
    return news;
  }

  /** Of a form's own cues, how much those for it outweigh those against it. */
  own(form: Form): number {
    const { ours, others } = this.#owned(form);
    return weigh(ours, form) - weigh(others, form);
  }

  /**
   * How much speaks for a form less how much speaks against it; nothing where nothing was met.
   * @param isOurs tells of an abbreviation whether it means its term on this page, and so counts as a clinical term.
   */
  balance(form: Form, isOurs: (doubted: Form) => boolean = () => false): number {
    const { ours, others } = this.#owned(form);
    let balance = weigh(ours, form) - weigh(others, form);
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
      const health = counts[subjects.health];
      balance += cueWeight * counts[subjects.clinical];
      balance += (balance > 0 ? health : Math.max(0, health - 1)) - counts[subjects.bench];
    }
    balance -= counts[subjects.elsewhere];
    return balance;
  }

  /** How much it speaks of health: a term, an illness or a medicine counts two, a general word about health one. */
  health({ subjects: subjectOf }: Form): number {
    if (!subjectOf) return 0;
    const counts = this.#subjects(subjectOf);
    return cueWeight * (this.#terms.size + counts[subjects.clinical]) + counts[subjects.health];
  }

  /** The form's own cues that were met. A word about health speaks for an everyday form as for any other, and no more. */
  #owned({ ambiguous, everyday, subjects: subjectOf }: Form): { ours: number[]; others: number[] } {
    const isGeneral = (cue: number) => everyday && subjectIn(subjectOf?.[cue] ?? 0) === subjects.health;
    return {
      ours: ambiguous?.ours.filter((cue) => this.#cues.has(cue) && !isGeneral(cue)) ?? [],
      others: ambiguous?.others.filter(this.#cues.has) ?? [],
    };
  }

  #subjects(subjectOf: Uint8Array): Counts {
    if (this.#counts) return [...this.#counts];
    const counts: Counts = [0, 0, 0, 0, 0];
    for (const cue of this.#cues.keys()) counts[subjectIn(subjectOf[cue] ?? 0) as Subject] += 1;
    this.#counts = [...counts];
    return counts;
  }
}

/** The tally of a stretch of a passage, without what lies within `except`. */
export function tallyOf(
  { cues, matches }: Evidence,
  from: number,
  to: number,
  except: { start: number; end: number },
): Tally {
  const tally = new Tally();
  const isWithin = (found: { start: number; end: number }) => found.start >= except.start && found.end <= except.end;
  for (let index = firstFrom(cues, from); index < cues.length; index += 1) {
    const hit = cues[index] as (typeof cues)[number];
    if (hit.start >= to) break;
    if (hit.end <= to && !isWithin(hit)) tally.cue(hit.cue, 1);
  }
  for (let index = firstFrom(matches, from); index < matches.length; index += 1) {
    const match = matches[index] as (typeof matches)[number];
    if (match.start >= to) break;
    const form = tellingForm(match.forms);
    if (form && !isWithin(match)) tally.form(form, 1);
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
