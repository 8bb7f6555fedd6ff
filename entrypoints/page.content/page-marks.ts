/** The marks of a page as the reader meets them: under the pointer, in reading order, by term. */
import type { Settled } from '../../content/senses.ts';
import { rangeOf } from './marks.ts';
import type { BookedBlock, PageBook } from './page-book.ts';
import { isVisible } from './unclobbered.ts';

/** One mark: a match that stands, in its block. */
export type Mark = { block: BookedBlock; settled: Settled };

export type PageMarks = {
  /** The mark at a point of the viewport. */
  at(x: number, y: number): Mark | undefined;
  /** All marks that can be seen, in reading order. */
  inOrder(): Mark[];
};

export function createPageMarks(book: PageBook, shadowRoots: ReadonlySet<ShadowRoot>): PageMarks {
  return {
    at(x, y) {
      const place = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
      const node = place?.offsetNode;
      if (!place || !(node instanceof Text)) return undefined;
      for (const block of book.blocksOf(node)) {
        const offset = (block.starts[block.nodes.indexOf(node)] ?? 0) + place.offset;
        const settled = block.settled.find((one) => one.start <= offset && offset <= one.end);
        // The caret snaps to the nearest letter: only the word's own boxes count, not the empty end of its line.
        if (settled && boxesOf({ block, settled }).some((box) => isIn(box, x, y))) return { block, settled };
      }
      return undefined;
    },
    inOrder() {
      return book
        .marked()
        .filter(({ container }) => isVisible(container))
        .sort(byPosition)
        .flatMap((block) => block.settled.map((settled) => ({ block, settled })));
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
  const [before, after] = sameTree(one, other);
  return before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The two nodes, or the hosts of the shadow roots they are in, within the tree of the document. */
function sameTree(a: Node, b: Node): [Node, Node] {
  const outermost = (node: Node): Node => {
    const root = node.getRootNode();
    return root instanceof ShadowRoot ? outermost(root.host) : node;
  };
  return a.getRootNode() === b.getRootNode() ? [a, b] : [outermost(a), outermost(b)];
}
