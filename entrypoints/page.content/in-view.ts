/** What of a page can be seen. */
import { boxOf, parentOf } from './unclobbered.ts';

/** Whether a box can be seen: within the viewport and within every scrolling element around it. */
export function isInView(box: DOMRect, element: Element): boolean {
  let left = Math.max(box.left, 0);
  let top = Math.max(box.top, 0);
  let right = Math.min(box.right, document.documentElement.clientWidth);
  let bottom = Math.min(box.bottom, window.innerHeight);
  for (
    let at: Node | null = element;
    at && at !== document.documentElement && at !== document.body;
    at = at instanceof ShadowRoot ? at.host : parentOf(at)
  ) {
    if (!(at instanceof Element) || getComputedStyle(at).overflow === 'visible') continue;
    const clip = boxOf(at);
    [left, top] = [Math.max(left, clip.left), Math.max(top, clip.top)];
    [right, bottom] = [Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
  }
  return right >= left && bottom >= top;
}
