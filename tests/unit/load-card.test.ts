/** The card's way into a frame, with a background and a card script that only count what is asked of them. */
import { beforeEach, expect, test } from 'vitest';
import type { Send, ToBackground } from '../../content/messages.ts';
import { bedsideKey } from '../../content/world.ts';
import type { Anchor, CardNeeds, OpenCard, World } from '../../entrypoints/card.content/card-script.ts';
import { loadCard } from '../../entrypoints/page.content/load-card.ts';

const needs: CardNeeds = {
  cards: { get: () => undefined, fetch: async () => undefined },
  isKnown: () => false,
  know: async () => true,
};
const anchorAt = (): Anchor => ({ boxes: () => [], isInView: () => true, isThere: () => true });

/** What the card was told, and how often it was made and asked for. */
let told: string[];
let asked: number;
let made: number;
let life: AbortController;
let world: World;
/** Ends the background's work: the card script has run, or could not be brought. */
let answer: (isThere: boolean) => Promise<void>;

function createOpenCard(given: CardNeeds): OpenCard {
  expect(given).toBe(needs);
  made += 1;
  let open: { anchor: Anchor; focus: boolean } | undefined;
  const begin = (what: string, anchor: Anchor, focus: boolean) => {
    told.push(what);
    open = { anchor, focus };
  };
  return {
    open: async (id, anchor, focus = false) => begin(`open ${id}`, anchor, focus),
    openNotice: (anchor, focus = false) => begin('notice', anchor, focus),
    prepare: (id) => void told.push(`prepare ${id}`),
    placeAgain: () => void told.push('place'),
    close() {
      told.push('close');
      open = undefined;
    },
    holds: () => open !== undefined,
    get isOpen() {
      return open !== undefined;
    },
    get isKept() {
      return open?.focus ?? false;
    },
    get anchor() {
      return open?.anchor;
    },
  };
}

const load = () => {
  const send = (async (name: string) => {
    expect(name).toBe('card');
    asked += 1;
    await new Promise<void>((resolve, reject) => {
      answer = async (isThere) => {
        if (isThere) Object.assign(world[bedsideKey] ?? {}, { createOpenCard });
        if (isThere) resolve();
        else reject(new Error('nobody answered'));
        // What waited for it goes on.
        await new Promise(setImmediate);
      };
    });
    return null;
  }) as Send<ToBackground>;
  return loadCard(send, needs, life.signal, world);
};

beforeEach(() => {
  told = [];
  asked = 0;
  made = 0;
  life = new AbortController();
  world = { [bedsideKey]: { life, of: {} as Document } };
});

test('its script is asked for once, and no more when a card opens later', async () => {
  const card = load();
  const loaded = [card.load(), card.load()];
  await answer(true);
  expect(await Promise.all(loaded)).toEqual([true, true]);
  void card.open('ferritin', anchorAt());
  // At once: a hover waits for nothing.
  expect(told).toEqual(['open ferritin']);
  expect([asked, made]).toEqual([1, 1]);
});

test('a script that is there already is not asked for', async () => {
  Object.assign(world[bedsideKey] ?? {}, { createOpenCard });
  const card = load();
  await card.open('ferritin', anchorAt());
  expect(told).toEqual(['open ferritin']);
  expect(asked).toBe(0);
});

test('a card that is wanted before its script is there opens when it comes', async () => {
  const card = load();
  const anchor = anchorAt();
  const opened = card.open('ferritin', anchor, true);
  expect([card.anchor === anchor, card.isKept, card.isOpen]).toEqual([true, true, false]);
  await answer(true);
  await opened;
  expect(told).toEqual(['open ferritin']);
  expect([card.anchor === anchor, card.isKept, card.isOpen]).toEqual([true, true, true]);
});

test('of two that are wanted meanwhile, the last opens', async () => {
  const card = load();
  void card.open('ferritin', anchorAt(), true);
  card.openNotice(anchorAt());
  expect(card.isKept).toBe(false);
  await answer(true);
  expect([asked, told]).toEqual([1, ['notice']]);
});

test('one that is given up meanwhile does not open', async () => {
  const card = load();
  void card.open('ferritin', anchorAt());
  card.close();
  expect(card.anchor).toBeUndefined();
  await answer(true);
  expect([made, told]).toEqual([1, []]);
});

test('one that cannot be had shows nothing, and is tried again with the next wish', async () => {
  const card = load();
  const opened = card.open('ferritin', anchorAt(), true);
  await answer(false);
  await opened;
  expect([card.isOpen, card.isKept, card.anchor]).toEqual([false, false, undefined]);
  const again = card.open('fever', anchorAt());
  await answer(true);
  await again;
  expect([asked, told]).toEqual([2, ['open fever']]);
});

test('an answer without a card script is none', async () => {
  const card = load();
  const loaded = card.load();
  world = {};
  await answer(true);
  expect([await loaded, made]).toEqual([false, 0]);
});

test('once Bedside has ended here nothing is asked for and nothing opens', async () => {
  const card = load();
  void card.open('ferritin', anchorAt());
  life.abort();
  await answer(true);
  void card.open('fever', anchorAt());
  expect([asked, made, told, await card.load()]).toEqual([1, 0, [], false]);
});
