/**
 * Turns the reader's pointer into intent: resting on a word, leaving it, tapping it, clicking elsewhere.
 * Listens without holding anything up, and only to what the reader really did.
 */

/** Milliseconds of rest before a card is made ready and before it opens, and of grace before it closes. */
export const pause = 50;
export const rest = 150;
export const grace = 300;

/** What a tap is for already: the page keeps it. */
const controls =
  'a[href], button, input, label, select, summary, textarea, video, audio, [role="button"], [role="link"]';

export type Intent<M> = {
  /** The mark at a point, or nothing. */
  at(x: number, y: number): M | undefined;
  /** Whether looking is worth while at all. */
  isWorthLooking(): boolean;
  /** Whether a point belongs to what is open: its card or its word. */
  isHeld(event: PointerEvent): boolean;
  /** The pointer may come to rest on a mark. */
  foreseen(mark: M): void;
  opened(mark: M): void;
  left(): void;
  clickedElsewhere(): void;
};

export function followPointer<M>(intent: Intent<M>, signal: AbortSignal): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const stay = () => {
    clearTimeout(leaving);
    leaving = undefined;
  };

  function moved(event: PointerEvent): void {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    clearTimeout(resting);
    if (intent.isHeld(event)) {
      stay();
      return;
    }
    leaving ??= setTimeout(() => {
      leaving = undefined;
      intent.left();
    }, grace);
    if (event.buttons !== 0 || !intent.isWorthLooking()) return;
    const { clientX, clientY } = event;
    resting = setTimeout(() => {
      resting = setTimeout(() => {
        const mark = intent.at(clientX, clientY);
        if (!mark) return;
        stay();
        intent.opened(mark);
      }, rest - pause);
      const mark = intent.at(clientX, clientY);
      if (mark) intent.foreseen(mark);
    }, pause);
  }

  function tapped(event: MouseEvent): void {
    if (!event.isTrusted || (event as PointerEvent).pointerType !== 'touch' || event.defaultPrevented) return;
    const [target] = event.composedPath();
    if (target instanceof Element && Element.prototype.closest.call(target, controls)) return;
    const mark = intent.at(event.clientX, event.clientY);
    if (mark) intent.opened(mark);
  }

  function pressed(event: PointerEvent): void {
    if (!event.isTrusted) return;
    clearTimeout(resting);
    if (!intent.isHeld(event)) intent.clickedElsewhere();
  }

  const options = { signal, passive: true, capture: true };
  window.addEventListener('pointermove', moved, options);
  window.addEventListener('pointerdown', pressed, options);
  window.addEventListener('click', tapped, options);
  window.addEventListener('scroll', () => clearTimeout(resting), options);
  document.documentElement.addEventListener('pointerleave', () => clearTimeout(resting), options);
  signal.addEventListener('abort', () => {
    clearTimeout(resting);
    clearTimeout(leaving);
  });
}
