/** The card on the page: which term it shows, the way back through related terms, and how it opens and closes. */
import { CardView } from '../../components/CardView.tsx';
import { Notice } from '../../components/Notice.tsx';
import { type Texts, TextsContext } from '../../components/texts.ts';
import type { Card } from '../../content/glossary.ts';
import { readMeasured } from '../../content/measured.ts';
import type { CardHost } from './card-host.ts';
import type { Anchor, CardNeeds, OpenCard } from './card-script.ts';
import { copyText } from './copy-text.ts';

export function createOpenCard(host: CardHost, { cards, isKnown, know }: CardNeeds, texts: Texts): OpenCard {
  let anchor: Anchor | undefined;
  let trail: string[] = [];
  let focusBefore: Element | null = null;
  let isKept = false;
  /** The term whose card is ready, though nobody sees it, and what stands after its words. */
  let ready: { id: string; after: string | undefined } | undefined;
  /** Counts what was asked for, so that a slow answer does not open a card that nobody wants any more. */
  let request = 0;

  function begin(at: Anchor, focus: boolean): void {
    request += 1;
    if (!host.isOpen && focus) focusBefore = document.activeElement;
    anchor = at;
    isKept = focus;
  }

  async function show(id: string): Promise<void> {
    const mine = request;
    if (!cards.get(id)) await cards.fetch([id]).catch(() => undefined);
    if (mine !== request || !anchor) return;
    const card = cards.get(id);
    if (!card) return tell('cardUnreachableTitle', 'cardUnreachable');
    const isReady = id === ready?.id && anchor.after === ready.after && trail.length === 1;
    if (!isReady || !host.reveal(anchor)) showCard(card, anchor);
    ready = undefined;
    cards.fetch(relatedIds(card)).catch(() => undefined);
  }

  function showCard(card: Card, at: Anchor, refusal?: string): void {
    host.show(viewOf(card, at, refusal), at);
  }

  function viewOf(card: Card, at: Anchor, refusal?: string) {
    const known = isKnown(card.id);
    // What stands after the words on the page says nothing of a card that was opened from another.
    const measured = card.lab && at.after && trail.length <= 1 ? readMeasured(at.after, card.lab) : undefined;
    return (
      <TextsContext.Provider value={texts}>
        <CardView
          card={card}
          measured={measured}
          onRelated={(next) => go([...trail, next])}
          onClose={close}
          {...(trail.length > 1 && { onBack: () => go(trail.slice(0, -1)) })}
          onCopy={copyText}
          isKnown={known}
          // A page cannot bring a word back: the popup and the options can.
          {...(!known && { onKnown: () => learn(card), refusal })}
        />
      </TextsContext.Provider>
    );
  }

  async function learn(card: Card): Promise<void> {
    const refusal = await know(card.id).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (!anchor || trail.at(-1) !== card.id) return;
    showCard(card, anchor, refusal);
    // The button that was pressed is gone, unless it was in vain.
    if (isKnown(card.id)) host.focus();
  }

  async function go(way: string[]): Promise<void> {
    const id = way.at(-1);
    if (id === undefined) return;
    trail = way;
    await show(id);
    host.focus();
    isKept = true;
  }

  function tell(title: Parameters<Texts>[0], text: Parameters<Texts>[0]): void {
    if (!anchor) return;
    host.show(
      <TextsContext.Provider value={texts}>
        <Notice title={texts(title)} text={texts(text)} onClose={close} />
      </TextsContext.Provider>,
      anchor,
    );
  }

  function close(): void {
    request += 1;
    const { isOpen } = host;
    host.close();
    ready = undefined;
    if (!isOpen) return;
    anchor = undefined;
    trail = [];
    isKept = false;
    if (focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    focusBefore = null;
  }

  return {
    async open(id, at, focus = false) {
      begin(at, focus);
      trail = [id];
      await show(id);
      if (focus) host.focus();
    },
    openNotice(at, focus = false) {
      begin(at, focus);
      tell('noEntryTitle', 'noEntry');
      if (focus) host.focus();
    },
    prepare(id, at) {
      const card = cards.get(id);
      if (!card || host.isOpen) return;
      host.prepare(viewOf(card, at), at);
      ready = { id, after: at.after };
    },
    placeAgain: host.placeAgain,
    close,
    holds: host.holds,
    get isOpen() {
      return host.isOpen;
    },
    get isKept() {
      return isKept;
    },
    get anchor() {
      return anchor;
    },
  };
}

const relatedIds = (card: Card) => card.related.map(({ id }) => id);
