/**
 * What is known of a page: of each stretch what it says, and of those that have been read which words stand in them
 * and which of these are marked. The rest of the page is only overlooked, so that a long page costs little.
 */
import type { Recogniser } from '../../content/recogniser.ts';
import { isCertain, overlook, type Said, type Senses, type Settled } from '../../content/senses.ts';
import type { Marking } from '../../content/settings.ts';
import type { Form } from '../../content/tables.ts';
import { type BookedBlock, type BookedPassage, bookPassage, type Counts, countIn, type Section } from './booked.ts';
import { chooseMarks } from './choose-marks.ts';
import type { PageStretch } from './page-plan.ts';
import type { PageBlock, PagePassage } from './read-text.ts';

type Entry = {
  /** What it says, one for each passage where it has been read. */
  said: Said[];
  /** In order; absent until it has been read. */
  sections?: Section[];
  /** Whether it goes on with the section of the stretch before. */
  goesOn: boolean;
};

export type PageBook = {
  /** Takes note of what a stretch says, by its text alone, piece by piece. */
  overlook(stretch: PageStretch, texts: Iterable<string>): Generator<void>;
  /** Takes note of all that stands in a stretch, passage by passage. */
  read(stretch: PageStretch, passages: Iterable<PagePassage>, previous: PageStretch | undefined): Generator<void>;
  isRead(stretch: PageStretch): boolean;
  /** Whether a word may stand in a stretch, as far as is known; of a term, or any. */
  mayHold(stretch: PageStretch, term?: string): boolean;
  /** Whether anything on the page belongs to a term for certain. */
  readonly isMedical: boolean;
  /** Puts a stretch that is far away aside, but for what it says. */
  close(stretch: PageStretch): void;
  forget(stretch: PageStretch): void;
  /** Takes the marks from a text node, or from all below a node, at once. */
  strike(node: Node): void;
  /**
   * Settles what stands, passage by passage, and then chooses what is marked, over stretches in their order.
   * @returns stretches that have to be read before those after them can be marked rightly.
   */
  settle(order: readonly PageStretch[], isWhole: boolean): Generator<void, PageStretch[]>;
  follow(marking: Marking): void;
  blocksOf(node: Text): BookedBlock[];
  blocksIn(stretch: PageStretch): BookedBlock[];
  /** How often each term stands where it can be seen, by stretch. */
  countsIn(stretch: PageStretch): Counts;
  /** The terms that stand in what lies open. */
  termsOpen(): string[];
  /** The terms on the page as far as they are known without reading all of it. */
  terms(): Set<string>;
  /** Judges what has only been overlooked, little by little, so that `terms` is quick. */
  judge(): Generator<void>;
  clear(): void;
};

/** Told of every block whose marks appear or disappear. */
export type OnMarks = (block: BookedBlock) => void;

