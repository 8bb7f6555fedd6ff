/** The pointer's way over words: what is foreseen, opened and left, by the clock. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followPointer, grace, pause, rest } from '../../entrypoints/page.content/rest-pointer.ts';

/** The word under the pointer: everything above 100 is one, the rest is none. */
const wordAt = (y: number) => (y < 100 ? 'ferritin' : undefined);

let told: string[];
let life: AbortController;

/** As the browser tells it: only what a reader did is trusted. */
function point(kind: string, y: number): void {
  const event = new PointerEvent(kind, { clientX: 10, clientY: y, pointerType: 'mouse', bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  document.documentElement.dispatchEvent(event);
}

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  life = new AbortController();
  followPointer<string>(
    {
      at: (_x, y) => wordAt(y),
      isWorthLooking: () => true,
      isHeld: () => false,
      foreseen: (word) => void told.push(`foreseen ${word}`),
      opened: (word) => void told.push(`opened ${word}`),
      left: () => void told.push('left'),
      clickedElsewhere: () => void told.push('clicked'),
    },
    life.signal,
  );
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('a pause on a word foresees it, a rest opens it', () => {
  point('pointermove', 10);
  vi.advanceTimersByTime(pause);
  expect(told).toEqual(['foreseen ferritin']);
  vi.advanceTimersByTime(rest - pause - 1);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(['foreseen ferritin', 'opened ferritin']);
  vi.advanceTimersByTime(10 * grace);
  expect(told).toHaveLength(2);
});

test('what was foreseen is left when the pointer goes on', () => {
  point('pointermove', 10);
  vi.advanceTimersByTime(pause);
  point('pointermove', 200);
  vi.advanceTimersByTime(10 * grace);
  expect(told).toEqual(['foreseen ferritin', 'left']);
});

test.each(['pointerdown', 'scroll', 'pointerleave'])('%s ends a rest', (kind) => {
  point('pointermove', 10);
  vi.advanceTimersByTime(pause);
  point(kind, 10);
  vi.advanceTimersByTime(rest);
  expect(told).not.toContain('opened ferritin');
});

test('what a page makes up is no pointer', () => {
  document.documentElement.dispatchEvent(new PointerEvent('pointermove', { clientY: 10, bubbles: true }));
  vi.advanceTimersByTime(rest);
  expect(told).toEqual([]);
});
