/** One Bedside per document, so that nothing is marked or answered twice. */
import { bedsideKey, cardElement } from '../../content/world.ts';
import type { World } from '../card.content/card-script.ts';

/** Whether Bedside lives here: the registration and the background may both bring its script at the same time. */
export function isAlive(): boolean {
  const held = (globalThis as World)[bedsideKey];
  return held?.of === document && !held.life.signal.aborted;
}

/** Begins a life whose signal ends everything that is started with it, and ends an earlier one. */
export function takeOver(): AbortController {
  const world = globalThis as World;
  world[bedsideKey]?.life.abort();
  removeStaleHosts();
  const life = new AbortController();
  world[bedsideKey] = { life, of: document };
  endWhenCutOff(life);
  return life;
}

/** Takes away hosts that an earlier load of the extension left behind, and no element of the page's of that name. */
function removeStaleHosts(): void {
  for (const host of document.querySelectorAll(`${cardElement}[popover="manual"]:empty`)) host.remove();
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
