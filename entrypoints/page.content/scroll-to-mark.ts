/** Scrolls to a mark that cannot be seen where it is. */
import { isInView } from './in-view.ts';
import { boxesOf, type Mark } from './page-marks.ts';
import { scrollIntoView } from './unclobbered.ts';

export function scrollToMark(mark: Mark): void {
  const box = boxesOf(mark)[0];
  const { container } = mark.block;
  if (!box || isOutside(box) || !isInView(box, container)) toMiddle(mark);
  // A frame that shows its word may be out of sight itself.
  else if (window !== top) scrollIntoView(container, { block: 'nearest', inline: 'nearest', behavior: 'instant' });
}

/** Brings a mark to the middle of the window. */
function toMiddle(mark: Mark): void {
  const box = boxesOf(mark)[0];
  scrollIntoView(mark.block.container, { block: 'center', behavior: 'instant' });
  const after = boxesOf(mark)[0] ?? box;
  if (after && isOutside(after)) window.scrollBy({ top: after.top - innerHeight / 2, behavior: 'instant' });
}

/** Whether any of a box lies above the window or below it. */
const isOutside = ({ top, bottom }: DOMRect) => top < 0 || bottom > innerHeight;