export function createPageBook(
  recognise: Recogniser,
  sensesFor: (sure: Marking['sure']) => Senses,
  { show, hide }: { show: OnMarks; hide: OnMarks },
): PageBook {
  const entries = new Map<PageStretch, Entry>();
  const byNode = new WeakMap<Text, Set<BookedBlock>>();
  let senses = sensesFor('careful');
  let marking: Pick<Marking, 'occurrences' | 'sure'> = { occurrences: 'section', sure: 'careful' };
  let known: ReadonlySet<string> = new Set();
  let isMedical = false;
  /** Blocks that are no more, whose marks go when the new ones are there: nothing flickers. */
  let left: BookedBlock[] = [];

  let isStarted = false;
  /** Starts the recogniser, in a step of its own: that takes as long as reading a good deal. */
  function* start(): Generator<void> {
    if (isStarted) return;
    isStarted = true;
    recognise('');
    yield;
  }

  const passagesIn = (entry: Entry | undefined) => entry?.sections?.flatMap(({ passages }) => passages) ?? [];
  const blocksIn = (stretch: PageStretch) => passagesIn(entries.get(stretch)).flatMap(({ blocks }) => blocks);

  function say(entry: Entry, said: Said[]): void {
    for (const one of said) senses.add(one);
    for (const one of entry.said) senses.remove(one);
    entry.said = said;
    isMedical ||= said.some(({ forms }) => forms.some(isCertain));
  }

  function entryOf(stretch: PageStretch): Entry {
    const entry = entries.get(stretch) ?? { said: [], goesOn: false };
    entries.set(stretch, entry);
    return entry;
  }

  function leave(blocks: readonly BookedBlock[]): void {
    for (const block of blocks) {
      for (const node of block.nodes) byNode.get(node)?.delete(block);
      mark(block, []);
    }
  }

  function mark(block: BookedBlock, matches: Settled[]): void {
    const isSame =
      matches.length === block.shown.length &&
      matches.every(
        ({ start, term }, index) => block.shown[index]?.start === start && block.shown[index]?.term === term,
      );
    if (isSame) return;
    if (block.shown.length > 0) hide(block);
    block.shown = matches;
    if (matches.length > 0) show(block);
  }

  /** Settles a passage; false where nothing has been said since it was settled. */
  function settlePassage(passage: BookedPassage, isWhole: boolean): boolean {
    const now = `${isWhole} ${senses.version}`;
    if (passage.settledAt === now) return false;
    passage.settledAt = now;
    const settled = senses.settle(passage.evidence, isWhole);
    let at = 0;
    for (const [index, block] of passage.blocks.entries()) {
      const { end } = passage.evidence.passage.blocks[index] as PageBlock;
      const first = at;
      while (at < settled.length && (settled[at] as Settled).start < end) at += 1;
      block.settled = settled.slice(first, at);
    }
    return true;
  }

  const countsIn = (stretch: PageStretch): Counts => {
    const all: Counts = new Map();
    for (const { passages, counts } of entries.get(stretch)?.sections ?? []) {
      for (const [term, number] of passages.length > 0 ? countIn(passages) : counts) {
        if (!known.has(term)) all.set(term, (all.get(term) ?? 0) + number);
      }
    }
    return all;
  };

  /** Whether a stretch went on with a section that is not the one before it any more. */
  function isLost(stretch: PageStretch, previous: PageStretch | undefined): boolean {
    const entry = entries.get(stretch);
    const before = previous && entries.get(previous)?.sections?.at(-1);
    return (entry?.goesOn ?? false) && before?.key !== entry?.sections?.[0]?.key;
  }

  function* settle(order: readonly PageStretch[], isWhole: boolean): Generator<void, PageStretch[]> {
    for (const stretch of order)
      for (const passage of passagesIn(entries.get(stretch))) if (settlePassage(passage, isWhole)) yield;
    const lost = order.filter((stretch, index) => isLost(stretch, order[index - 1]));
    const isUnread = (stretch: PageStretch) => !entries.get(stretch)?.sections && mayHold(stretch);
    const end = marking.occurrences === 'page' ? order.findIndex(isUnread) : -1;
    const sections = order.slice(0, end < 0 ? order.length : end).flatMap((one) => entries.get(one)?.sections ?? []);
    for (const [block, matches] of chooseMarks(sections, marking.occurrences, known)) mark(block, matches);
    leave(left);
    left = [];
    if (end < 0) return lost;
    const last = order.findLastIndex((stretch) => entries.get(stretch)?.sections);
    return [...lost, ...order.slice(end, last).filter(isUnread)];
  }

  function mayHold(stretch: PageStretch, term?: string): boolean {
    const said = entries.get(stretch)?.said;
    return !said || said.some(({ forms, asking }) => [...forms, ...asking].some((form) => !term || form.term === term));
  }

  function follow({ occurrences, sure, known: words }: Marking): void {
    known = new Set(words);
    if (sure !== marking.sure) {
      senses = sensesFor(sure);
      for (const entry of entries.values()) {
        for (const said of entry.said) senses.add(said);
        for (const passage of passagesIn(entry)) delete passage.settledAt;
      }
    }
    marking = { occurrences, sure };
  }

  /** The forms that stand in what has only been overlooked. */
  function overlookedForms(): Set<Form> {
    const all = new Set<Form>();
    for (const { said, sections } of entries.values()) {
      if (sections) continue;
      for (const { forms, asking } of said) {
        for (const form of forms) all.add(form);
        for (const form of asking) all.add(form);
      }
    }
    return all;
  }

  function terms(): Set<string> {
    const all = new Set<string>();
    for (const { sections } of entries.values()) {
      for (const { passages, counts } of sections ?? []) {
        for (const { settled } of passages.flatMap(({ blocks }) => blocks))
          for (const { term } of settled) all.add(term);
        for (const term of counts.keys()) all.add(term);
      }
    }
    for (const form of overlookedForms())
      if (!all.has(form.term) && (isCertain(form) || senses.isLikely(form))) all.add(form.term);
    return all;
  }

  return {
    *overlook(stretch, texts) {
      yield* start();
      const said: Said[] = [];
      const entry = entryOf(stretch);
      for (const text of texts) {
        said.push(overlook(recognise, text));
        yield;
      }
      // It may have been read meanwhile, or be gone.
      if (entries.get(stretch) === entry && !entry.sections) say(entry, said);
    },
    *read(stretch, passages, previous) {
      yield* start();
      const entry = entryOf(stretch);
      const keys = entry.sections?.map(({ key }) => key) ?? [];
      const before = blocksIn(stretch);
      const lead = previous && entries.get(previous)?.sections?.at(-1)?.key;
      const sections: Section[] = [];
      for (const passage of passages) {
        let section = sections.at(-1);
        if (!section || passage.opens) {
          const goesOn = !section && !passage.opens && lead;
          section = { key: goesOn || (keys[sections.length] ?? {}), passages: [], counts: new Map() };
          sections.push(section);
        }
        section.passages.push(bookPassage(recognise, passage, section.key));
        yield;
      }
      // A stretch without text hands on the section that it lies in.
      if (sections.length === 0) sections.push({ key: lead ?? keys[0] ?? {}, passages: [], counts: new Map() });
      if (!entries.has(stretch)) return;
      entry.goesOn = sections[0]?.key === lead;
      entry.sections = sections;
      say(
        entry,
        passagesIn(entry).map(({ evidence }) => evidence.said),
      );
      for (const block of blocksIn(stretch))
        for (const node of block.nodes) byNode.set(node, (byNode.get(node) ?? new Set()).add(block));
      left.push(...before);
    },
    isRead: (stretch) => entries.get(stretch)?.sections !== undefined,
    mayHold,
    get isMedical() {
      return isMedical;
    },
    close(stretch) {
      for (const section of entries.get(stretch)?.sections ?? []) {
        section.counts = countIn(section.passages);
        leave(section.passages.flatMap(({ blocks }) => blocks));
        section.passages = [];
      }
    },
    forget(stretch) {
      const entry = entries.get(stretch);
      if (!entry) return;
      left.push(...blocksIn(stretch));
      say(entry, []);
      entries.delete(stretch);
    },
    strike(node) {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let at: Node | null = node instanceof Text ? node : walker.nextNode(); at; at = walker.nextNode()) {
        for (const block of byNode.get(at as Text) ?? []) {
          block.isStale = true;
          mark(block, []);
        }
      }
    },
    settle,
    follow,
    blocksOf: (node) => [...(byNode.get(node) ?? [])],
    blocksIn,
    countsIn,
    termsOpen: () => [
      ...new Set([...entries.keys()].flatMap(blocksIn).flatMap(({ settled }) => settled.map(({ term }) => term))),
    ],
    terms,
    *judge() {
      for (const form of overlookedForms()) {
        if (isCertain(form)) continue;
        senses.isLikely(form);
        yield;
      }
    },
    clear() {
      for (const stretch of entries.keys()) leave(blocksIn(stretch));
      for (const { said } of entries.values()) for (const one of said) senses.remove(one);
      entries.clear();
    },
  };
}
