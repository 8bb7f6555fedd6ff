/** What is done when the page has been read as far as is needed: cards come near, and the badge is told. */
import type { Send, ToBackground } from '../../content/messages.ts';
import type { Cards } from './cards.ts';
import type { LoadedCard } from './load-card.ts';
import type { PageBook } from './page-book.ts';

export function whenRested(book: PageBook, cards: Cards, card: LoadedCard, send: Send<ToBackground>): () => void {
  let isLoadPlanned = false;
  /** Once: what fails then is tried again when a card is wanted. */
  function loadCardWhenIdle(): void {
    if (!isLoadPlanned) requestIdleCallback(card.load);
    isLoadPlanned = true;
  }

  let told = '';
  /** Only when the terms have changed. */
  function tellBadge(): void {
    const now = [...book.terms()].sort().join(' ');
    if (now !== told) send('marked').catch(() => undefined);
    told = now;
  }

  return () => {
    const near = book.termsOpen();
    cards.fetch(near).catch(() => undefined);
    if (near.length > 0) loadCardWhenIdle();
    tellBadge();
    card.placeAgain();
  };
}
