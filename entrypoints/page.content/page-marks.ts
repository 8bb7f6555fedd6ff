/** The marks of a page as the reader meets them: under the pointer, and in reading order. */
import type { Settled } from '../../content/senses.ts';
import type { BookedBlock } from './booked.ts';
import { boundsOf, rangeOf } from './marks.ts';
import type { PageBook } from './page-book.ts';
import type { PageStretch } from './page-plan.ts';
import { isVisible } from './unclobbered.ts';

/** One mark: a match that is shown, in its block. */
export type Mark = { block: BookedBlock; settled: Settled };

export type PageMarks = {
  /** The mark at a point of the viewport. */
  at(x: number, y: number): Mark | undefined;
  /** The marks of a stretch that can be seen, in reading order. */
  inStretch(stretch: PageStretch): Mark[];
  /** Whether a mark is still where it was, though the page may have been read anew. */
  isThere(mark: Mark): boolean;
};

export function createPageMarks(book: PageBook, shadowRoots: ReadonlySet<ShadowRoot>): PageMarks {
  const marksIn = (block: BookedBlock) => block.shown.map((settled) => ({ block, settled }));
  return {
    at(x, y) {
      const place = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
      const node = place?.offsetNode;
      if (!place || !(node instanceof Text)) return undefined;
      for (const block of book.blocksOf(node)) {
        const offset = (block.starts[block.nodes.indexOf(node)] ?? 0) + place.offset;
        const settled = block.shown.find((one) => one.start <= offset && offset <= one.end);
        // The caret snaps to the nearest letter: only the word's own boxes count, not the empty end of its line.
        if (settled && boxesOf({ block, settled }).some((box) => isIn(box, x, y))) return { block, settled };
      }
      return undefined;
    },
    inStretch: (stretch) =>
      book
        .blocksIn(stretch)
        .filter(({ container, shown }) => shown.length > 0 && isVisible(container))
        .sort(byPosition)
        .flatMap(marksIn),
    isThere(mark) {
      const { startContainer, startOffset } = boundsOf(mark.block, mark.settled);
      return book
        .blocksOf(startContainer as Text)
        .flatMap(marksIn)
        .some(({ block, settled }) => {
          const bounds = boundsOf(block, settled);
          const isSame = bounds.startContainer === startContainer && bounds.startOffset === startOffset;
          return isSame && settled.term === mark.settled.term;
        });
    },
  };
}

export const boxesOf = ({ block, settled }: Mark): DOMRect[] => [...(rangeOf(block, settled)?.getClientRects() ?? [])];

export const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  left <= x && x <= right && top <= y && y <= bottom;

/** By first words: a container's own text may come after the blocks in it. */
function byPosition(a: BookedBlock, b: BookedBlock): number {
  const [one, other] = [a.nodes[0] as Text, b.nodes[0] as Text];
  if (one === other) return (b.starts[0] ?? 0) - (a.starts[0] ?? 0);
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
