/** One Bedside per document, so that nothing is marked or answered twice. */
import { removeStaleHosts } from './card-host.ts';

const key = Symbol.for('bedside');

type Holder = { [key]?: { life: AbortController; of: Document } };

/** Whether Bedside lives here: the registration and the background may both bring its script at the same time. */
export function isAlive(): boolean {
  const held = (globalThis as Holder)[key];
  return held?.of === document && !held.life.signal.aborted;
}

/** Begins a life whose signal ends everything that is started with it, and ends an earlier one. */
export function takeOver(): AbortController {
  const holder = globalThis as Holder;
  holder[key]?.life.abort();
  removeStaleHosts();
  const life = new AbortController();
  holder[key] = { life, of: document };
  endWhenCutOff(life);
  return life;
}

/**
 * After an update Chromium lets the old script go on in a world of its own, cut off from the extension. Nothing tells
 * it so: it looks before anything that it would react to, and ends.
 */
function endWhenCutOff(life: AbortController): void {
  const look = () => {
    if (chrome.runtime?.id === undefined) life.abort();
  };
  for (const event of ['pointermove', 'pointerdown', 'click', 'keydown', 'scroll', 'pageshow']) {
    window.addEventListener(event, look, { capture: true, passive: true, signal: life.signal });
  }
}
