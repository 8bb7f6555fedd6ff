/** How much is read when a page changes: each stretch once, however often it changed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followPage } from '../../entrypoints/page.content/follow-page.ts';
import type { PageBook } from '../../entrypoints/page.content/page-book.ts';

let idle: (() => void)[] = [];
let life: AbortController;

/** Sees everything as soon as it is observed. */
class SeesAll {
  readonly told: IntersectionObserverCallback;
  constructor(told: IntersectionObserverCallback) {
    this.told = told;
  }
  observe(target: Element): void {
    const entry = { target, isIntersecting: true, boundingClientRect: { width: 1, height: 1 } };
    queueMicrotask(() => this.told([entry as IntersectionObserverEntry], this as never));
  }
  unobserve(): void {}
  disconnect(): void {}
}

beforeEach(() => {
  idle = [];
  life = new AbortController();
  vi.stubGlobal('requestIdleCallback', (act: (deadline: object) => void) =>
    idle.push(() => act({ timeRemaining: () => 0 })),
  );
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  vi.stubGlobal('IntersectionObserver', SeesAll);
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

/** Lets the observers tell what they saw, and does all that is to be done in idle time. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    const [next] = idle.splice(0, 1);
    next?.();
  }
  expect(idle).toEqual([]);
}

test('130 changes in a row are one reading of what they changed', async () => {
  document.body.innerHTML = '<div><p>The ferritin.</p></div>';
  const read = new Set<object>();
  let readings = 0;
  const nothing = function* () {};
  const book: Partial<PageBook> = {
    *read(stretch) {
      readings += 1;
      read.add(stretch);
      yield;
    },
    *settle() {
      yield;
      return [];
    },
    overlook: nothing,
    judge: nothing,
    isRead: (stretch) => read.has(stretch),
    strike: () => undefined,
    isMedical: true,
  };
  const found = { shadow: () => undefined, rewritten: () => undefined, rested: () => undefined };
  followPage(book as PageBook, new Set(), found, life.signal);
  await rest();
  const before = readings;
  expect(before).toBeGreaterThan(0);
  const text = document.querySelector('p')?.firstChild as Text;
  for (let count = 0; count < 130; count += 1) {
    text.data = `The etoposide, number ${count}.`;
    // The observers tell of each by itself.
    await new Promise((resolve) => setImmediate(resolve));
  }
  await rest();
  expect(readings - before).toBe(1);
});
