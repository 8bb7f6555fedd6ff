/** The card on the page: which term it shows, the way back through related terms, and how it opens and closes. */
import { CardView } from '../../components/CardView.tsx';
import { Notice } from '../../components/Notice.tsx';
import { type Texts, TextsContext } from '../../components/texts.ts';
import type { Card } from '../../content/glossary.ts';
import type { Anchor, CardHost } from './card-host.ts';
import type { Cards } from './cards.ts';

export type OpenCard = {
  /** Opens a term's card beside an anchor; with `focus`, the focus goes into it and comes back on closing. */
  open(id: string, anchor: Anchor, focus?: boolean): Promise<void>;
  /** Says in the card's place that there is no entry. */
  openNotice(anchor: Anchor, focus?: boolean): void;
  close(): void;
  readonly isOpen: boolean;
  /** Opened by key, tap or command: it stays until it is closed. */
  readonly isKept: boolean;
  readonly anchor: Anchor | undefined;
};

export function createOpenCard(host: CardHost, cards: Cards, texts: Texts): OpenCard {
  let anchor: Anchor | undefined;
  let trail: string[] = [];
  let focusBefore: Element | null = null;
  let isKept = false;
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
    host.show(
      <TextsContext.Provider value={texts}>
        <CardView
          card={card}
          onRelated={(next) => go([...trail, next])}
          onClose={close}
          {...(trail.length > 1 && { onBack: () => go(trail.slice(0, -1)) })}
        />
      </TextsContext.Provider>,
      anchor,
    );
    cards.fetch(relatedIds(card)).catch(() => undefined);
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
    if (!host.isOpen) return;
    host.close();
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
    close,
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
