/** Going through a page's marks by key: the next, the previous, the first of a term. */
import type { PageReading } from './follow-page.ts';
import { boundsOf } from './marks.ts';
import type { PageBook } from './page-book.ts';
import { boxesOf, type Mark, type PageMarks } from './page-marks.ts';
import type { PageStretch } from './page-plan.ts';
import { isConnected } from './unclobbered.ts';

export type Steps = {
  /** The mark after or before the last one gone to; `fresh` begins at the page's edge. Nothing at the end. */
  step(by: 1 | -1, fresh: boolean): Promise<Mark | undefined>;
  first(term: string): Promise<Mark | undefined>;
};

export function createSteps(reading: PageReading, book: PageBook, marks: PageMarks): Steps {
  /** Weak, so that a word the page has thrown away is not kept alive by us. */
  let last: { node: WeakRef<Node>; offset: number } | undefined;

  function placeOf({ block, settled }: Mark): { node: Node; offset: number } {
    const { startContainer, startOffset } = boundsOf(block, settled);
    return { node: startContainer, offset: startOffset };
  }

  function isLast(mark: Mark): boolean {
    const { node, offset } = placeOf(mark);
    return node === last?.node.deref() && offset === last.offset;
  }

  function remember(mark: Mark | undefined): Mark | undefined {
    if (mark) last = { node: new WeakRef(placeOf(mark).node), offset: placeOf(mark).offset };
    return mark;
  }

  /** The marks of a stretch and those after it, in that direction; each stretch is read when its turn comes. */
  async function* marksFrom(from: PageStretch | undefined, by: 1 | -1, term?: string): AsyncGenerator<Mark> {
    let stretch = from ?? (await reading.next(undefined, by));
    for (; stretch; stretch = await reading.next(stretch, by)) {
      if (!book.mayHold(stretch, term)) continue;
      await reading.read(stretch);
      const all = marks.inStretch(stretch);
      yield* by > 0 ? all : all.toReversed();
    }
  }

  async function find(from: AsyncGenerator<Mark>, isWanted: (mark: Mark) => boolean): Promise<Mark | undefined> {
    for await (const mark of from) if (isWanted(mark)) return mark;
    return undefined;
  }

  /** Where the last mark gone to still stands. */
  async function lastStretch(): Promise<PageStretch | undefined> {
    const node = last?.node.deref();
    const stretch = node && isConnected(node) ? reading.stretchOf(node) : undefined;
    if (!stretch) return undefined;
    await reading.read(stretch);
    return marks.inStretch(stretch).some(isLast) ? stretch : undefined;
  }

  async function step(by: 1 | -1): Promise<Mark | undefined> {
    const at = await lastStretch();
    if (!at) return find(marksFrom(await reading.near(by), by), (mark) => isAhead(mark) === by > 0);
    let isPast = false;
    return find(marksFrom(at, by), (mark) => {
      const was = isPast;
      isPast ||= isLast(mark);
      return was;
    });
  }

  return {
    async step(by, fresh) {
      return remember(await (fresh ? find(marksFrom(undefined, by), () => true) : step(by)));
    },
    async first(term) {
      return remember(await find(marksFrom(undefined, 1, term), ({ settled }) => settled.term === term));
    },
  };
}

/** Whether a mark is in view or below it. */
const isAhead = (mark: Mark) => (boxesOf(mark)[0]?.bottom ?? -1) >= 0;
