/** Everything from the keyboard: going through the words, defining what is selected, switching the site. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { apart, page as around, paragraph } from './pages/words.ts';

let bedside: Bedside;
let page: Page;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
  bedside.server.serve({
    '/': apart,
    '/frame': around('<p>Fibrinogen was low in this baby with HLH.</p>'),
    '/framed': around(`<p>${paragraph}</p><iframe src="/frame"></iframe><p>Later she had splenomegaly.</p>`),
    '/selecting': around(`<p>${paragraph}</p>
      <p>Her <i id="exact">ferritin level</i>, her <i id="error">hemaphagocitic</i> cells, her <i id="unknown">xylophone</i>.</p>`),
  });
});
afterAll(() => bedside?.close());
beforeEach(async () => {
  page = await bedside.page('/');
  await until(async () => (await bedside.marks(page)).includes('ferritin'), 'the marks');
});

const go = async (command: 'next' | 'previous', name: string, place: Parameters<Bedside['openCard']>[0] = page) => {
  await bedside.extension.command(command);
  const card = await until(async () => {
    const open = await bedside.openCard(place);
    return open.text.startsWith(`${name}\n`) && open.focused !== undefined ? open : undefined;
  }, `the card of ${name}, with the focus in it`);
  return card;
};
const closed = () => until(async () => !(await bedside.card(page)), 'no card');
const focused = () => page.evaluate(() => document.activeElement?.localName);

/** The headwords of the page's words, in reading order. */
const names = [
  'hemophagocytic lymphohistiocytosis',
  'hemophagocytic lymphohistiocytosis',
  'ferritin',
  'spleen',
  'splenomegaly',
];

test('next and previous go through the words in reading order, the focus in the card', async () => {
  for (const name of names) await go('next', name);
  await go('previous', 'spleen');
  await go('previous', 'ferritin');
  expect(await page.$$('bedside-card')).toHaveLength(1);
});

test('row 37: Escape closes the card and gives the focus back to what had it', async () => {
  await page.focus('button');
  await go('next', 'hemophagocytic lymphohistiocytosis');
  expect(await focused()).toBe('bedside-card');
  await page.keyboard.press('Tab');
  await until(async () => (await bedside.openCard(page)).focused === 'Close', 'the close button to have the focus');
  await page.keyboard.press('Escape');
  await closed();
  expect(await focused()).toBe('button');
  await go('next', 'hemophagocytic lymphohistiocytosis');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await closed();
  expect(await focused()).toBe('button');
  expect(bedside.errors(page)).toEqual([]);
});

test('the words of a frame come after those of the page around it, and then it begins again', async () => {
  await page.goto(bedside.server.at('/framed'));
  const frame = await until(() => page.frames().find((each) => each.url().endsWith('/frame')), 'the frame');
  await until(
    async () => (await bedside.marks(page)).length > 0 && (await bedside.marks(frame)).length > 0,
    'the marks',
  );
  for (const name of names) await go('next', name);
  await go('next', 'fibrinogen', frame);
  await go('next', 'hemophagocytic lymphohistiocytosis', frame);
  await go('next', 'hemophagocytic lymphohistiocytosis');
  await go('previous', 'hemophagocytic lymphohistiocytosis', frame);
});

const select = async (id: string) => {
  await page.goto(bedside.server.at('/selecting'));
  await until(async () => (await bedside.marks(page)).includes('ferritin'), 'the marks');
  return page.$eval(id, (each) => {
    getSelection()?.selectAllChildren(each);
    return each.textContent;
  });
};
const selections: readonly (readonly [string, string, string])[] = [
  ['a known word', '#exact', 'ferritin'],
  ['a word with a typing error', '#error', 'hemophagocyt'],
  ['a word that it does not know', '#unknown', 'Bedside has no entry for these words yet.'],
];
test.each(selections)('the command “define” explains %s that is selected', async (_name, id, text) => {
  await select(id);
  await bedside.extension.command('define');
  const card = await bedside.openCard(page, text);
  expect(card.focused).toBeDefined();
});

test.each(selections)('so does the context menu, while the welcome page is open too: %s', async (_name, id, text) => {
  await bedside.extension.open('welcome.html', { background: true });
  await page.bringToFront();
  await bedside.extension.chooseMenu(await select(id));
  await bedside.openCard(page, text);
});

test('the command “switch” turns the site off and on again', async () => {
  await bedside.extension.command('switch');
  await until(async () => (await bedside.marks(page)).length === 0, 'the marks to go');
  await bedside.extension.command('switch');
  await until(async () => (await bedside.marks(page)).length > 0, 'the marks to come back');
});

test('the browser has granted a key to every command that suggests one', async () => {
  const { commands = {} } = await bedside.extension.call(() => chrome.runtime.getManifest());
  const suggested = Object.keys(commands).filter((name) => commands[name]?.suggested_key);
  expect(suggested.sort()).toEqual(['_execute_action', 'define', 'next', 'previous']);
  const granted = await bedside.extension.call(() => chrome.commands.getAll());
  expect(
    granted
      .filter(({ shortcut }) => shortcut)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(suggested);
});
