/**
 * Makes matches visible: CSS Custom Highlights over static ranges, for blocks near the viewport only.
 * The page's own nodes stay as they are.
 */
import type { Settled } from '../../content/senses.ts';
import type { Look } from '../../content/settings.ts';
import type { BookedBlock } from './booked.ts';
import { margin, mayBeNear, nearby } from './near.ts';

/** A page may throw away all highlights, its own and ours: so often ours come back, and then no more. */
const mostReturns = 8;
/** What the reader does when they look for marks, and what tells us to look, too. */
const looking = ['pointermove', 'scroll', 'keydown', 'focus'];

/** A container with more blocks than this is painted block by block as it scrolls by. */
const fewBlocks = 4;
export type Marks = {
  show(block: BookedBlock): void;
  hide(block: BookedBlock): void;
  look(look: Look): void;
  /** Whether anything is painted now. */
  readonly any: boolean;
};

const nameOf = (look: Look) => `bedside-${look}`;

/** The node of a block that holds an offset of its text, and the offset in it. */
function placeIn(block: BookedBlock, offset: number, isEnd: boolean): { node: Text; offset: number } {
  let low = 0;
  let high = block.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = block.starts[middle] as number;
    if (isEnd ? start < offset : start <= offset) low = middle;
    else high = middle - 1;
  }
  return { node: block.nodes[low] as Text, offset: offset - (block.starts[low] as number) };
}

/** Where a match stands on the page, as the boundaries of a range. */
export function boundsOf(block: BookedBlock, { start, end }: Settled): StaticRangeInit {
  const from = placeIn(block, start, false);
  const to = placeIn(block, end, true);
  return { startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset };
}

/** A live range of a match, for measuring; nothing where the page has changed beneath it. */
export function rangeOf(block: BookedBlock, settled: Settled): Range | undefined {
  const { startContainer, startOffset, endContainer, endOffset } = boundsOf(block, settled);
  const range = document.createRange();
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
  } catch {
    return undefined;
  }
  return range;
}

/** Whether a block's marks are in the viewport or within the margin of it. */
function isNear(block: BookedBlock): boolean {
  const first = block.shown[0] && rangeOf(block, block.shown[0]);
  const last = block.shown.at(-1) && rangeOf(block, block.shown.at(-1) as Settled);
  const top = first?.getBoundingClientRect().top ?? 0;
  const bottom = last?.getBoundingClientRect().bottom ?? 0;
  return bottom > -margin * innerHeight && top < (1 + margin) * innerHeight;
}

export function createMarks(signal: AbortSignal): Marks {
  const highlight = new Highlight();
  const shown = new Map<Element, Set<BookedBlock>>();
  const painted = new Map<BookedBlock, StaticRange[]>();
  const near = new Set<Element>();
  let name: string | undefined;
  let returns = 0;

  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (mayBeNear(entry)) near.add(entry.target);
      else near.delete(entry.target);
      update(entry.target);
    }
  }, nearby);

  /** Paints a container's blocks that are near; of a text so long that it came in pieces, each on its own. */
  function update(container: Element): void {
    const blocks = shown.get(container) ?? new Set();
    for (const block of blocks) {
      (near.has(container) && (blocks.size <= fewBlocks || isNear(block)) ? paint : unpaint)(block);
    }
  }

  function comeBack(): void {
    if (!name || painted.size === 0 || returns >= mostReturns || CSS.highlights.has(name)) return;
    returns += 1;
    CSS.highlights.set(name, highlight);
  }
  for (const event of looking) window.addEventListener(event, comeBack, { capture: true, passive: true, signal });

  let frame = 0;
  const scrolled = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      for (const container of near) if ((shown.get(container)?.size ?? 0) > fewBlocks) update(container);
    });
  };
  window.addEventListener('scroll', scrolled, { capture: true, passive: true, signal });

  function paint(block: BookedBlock): void {
    if (painted.has(block)) return;
    const ranges = block.shown.map((settled) => new StaticRange(boundsOf(block, settled)));
    painted.set(block, ranges);
    for (const range of ranges) highlight.add(range);
    comeBack();
  }

  function unpaint(block: BookedBlock): void {
    for (const range of painted.get(block) ?? []) highlight.delete(range);
    painted.delete(block);
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    highlight.clear();
    // Another life may have put its own in the place of ours.
    if (name && CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  });

  return {
    show(block) {
      const blocks = shown.get(block.container) ?? new Set();
      if (blocks.size === 0) observer.observe(block.container);
      shown.set(block.container, blocks.add(block));
      if (near.has(block.container)) update(block.container);
    },
    hide(block) {
      unpaint(block);
      const blocks = shown.get(block.container);
      blocks?.delete(block);
      if (blocks?.size !== 0) return;
      shown.delete(block.container);
      near.delete(block.container);
      observer.unobserve(block.container);
    },
    look(look) {
      if (name === nameOf(look)) return;
      if (name) CSS.highlights.delete(name);
      name = nameOf(look);
      CSS.highlights.set(name, highlight);
    },
    get any() {
      return painted.size > 0;
    },
  };
}
