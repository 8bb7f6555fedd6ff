/** The card on a page, in a host that stands in for the real one, and the script that brings it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Card } from '../../content/glossary.ts';
import { bedsideKey } from '../../content/world.ts';
import type { CardHost } from '../../entrypoints/card.content/card-host.ts';
import type { Anchor, CardNeeds, World } from '../../entrypoints/card.content/card-script.ts';
import cardScript from '../../entrypoints/card.content/index.ts';
import { createOpenCard } from '../../entrypoints/card.content/open-card.tsx';
import { takeOver } from '../../entrypoints/page.content/take-over.ts';
import { bareCard, english, fullCard, named, press, settle, show } from './stage.tsx';

const anchor: Anchor = { boxes: () => [], isInView: () => true, isThere: () => true };

/** A card over terms that are all fetched already, on a stage instead of a page. */
function onStage(needs: Partial<CardNeeds> = {}) {
  const cards = new Map<string, Card>([fullCard, bareCard].map((card) => [card.id, card]));
  let shown: HTMLElement | undefined;
  let revealed = 0;
  const focused: string[] = [];
  let prepared: Parameters<CardHost['prepare']>[0] | undefined;
  const host: CardHost = {
    show(view) {
      shown = show(view);
    },
    prepare(view) {
      prepared = view;
    },
    reveal() {
      if (!prepared) return false;
      revealed += 1;
      shown = show(prepared as Parameters<typeof show>[0]);
      return true;
    },
    focus: () => void focused.push(shown?.querySelector('h2')?.textContent ?? ''),
    placeAgain: () => undefined,
    close() {
      shown = undefined;
      prepared = undefined;
    },
    holds: () => false,
    get isOpen() {
      return shown !== undefined;
    },
  };
  const known = new Set<string>();
  const card = createOpenCard(
    host,
    {
      cards: { get: (id) => cards.get(id), fetch: async () => undefined },
      isKnown: (id) => known.has(id),
      know: async (id) => {
        known.add(id);
        return true;
      },
      ...needs,
    },
    english,
  );
  const textOf = (selector: string) => shown?.querySelector(selector)?.textContent;
  return {
    card,
    known,
    focused,
    revealed: () => revealed,
    textOf,
    status: () => textOf('[role=status]'),
    alert: () => textOf('[role=alert]'),
  };
}

describe('a card that is prepared', () => {
  test('opens nothing, and is all that opening it needs', async () => {
    const { card, revealed, textOf } = onStage();
    card.prepare(fullCard.id, anchor);
    expect([card.isOpen, card.anchor, textOf('h2')]).toEqual([false, undefined, undefined]);
    await card.open(fullCard.id, anchor);
    expect([card.isOpen, card.anchor, textOf('h2'), revealed()]).toEqual([true, anchor, fullCard.name, 1]);
  });

  test('is not shown in the place of another', async () => {
    const { card, revealed, textOf } = onStage();
    card.prepare(fullCard.id, anchor);
    await card.open(bareCard.id, anchor);
    expect([textOf('h2'), revealed()]).toEqual([bareCard.name, 0]);
  });

  test('goes with the pointer, and never comes beside one that is open', async () => {
    const { card, revealed, textOf } = onStage();
    card.prepare(fullCard.id, anchor);
    card.close();
    await card.open(fullCard.id, anchor);
    card.prepare(bareCard.id, anchor);
    await card.open(bareCard.id, anchor);
    expect([textOf('h2'), revealed()]).toEqual([bareCard.name, 0]);
  });
});

describe('the number that the page gives', () => {
  const saying = (text: string): Anchor => ({ ...anchor, after: text });
  const shown = (textOf: (selector: string) => string | null | undefined) => textOf('.card-measured .card-value');

  test('stands in the card of its test, and in no card that is opened from there', async () => {
    const { card, textOf } = onStage();
    await card.open(fullCard.id, saying(' was 612 µg/L.'));
    expect(shown(textOf)).toBe('612\u00a0µg/L');
    await press(named('.card-related button', bareCard.name));
    expect(shown(textOf)).toBeUndefined();
    await press(named('button', 'Back'));
    expect(shown(textOf)).toBe('612\u00a0µg/L');
  });

  test('is that of these words, though the card was prepared beside others', async () => {
    const { card, textOf, revealed } = onStage();
    card.prepare(fullCard.id, saying(' was 612 µg/L.'));
    await card.open(fullCard.id, saying(' was 88 µg/L.'));
    expect([shown(textOf), revealed()]).toEqual(['88\u00a0µg/L', 0]);
  });
});

describe('“I know this word”', () => {
  const button = () => named('.card button', 'I know this word');
  const knownNow = 'You know this word, so it is not marked.';

  test('is told to the page script; the card says so, and keeps the focus that its button had', async () => {
    const { card, known, focused, status, textOf } = onStage();
    await card.open('ferritin', anchor);
    await press(button());
    expect([...known]).toEqual(['ferritin']);
    expect(status()).toBe(knownNow);
    expect(focused).toEqual(['ferritin']);
    // A page brings nothing back.
    expect(textOf('.card-foot-button')).toBe('Copy');
    expect(card.isKept).toBe(false);
  });

  test('is of each term of a trail by itself', async () => {
    const { card, status } = onStage();
    await card.open('ferritin', anchor);
    await press(button());
    await press(named('.card button', 'iron'));
    expect(status()).toBe('');
    button();
    await press(named('.card button', 'Back'));
    expect(status()).toBe(knownNow);
  });

  test('says why where it cannot be saved, and can be pressed again', async () => {
    const { card, focused, status, alert } = onStage({
      know: () => Promise.reject(new Error('the disk is full')),
    });
    await card.open('ferritin', anchor);
    await press(button());
    expect(alert()).toBe('This could not be saved. (the disk is full)');
    expect(status()).toBe('');
    expect(focused).toEqual([]);
    button();
  });

  test('answered late changes no other card and opens none', async () => {
    let answer: ((isKnown: boolean) => void) | undefined;
    const { card, known, textOf } = onStage({
      know: (id) =>
        new Promise((done) => {
          answer = (isKnown) => {
            known.add(id);
            done(isKnown);
          };
        }),
    });
    await card.open('ferritin', anchor);
    await press(button());
    await press(named('.card button', 'iron'));
    answer?.(true);
    await settle();
    expect(textOf('h2')).toBe('iron');
    await press(button());
    card.close();
    answer?.(true);
    await settle();
    expect(card.isOpen).toBe(false);
  });
});

describe('the card script', () => {
  const world = globalThis as World;
  const run = () => cardScript.main(undefined as never);

  beforeEach(() => void vi.stubGlobal('chrome', { runtime: { id: 'bedside' } }));
  afterEach(() => {
    world[bedsideKey]?.life.abort();
    delete world[bedsideKey];
    vi.unstubAllGlobals();
  });

  test('gives the card to the Bedside that lives here, and twice is once', () => {
    const life = takeOver();
    run();
    const first = world[bedsideKey];
    run();
    expect(world[bedsideKey]).toBe(first);
    expect(first).toMatchObject({ life, of: document, createOpenCard: expect.any(Function) });
  });

  test('leaves nothing where none lives', () => {
    run();
    expect(Object.getOwnPropertySymbols(world)).not.toContain(bedsideKey);
  });

  test('is taken over from no earlier Bedside', () => {
    takeOver();
    run();
    takeOver();
    expect(world[bedsideKey]).not.toHaveProperty('createOpenCard');
  });
});
