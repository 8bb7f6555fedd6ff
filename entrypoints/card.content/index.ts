/** The card script: brings the card to the Bedside that lives in this document. WXT reads this file for its settings. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { textsFrom } from '../../components/texts.ts';
import { bedsideKey } from '../../content/world.ts';
import { createCardHost } from './card-host.ts';
import type { CardNeeds, OpenCard, World } from './card-script.ts';
import { createOpenCard } from './open-card.tsx';

const texts = textsFrom((key, values) => chrome.i18n.getMessage(key, values));

function create(needs: CardNeeds): OpenCard {
  const host = createCardHost(() => card.close());
  const card = createOpenCard(host, needs, texts);
  return card;
}

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  main() {
    const bedside = (globalThis as World)[bedsideKey];
    if (bedside) bedside.createOpenCard = create;
  },
});
