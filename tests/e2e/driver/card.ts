/** The card that is open in a page: what it says, where it is, and pressing what is in it. */
import type { BoundingBox, ElementHandle, JSHandle } from 'puppeteer-core';
import type { Engine } from './engine.ts';
import { frameOf, type Place, pageOf } from './marks.ts';

export type Card = {
  /** What a reader sees of it. */
  text: string;
  box: BoundingBox;
  /** The name of what has the focus in it, if anything has. */
  focused: string | undefined;
  /** Its shadow root, for whatever else a test wants to know. */
  root: ElementHandle<ShadowRoot>;
  /** Clicks the button or link of that name with the pointer. */
  press(name: string): Promise<void>;
};

/** The card that is open in a frame, as it is now; nothing when none is. */
export async function readCard(engine: Engine, place: Place): Promise<Card | undefined> {
  // One that is only prepared is inert.
  const host = await frameOf(place).$('bedside-card:not([inert])');
  const root = host && (await engine.shadowRoot(host, frameOf(place)));
  if (!root) return undefined;
  const body = await asElement(
    root.evaluateHandle((each) => [...each.children].find(({ localName }) => localName !== 'style')),
  );
  const box = await body?.boundingBox();
  if (!body || !box) return undefined;
  return {
    // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts, in the lines it is shown in
    text: await body.evaluate((each) => (each as HTMLElement).innerText),
    box,
    focused: await root.evaluate((each) => {
      const active = each.activeElement;
      return active ? (active.getAttribute('aria-label') ?? active.textContent.trim()) : undefined;
    }),
    root,
    async press(name) {
      const target = await asElement(root.evaluateHandle(findByName, name));
      await target?.evaluate((each) => each.scrollIntoView({ block: 'nearest', behavior: 'instant' }));
      const at = await target?.boundingBox();
      if (!at) throw new Error(`The card has nothing to press called "${name}"`);
      await pageOf(place).mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    },
  };
}

const findByName = (root: ShadowRoot, name: string): Element | undefined =>
  [...root.querySelectorAll('button, a, summary')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name,
  );

async function asElement(handle: Promise<JSHandle>): Promise<ElementHandle<Element> | undefined> {
  return ((await handle).asElement() as ElementHandle<Element> | null) ?? undefined;
}
