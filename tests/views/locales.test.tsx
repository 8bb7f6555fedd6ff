/** The texts of the interface: the same in every language, all used, and nothing said outside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registers } from '../../components/CardRegisters.tsx';
import { CardView } from '../../components/CardView.tsx';
import { lookSample, welcomeSample } from '../../components/samples.ts';
import { Options } from '../../entrypoints/options/Options.tsx';
import { Popup } from '../../entrypoints/popup/Popup.tsx';
import { Welcome } from '../../entrypoints/welcome/Welcome.tsx';
import en from '../../public/_locales/en/messages.json';
import es from '../../public/_locales/es/messages.json';
import { createBackground } from './background.ts';
import { bareCard, fullCard, settle, show } from './stage.tsx';

const root = join(import.meta.dirname, '../..');
const keys = Object.keys(en) as (keyof typeof en)[];

test('Spanish has the keys of English', () => {
  expect(Object.keys(es)).toEqual(keys);
});

test('every text is explained to translators', () => {
  expect(keys.filter((key) => en[key].description.trim() === '')).toEqual([]);
});

test('every text has the same places for values in both languages', () => {
  const places = (message: string) => [...new Set(message.match(/\$\d|%s/g))].sort().join();
  expect(keys.filter((key) => es[key].message === '')).toEqual([]);
  expect(keys.filter((key) => places(es[key].message) !== places(en[key].message))).toEqual([]);
});

test('what browsers limit is short enough', () => {
  for (const { description, badgeOff } of [en, es]) {
    expect(description.message.length).toBeLessThanOrEqual(132);
    expect(badgeOff.message.length).toBeLessThanOrEqual(4);
  }
});

test('every text is used', () => {
  const sources = ['components', 'entrypoints'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  );
  const tree = [...sources, readFileSync(join(root, 'wxt.config.ts'), 'utf8')].join('\n');
  expect(keys.filter((key) => !tree.includes(`'${key}'`) && !tree.includes(`__MSG_${key}__`))).toEqual([]);
});

/** Every text of a view that a reader may see or hear. */
function textsIn(shown: HTMLElement): string[] {
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) found.push(walker.currentNode.nodeValue ?? '');
  for (const element of shown.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '');
  }
  return found;
}

describe('nothing is said outside the texts', () => {
  /** Stands for every text of the interface and of a card. */
  const stand = '·';
  const texts = (key: string) => (key === 'language' ? 'en' : stand);
  const background = createBackground(stand, {
    off: [{ host: stand, subdomains: true }],
    on: [],
    known: ['fever', 'ferritin'],
  });
  background.pageTerms = [{ id: 'iron', name: stand, count: 2, frame: 0 }];
  background.names = background.settings.known.map((id) => ({ id, name: stand }));
  const { send } = background;
  const listShortcuts = async () => [{ name: 'next', shortcut: stand }];
  const fetchKnowledge = async () => ({ count: 0, groups: {}, terms: [], sources: {}, parts: {}, pictures: {} });
  const blank = (value: unknown): unknown =>
    typeof value === 'string'
      ? stand
      : Array.isArray(value)
        ? value.map(blank)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, blank(inner)]))
          : value;
  const blankCard = (card: typeof fullCard) => ({
    ...(blank(card) as typeof card),
    figures: card.figures.map((figure) => ({ ...figure, label: stand, for: stand, unit: stand })),
    written: card.written,
  });

  test.each([
    ['card', <CardView card={blankCard(fullCard)} onRelated={() => undefined} onBack={() => undefined} />],
    [
      'card of a known word',
      <CardView card={blankCard(fullCard)} onRelated={() => undefined} isKnown onKnown={() => undefined} />,
    ],
    ['bare card', <CardView card={blankCard(bareCard)} onRelated={() => undefined} />],
    [
      'popup',
      <Popup send={send} fetchKnowledge={fetchKnowledge} openOptions={() => undefined} close={() => undefined} />,
    ],
    ['options', <Options send={send} listShortcuts={listShortcuts} version={stand} />],
    ['welcome', <Welcome send={send} listShortcuts={listShortcuts} />],
  ])('in the %s', async (_, view) => {
    const shown = show(view, texts);
    await settle();
    const own = new Set([...lookSample, welcomeSample, ...Object.values(registers)]);
    expect(textsIn(shown).filter((text) => /\p{L}/u.test(text) && !own.has(text))).toEqual([]);
  });
});
