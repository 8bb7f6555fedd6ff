/**
 * Tells the background when frames inside this document have loaded: it alone may bring the page script there.
 * Frames that load together are told of together.
 */

/** Milliseconds in which frames count as loading together. */
const together = 60;

/** Returns what to call with each frame element that is met. */
export function watchFrames(loaded: (blob: boolean) => void, signal: AbortSignal): (element: Element) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let blob = false;

  function tell(element: Element): void {
    blob ||= element.getAttribute('src')?.startsWith('blob:') ?? false;
    timer ??= setTimeout(() => {
      timer = undefined;
      loaded(blob);
      blob = false;
    }, together);
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  return (element) => {
    element.addEventListener('load', () => tell(element), { signal });
    tell(element);
  };
}
