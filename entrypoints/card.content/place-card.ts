/**
 * Where the card lies: beside the word, never over it, never off screen. The card is in the top layer, so that
 * the viewport alone bounds it; Floating UI's core needs to know no more of the page than that.
 */
import { computePosition, flip, offset, type Platform, type Rect, shift, size } from '@floating-ui/core';

/** Pixels between the word and the card, and between the card and the viewport's edge. */
const gap = 6;
const edge = 8;
/** So much height shows what a word means in HLH, too: a side with less is chosen only when no side has more. */
const enoughHeight = 340;
/** Never smaller than this, even where it must then lie over something. */
const leastHeight = 120;
const leastWidth = 200;

const viewport = (): Rect => ({ x: 0, y: 0, width: document.documentElement.clientWidth, height: window.innerHeight });

const platform: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: reference as Rect,
    floating: { x: 0, y: 0, width: floating.offsetWidth, height: floating.offsetHeight },
  }),
  getDimensions: (card: HTMLElement) => ({ width: card.offsetWidth, height: card.offsetHeight }),
  getClippingRect: viewport,
};

/** Moves the card beside a word's box, and bounds its size by the room there (`--most-high`, `--most-wide`). */
export async function placeCard(card: HTMLElement, word: DOMRect): Promise<void> {
  const bound = (width: number, height: number) => {
    card.style.setProperty('--most-wide', `${Math.max(leastWidth, Math.floor(width))}px`);
    card.style.setProperty('--most-high', `${Math.max(leastHeight, Math.floor(height))}px`);
  };
  bound(viewport().width - 2 * edge, enoughHeight);
  const { x, y } = await computePosition(word, card, {
    platform,
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      offset(gap),
      flip({ padding: edge, fallbackPlacements: ['top-start', 'right', 'left'], fallbackStrategy: 'bestFit' }),
      shift({ padding: edge }),
      size({ padding: edge, apply: ({ availableWidth, availableHeight }) => bound(availableWidth, availableHeight) }),
    ],
  });
  card.style.setProperty('left', `${Math.round(x)}px`);
  card.style.setProperty('top', `${Math.round(y)}px`);
}

/** The box around all boxes of a word that runs over several lines. */
export function around(boxes: readonly DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
