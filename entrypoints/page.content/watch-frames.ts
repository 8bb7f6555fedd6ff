/**
 * Tells the background when frames inside this document have loaded: it alone may bring the page script there.
 * Frames that load together are told of together.
 */
import { attributeOf, tagOf } from './unclobbered.ts';

/** Milliseconds in which frames count as loading together. */
const together = 60;
const frames = new Set(['iframe', 'frame']);

/** Returns what to call with each shadow root that is met: the loading of a frame is heard within its own tree. */
export function watchFrames(loaded: (blob: boolean) => void, signal: AbortSignal): (root: ShadowRoot) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let blob = false;

  function tell(element: Element): void {
    blob ||= attributeOf(element, 'src')?.startsWith('blob:') ?? false;
    timer ??= setTimeout(() => {
      timer = undefined;
      loaded(blob);
      blob = false;
    }, together);
  }

  function watch(root: Document | ShadowRoot): void {
    root.addEventListener(
      'load',
      ({ target }) => {
        if (target instanceof Element && frames.has(tagOf(target))) tell(target);
      },
      { capture: true, signal },
    );
    for (const element of root.querySelectorAll('iframe, frame')) tell(element);
  }

  watch(document);
  signal.addEventListener('abort', () => clearTimeout(timer));
  return watch;
}
