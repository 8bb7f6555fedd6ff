/**
 * Custom elements that were read before the page defined them: nothing tells when that happens, and their shadow
 * root comes only then. One of each name is looked at again when the page changes and when the reader moves.
 */
import { isConnected, matches, shadowOf, tagOf } from './unclobbered.ts';

export type Upgrades = {
  /** Takes note of a custom element that was read without a shadow root. */
  met(element: Element): void;
  /** Looks now. */
  look(): void;
};

export function awaitUpgrades(
  shadowRoots: ReadonlySet<ShadowRoot>,
  found: (root: ShadowRoot) => void,
  signal: AbortSignal,
): Upgrades {
  const waiting = new Map<string, WeakRef<Element>>();

  const all = (name: string): Element[] =>
    [document, ...shadowRoots].flatMap((root) => [...root.querySelectorAll(CSS.escape(name))]);

  function look(): void {
    for (const [name, held] of waiting) {
      const one = held.deref();
      if (one && isConnected(one) && !matches(one, ':defined')) continue;
      waiting.delete(name);
      for (const element of all(name)) {
        const root = shadowOf(element);
        if (root) found(root);
        else met(element);
      }
    }
  }

  function met(element: Element): void {
    const name = tagOf(element);
    if (!waiting.has(name) && !matches(element, ':defined')) waiting.set(name, new WeakRef(element));
  }

  let idle = 0;
  function lookSoon(): void {
    if (idle !== 0 || waiting.size === 0) return;
    idle = requestIdleCallback(
      () => {
        idle = 0;
        look();
      },
      { timeout: 1000 },
    );
  }
  const options = { capture: true, passive: true, signal };
  for (const event of ['pointerover', 'scroll', 'keydown']) window.addEventListener(event, lookSoon, options);
  signal.addEventListener('abort', () => cancelIdleCallback(idle));

  return { met, look };
}
