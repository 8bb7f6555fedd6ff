/**
 * Which matches stand: the right sense or none. README.md says the rules in one paragraph; in short:
 * - A certain form always stands.
 * - Any other form stands where the page's own definition says so. Else what speaks for it and against it is weighed
 *   in its sentence, its block, its section and the page, and the nearest of them that says enough decides.
 */
import type { Definition } from './definitions.ts';
import { fold } from './fold.ts';
import {
  type Block,
  createBlockAt,
  type Evidence,
  gather,
  isCertain,
  overlook,
  type Passage,
  type Said,
} from './passages.ts';
import type { Match, Recogniser } from './recogniser.ts';
import { isElsewhereByShape, isInCapitals, isPartOfHandle } from './shapes.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';
import type { Form } from './tables.ts';
import { firstFrom, Tally } from './tally.ts';

export { type Block, type Evidence, gather, isCertain, overlook, type Passage, type Said };

/** A match that stands, and the term that it means. */
export type Settled = { start: number; end: number; term: string };

/** How far what speaks for a word must outweigh what speaks against it; a cue weighs two. */
export const sureness = { careful: 2, generous: 1 } as const;

/** What a page has said so far. Adding and removing the same evidence leaves it as it was. */
export type Senses = {
  add(said: Said): void;
  remove(said: Said): void;
  /** The matches that stand. Until the whole page is known, none stands by what the whole page says. */
  settle(evidence: Evidence, isWhole?: boolean): Settled[];
  /** Whether a form that has several senses, or an ordinary one, is ours by what the page says as a whole. */
  isLikely(form: Form): boolean;
  /** Changes whenever an earlier answer of `settle` may have changed. */
  readonly version: number;
};

/** What was added of a section, and in how many of its passages a match stands. Its tally is made where it is asked. */
type Section = { said: Set<Said>; asks: number; tally?: Tally };

/** What the page's own words say of an abbreviation: its term, another meaning, or nothing that helps. */
type Meaning = { term: string } | 'other' | undefined;

const isForeign = (lang: string) => lang !== '' && !/^en(?:-|$)/i.test(lang);
const leastOfParagraph = 60;

