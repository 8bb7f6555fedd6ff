/** What the page script and the card script know of each other: types alone, so that no code comes with them. */
import type { Card } from '../../content/glossary.ts';
import type { bedsideKey } from '../../content/world.ts';

/** The words that a card stands beside. */
export type Anchor = {
  /** Their boxes in the viewport. */
  boxes(): DOMRect[];
  /** Whether any of them can be seen. */
  isInView(): boolean;
  /** Whether the words are still there. */
  isThere(): boolean;
  /** What the page says right after them, where they are a mark. */
  readonly after?: string;
};

/** What a card needs of the page script, which alone speaks to the background. */
export type CardNeeds = {
  cards: {
    get(id: string): Card | undefined;
    fetch(ids: readonly string[]): Promise<void>;
  };
  isKnown(id: string): boolean;
  /** The reader knows a term: whether that holds now. Rejects with the reason when it could not be saved. */
  know(id: string): Promise<boolean>;
};

export type OpenCard = {
  /** Opens a term's card beside an anchor; with `focus`, the focus goes into it and comes back on closing. */
  open(id: string, anchor: Anchor, focus?: boolean): Promise<void>;
  /** Says in the card's place that there is no entry. */
  openNotice(anchor: Anchor, focus?: boolean): void;
  /** Makes a term's card ready beside an anchor where nobody sees it, unless one is open: it may be opened next. */
  prepare(id: string, anchor: Anchor): void;
  /** The page changed: follows the words, or gives them up. */
  placeAgain(): void;
  close(): void;
  /** Whether an event happened in the card. */
  holds(event: Event): boolean;
  readonly isOpen: boolean;
  /** Opened by key, tap or command: it stays until it is closed. */
  readonly isKept: boolean;
  readonly anchor: Anchor | undefined;
};

/** The Bedside that lives in a document. The card script adds its part when it comes. */
export type Bedside = {
  life: AbortController;
  of: Document;
  createOpenCard?: (needs: CardNeeds) => OpenCard;
};

export type World = { [bedsideKey]?: Bedside };
