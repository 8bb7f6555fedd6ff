/** The cards of the terms on this page, fetched once when idle and kept, so that a hover needs no message. */
import type { Card } from '../../content/glossary.ts';
import type { Send, ToBackground } from '../../content/messages.ts';

export type Cards = {
  /** Fetches what is not there yet of these terms' cards; rejects when the background cannot be reached. */
  fetch(ids: readonly string[]): Promise<void>;
  get(id: string): Card | undefined;
  keep(card: Card): void;
};

export function createCards(send: Send<ToBackground>): Cards {
  const cards = new Map<string, Card>();
  const asked = new Map<string, Promise<void>>();

  async function ask(ids: string[]): Promise<void> {
    try {
      for (const card of await send('cards', { ids })) cards.set(card.id, card);
    } finally {
      for (const id of ids) asked.delete(id);
    }
  }

  return {
    async fetch(ids) {
      const wanted = ids.filter((id) => !cards.has(id));
      const fresh = wanted.filter((id) => !asked.has(id));
      if (fresh.length > 0) {
        const answer = ask(fresh);
        for (const id of fresh) asked.set(id, answer);
      }
      await Promise.all(wanted.map((id) => asked.get(id)));
    },
    get: (id) => cards.get(id),
    keep(card) {
      cards.set(card.id, card);
    },
  };
}
