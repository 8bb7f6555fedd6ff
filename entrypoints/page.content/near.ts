/** What counts as near the reader. */

/** How much of a viewport outside of it counts as near. */
export const margin = 0.75;

/** For observers of what is near: of the viewport, too, since with `rootMargin` beside it browsers add the two. */
export const nearby: IntersectionObserverInit = { scrollMargin: `${margin * 100}% 0px` };

/** Whether an element's text may be near: its box is, or says nothing of where the text is. */
export const mayBeNear = ({ target, isIntersecting, boundingClientRect: box }: IntersectionObserverEntry): boolean =>
  isIntersecting || (box.width === 0 && box.height === 0 ? hasNoBox(target) : runsOut(target));

const hasNoBox = (element: Element) => getComputedStyle(element).display === 'contents';

/** Whether text runs out of a box farther than what counts as near. */
function runsOut(element: Element): boolean {
  const over = element.scrollHeight - element.clientHeight;
  // A frame that is being replaced has no height to tell: in Firefox it throws.
  return over > 0 && over > margin * innerHeight && getComputedStyle(element).overflowY === 'visible';
}
