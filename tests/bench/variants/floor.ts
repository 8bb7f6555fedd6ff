/** The floor: reads every text node and does nothing with it. */
import type { Variant } from './variant.ts';

const floor: Variant = () => () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  while (walker.nextNode()) length += (walker.currentNode as Text).data.length;
  return length;
};
export default floor;