export function createSenses(recognise: Recogniser, { sure = sureness.careful }: { sure?: number } = {}): Senses {
  const page = new Tally();
  const sections = new Map<unknown, Section>();
  const definedBy = new Map<string, Set<Definition>>();
  // Cues are counted when the first match asks what the page says of them; until then no answer rests on them.
  const pending = new Map<Said, 1 | -1>();
  let isAsked = false;
  let version = 0;
  let aboutHealth: { version: number; is: boolean } | undefined;

  function sectionOf(section: unknown): Section {
    const known = sections.get(section) ?? { said: new Set(), asks: 0 };
    sections.set(section, known);
    return known;
  }

  function tallyOf({ said }: Section): Tally {
    const tally = new Tally();
    for (const one of said) tally.add(one, 1);
    return tally;
  }

  function change(said: Said, step: 1 | -1): void {
    const section = sectionOf(said.section);
    if (step === 1) section.said.add(said);
    else section.said.delete(said);
    if (section.said.size === 0) sections.delete(said.section);
    const isNews = section.tally ? section.tally.add(said, step) : said.cues.length + said.forms.length > 0;
    if (isNews && isAsked) version += 1;
    if (said.forms.length + said.asking.length > 0) {
      section.asks += step;
      if (section.asks === (step === 1 ? 1 : 0)) version += 1;
    }
    for (const definition of said.definitions) {
      const key = fold(definition.short);
      const known = definedBy.get(key) ?? new Set();
      definedBy.set(key, known);
      if (step === 1) known.add(definition);
      else known.delete(definition);
      version += 1;
    }
    if (pending.get(said) === -step) pending.delete(said);
    else pending.set(said, step);
    if (isAsked) catchUp();
  }

  function catchUp(): void {
    for (const [said, step] of pending) if (page.add(said, step) && isAsked) version += 1;
    pending.clear();
  }

  function ask(): void {
    if (!isAsked) catchUp();
    isAsked = true;
  }

  /** What the page as a whole says of forms: judged once, until it says something else. */
  function judged(judge: (form: Form) => boolean): (form: Form) => boolean {
    const judgements = new WeakMap<Form, { version: number; is: boolean }>();
    return (form) => {
      ask();
      const known = judgements.get(form);
      if (known?.version === version) return known.is;
      const is = judge(form);
      judgements.set(form, { version, is });
      return is;
    };
  }

  /** Whether an abbreviation is ours wherever the page says nothing else: its own cues on the page say so twice over. */
  const isOurs = judged((form) => page.own(form) >= 2 * sure);
  const isLikely = judged(
    (form) => !form.word && page.balance(form, isOurs) >= sure && (!form.everyday || isAboutHealth(form)),
  );

  /** Whether more than half of the sections in which our words stand are about health. */
  function isAboutHealth({ subjects }: Form): boolean {
    if (!subjects) return true;
    if (aboutHealth?.version === version) return aboutHealth.is;
    const health: Form = { term: '', exact: false, everyday: true, subjects };
    const asking = [...sections.values()].filter(({ asks }) => asks > 0);
    // Most sections are only overlooked, and asked this alone: a tally for each of them would fill the page's memory.
    const speaks = (section: Section) => (section.tally ?? tallyOf(section)).balance(health, isOurs) >= sure;
    const is = asking.filter(speaks).length * 2 > asking.length;
    aboutHealth = { version, is };
    return is;
  }

  const mixed = new WeakMap<Evidence, boolean>();
  /** Whether a passage speaks of health only among other things, as a magazine does or a match report. */
  function isMixed(evidence: Evidence, form: Form, { tally }: Surroundings): boolean {
    const known = mixed.get(evidence);
    if (known !== undefined) return known;
    let [about, others] = [0, 0];
    for (const block of evidence.passage.blocks) {
      const isParagraph = block.end - block.start >= leastOfParagraph;
      // A surgeon or a ward may stand in any story.
      if (tally(block).health(form) > (isParagraph ? 1 : 0)) about += 1;
      else if (isParagraph) others += 1;
    }
    const is = others > 1 && others > about;
    mixed.set(evidence, is);
    return is;
  }

  const meanings = new WeakMap<Definition, Map<string, Meaning>>();
  /** What a long form says that a short one stands for: recognised once. */
  function meaning(definition: Definition, form: Form, foreign: boolean): Meaning {
    const key = `${form.term} ${foreign}`;
    const known = meanings.get(definition) ?? new Map<string, Meaning>();
    meanings.set(definition, known);
    if (!known.has(key)) known.set(key, readMeaning(definition, form, foreign));
    return known.get(key);
  }

  function readMeaning({ long, rest = long, loose }: Definition, form: Form, foreign: boolean): Meaning {
    const { matches, cues } = recognise(rest);
    const names = ({ start, end, forms }: Match) =>
      (loose || (start <= 4 && long.length - end <= 2)) &&
      forms.some((named) => !named.ambiguous && named.term === form.term);
    if (matches.some(names)) return { term: form.term };
    const met = new Set(cues.map(({ cue }) => cue));
    const speaks = (list: readonly number[] | undefined) => list?.some((cue) => met.has(cue)) ?? false;
    if (speaks(form.ambiguous?.others)) return 'other';
    if (speaks(form.ambiguous?.ours)) return { term: form.term };
    return loose || foreign ? undefined : 'other';
  }

  /**
   * What the page says of the word: here, before in its section, later in it as under a table, or elsewhere; and
   * whether that decides at once, or only where the words around say nothing.
   */
  function defined(form: Form, match: Match, evidence: Evidence): { said: Meaning; atOnce: boolean } {
    const key = fold(evidence.passage.text.slice(match.start, match.end));
    const known = definedBy.get(key);
    if (!known || known.size === 0) return { said: undefined, atOnce: false };
    const foreign = isForeign(evidence.passage.lang);
    const same = (definition: Definition) => known.has(definition) || fold(definition.short) === key;
    const own = evidence.said.definitions.filter(same);
    const here =
      own.find(({ start, end }) => start < match.end && end > match.start) ??
      own.findLast(({ start }) => start < match.start);
    const nearest = here && meaning(here, form, foreign);
    if (nearest) return { said: nearest, atOnce: true };
    const { said: around } = sectionOf(evidence.passage.section);
    const inSection = [...around].flatMap((one) => (one === evidence.said ? [] : one.definitions.filter(same)));
    const later = own.filter(({ start }) => start > match.start);
    const elsewhere = [...known].filter((definition) => !own.includes(definition));
    for (const list of [inSection, later, elsewhere]) {
      const told = list.flatMap((definition) => meaning(definition, form, foreign) ?? []);
      const said = told[0];
      if (!said) continue;
      const isOne = told.every((another) => (another === 'other') === (said === 'other'));
      if (isOne) return { said, atOnce: list !== later && (list !== elsewhere || said === 'other') };
      // A page that uses the word in two ways says nothing of a place that does not tell them apart.
      if (list === elsewhere) return { said: 'other', atOnce: false };
    }
    return { said: undefined, atOnce: false };
  }

  /** A cue that contains the word says at once what it means: "marker pen", "heat shock"; of several the longest. */
  function phraseSays(form: Form, match: Match, { cues }: Evidence): boolean | undefined {
    if (!form.ambiguous) return undefined;
    let says: boolean | undefined;
    let longest = match.end - match.start;
    for (let index = firstFrom(cues, match.start - 60); index < cues.length; index += 1) {
      const { cue, start, end } = cues[index] as Evidence['cues'][number];
      if (start > match.start) break;
      if (end < match.end || end - start <= longest) continue;
      const isOther = form.ambiguous.others.includes(cue);
      if (!isOther && !form.ambiguous.ours.includes(cue)) continue;
      says = !isOther;
      longest = end - start;
    }
    return says;
  }

  function stands(form: Form, match: Match, evidence: Evidence, around: Surroundings, isWhole: boolean): boolean {
    const { passage } = evidence;
    const foreign = isForeign(passage.lang);
    if (foreign && !form.exact) return false;
    const block = createBlockAt(passage.blocks, passage.text.length)(match.start);
    if (isPartOfHandle(passage.text, match.start, match.end)) return false;
    if (form.exact && isElsewhereByShape(passage.text, match.start, match.end, block.start, block.end)) return false;
    const phrase = phraseSays(form, match, evidence);
    if (phrase !== undefined) return phrase;
    const { said, atOnce } = form.ambiguous ? defined(form, match, evidence) : { said: undefined, atOnce: false };
    if (atOnce) return said !== 'other';
    if (form.word && isInCapitals(passage.text, match.start, match.end, block.start, block.end)) return false;
    const next = form.ambiguous ? around.without(match, around.beside(match, block), (tally) => tally.own(form)) : 0;
    if (Math.abs(next) >= sure) return next > 0;
    // Where its own words speak of another world, if only by one, the rest of the page must say twice as much.
    let leans = false;
    for (const stretch of [around.sentence(match, block), block]) {
      const balance = around.without(match, stretch, (tally) => tally.balance(form, isOurs));
      if (Math.abs(balance) >= sure) return balance > 0;
      leans ||= balance < 0;
    }
    // What another section defines does not make an abbreviation of a word in capitals.
    if (said === 'other') return false;
    if (said && !form.word) return true;
    ask();
    const section = sectionOf(evidence.passage.section);
    section.tally ??= tallyOf(section);
    const inSection = section.tally.balance(form, isOurs);
    // One illness told in a section does not make every word of it medical: "diarrhea … the chronic problem of pizza".
    if (form.everyday && isMixed(evidence, form, around)) {
      if (around.without(match, block, (tally) => tally.health(form)) < (form.clinical ? 1 : 2)) return false;
    }
    const enough = (form.everyday ? 2 * sure : sure) * (leans ? 2 : 1);
    if (Math.abs(inSection) >= enough) return inSection > 0;
    if (!isWhole || foreign || form.word || (form.everyday && !isAboutHealth(form) && page.own(form) < 2 * sure))
      return false;
    return page.balance(form, isOurs) >= (leans ? enough : sure);
  }

  return {
    add: (said) => change(said, 1),
    remove: (said) => change(said, -1),
    settle(evidence, isWhole = true) {
      const around = createSurroundings(evidence);
      return evidence.matches.flatMap((match) => {
        const form =
          match.forms.find(isCertain) ?? match.forms.find((each) => stands(each, match, evidence, around, isWhole));
        return form ? [{ start: match.start, end: match.end, term: form.term }] : [];
      });
    },
    isLikely,
    get version() {
      return version;
    },
  };
}
