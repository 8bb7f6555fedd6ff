/**
 * The card, whose script is brought into this frame only once it is wanted here: when there are marks and the page is
 * idle, so that a later hover needs no message; at once when a card is to open before that. Where it cannot be had
 * nothing is shown, and the next wish tries again.
 */
import type { Send, ToBackground } from '../../content/messages.ts';
import { bedsideKey } from '../../content/world.ts';
import type { Anchor, CardNeeds, OpenCard, World } from '../card.content/card-script.ts';

export type LoadedCard = OpenCard & {
  /** Brings the card's script, unless it is there; whether it is there now. */
  load(): Promise<boolean>;
};

export function loadCard(
  send: Send<ToBackground>,
  needs: CardNeeds,
  signal: AbortSignal,
  world = globalThis as World,
): LoadedCard {
  let card: OpenCard | undefined;
  let coming: Promise<boolean> | undefined;
  /** What is to be opened when the card has come. */
  let wish: { anchor: Anchor; focus: boolean } | undefined;

  async function bring(): Promise<void> {
    if (!world[bedsideKey]?.createOpenCard) await send('card');
    if (!signal.aborted) card = world[bedsideKey]?.createOpenCard?.(needs);
  }

  async function load(): Promise<boolean> {
    if (card || signal.aborted) return card !== undefined;
    coming ??= bring()
      .catch(() => undefined)
      .then(() => {
        coming = undefined;
        return card !== undefined;
      });
    return coming;
  }

  async function withCard(anchor: Anchor, focus: boolean, show: (card: OpenCard) => unknown): Promise<void> {
    const mine = { anchor, focus };
    if (!card) {
      wish = mine;
      await load();
      if (wish !== mine) return;
      wish = undefined;
    }
    if (card) await show(card);
  }

  return {
    load,
    open: (id, anchor, focus = false) => withCard(anchor, focus, (there) => there.open(id, anchor, focus)),
    openNotice(anchor, focus = false) {
      void withCard(anchor, focus, (there) => there.openNotice(anchor, focus));
    },
    prepare: (id, anchor) => card?.prepare(id, anchor),
    placeAgain: () => card?.placeAgain(),
    close() {
      wish = undefined;
      card?.close();
    },
    holds: (event) => card?.holds(event) ?? false,
    get isOpen() {
      return card?.isOpen ?? false;
    },
    get isKept() {
      return wish?.focus ?? card?.isKept ?? false;
    },
    get anchor() {
      return wish?.anchor ?? card?.anchor;
    },
  };
}
