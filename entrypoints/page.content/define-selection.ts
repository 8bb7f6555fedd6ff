/** The card of the words that the reader has selected. */
import type { Send, ToBackground } from '../../content/messages.ts';
import type { Cards } from './cards.ts';
import type { LoadedCard } from './load-card.ts';
import { selectionAnchor } from './selection.ts';

const mostAsked = 500;

/** Opens the card of a text, or says in its place that there is none; false where nothing is selected, or no card to be had. */
export async function defineSelection(
  text: string | undefined,
  card: LoadedCard,
  cards: Cards,
  send: Send<ToBackground>,
): Promise<boolean> {
  const selected = selectionAnchor();
  const words = text ?? selected?.text ?? '';
  if (words.trim() === '' || !selected) return false;
  const [found, isThere] = await Promise.all([send('define', { text: words.slice(0, mostAsked) }), card.load()]);
  // Without the card the popup tells it.
  if (!isThere) return false;
  if (found) cards.keep(found);
  if (found) await card.open(found.id, selected.anchor, true);
  else card.openNotice(selected.anchor, true);
  return true;
}
