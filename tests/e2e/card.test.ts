/** The card on a page: how it opens, what is in it, how it goes. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, inject, onTestFinished, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { pointOfMark } from './driver/marks.ts';
import { until } from './driver/until.ts';
import { bundledTerms } from './pages/knowledge.ts';
import { hasCardScript } from './pages/show.ts';
import { apart, page as around, paragraph } from './pages/words.ts';

let bedside: Bedside;
let page: Page;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
  bedside.server.serve({
    '/': apart,
    '/scrolling': around(`<p>${paragraph}</p><div style="height: 3000px"></div>`),
    '/box': around(
      `<div id="box"><p>${paragraph}</p><p style="height: 900px"></p></div>`,
      '#box { margin-top: 300px; height: 200px; overflow: auto }',
    ),
    '/letter': around(
      '<p>Ferritin was 12,400 ng/mL on day 3; ferritin of 500 µg/L or more counts.</p>' +
        '<table><tr><td>Hemoglobin</td><td>7.2</td><td>L</td><td>g/dL</td></tr></table>',
    ),
    '/link': around(`<p>${paragraph} <a href="/">splenomegaly</a></p>`),
    '/banner': around(
      `<div id="banner"><p>${paragraph}</p></div>`,
      '#banner { position: fixed; inset: 0; z-index: 2147483647; background: white }',
    ),
    '/dialog': around(
      `<dialog><p>${paragraph}</p><button>OK</button></dialog><script>document.querySelector('dialog').showModal()</script>`,
    ),
  });
});
afterAll(() => bedside?.close());
beforeEach(async () => {
  page = await bedside.page('/');
  // Wide and high enough for a card on every side.
  await page.setViewport({ width: 1000, height: 700 });
});

const closed = () => until(async () => !(await bedside.card(page)), 'no card');
const openOn = async (word: string, name: string) => {
  await bedside.rest(page, word);
  return bedside.openCard(page, name);
};

/** Moves the pointer without a pause, however slow the machine: all moves are on their way at once. */
const travel = (...points: [number, number][]) => Promise.all(points.map(([x, y]) => page.mouse.move(x, y)));

test('the card of a test has the number that the page gives beside it, and none where that is not clear', async () => {
  await page.goto(bedside.server.at('/letter'));
  const { text } = await openOn('Ferritin', 'ferritin');
  expect(text).toContain('The number on this page\n\n12,400\u00a0ng/mL');
  expect(text).toContain('500\u00a0µg/L or more. The number on this page is in that range.');
  expect(text).toContain('One number never makes HLH certain');
  await page.keyboard.press('Escape');
  await closed();
  expect((await openOn('ferritin', 'ferritin')).text).not.toContain('The number on this page');
  expect((await openOn('Hemoglobin', 'hemoglobin')).text).toContain('7.2\u00a0g/dL That is 72\u00a0g/L.');
});

test('a card is copied at a click, with its sources, and the page is told nothing', async () => {
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<textarea></textarea>');
    document.addEventListener('copy', () => document.body.append('The page was told.'), true);
  });
  const card = await openOn('ferritin', 'ferritin');
  await card.press('Copy');
  await bedside.openCard(page, 'Copied.');
  await card.press('Close');
  await closed();
  await page.click('textarea');
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  const pasted = await until(() => page.$eval('textarea', ({ value }) => value), 'the pasted words');
  const term = bundledTerms(bedside.browserName).get('ferritin');
  expect(pasted).toMatch(`ferritin: ${term?.plain}\n\nIn HLH: ${term?.hlh}\n\nSources:\n- `);
  expect(await page.$eval('body', (body) => body.textContent)).not.toContain('The page was told');
});

const rests = () => page.evaluate('rests') as Promise<number[]>;

test('passing over a word opens nothing, resting on one opens its card', async () => {
  const { x, y } = await pointOfMark(page, 'ferritin');
  await travel([x, y - 40], [x, y], [x + 30, y + 200]);
  await openOn('splenomegaly', 'splenomegaly');
  const [rested = 0, ...others] = await rests();
  expect(others).toEqual([]);
  // A slow machine makes it more, never less.
  expect(rested).toBeGreaterThan(140);
  expect(bedside.errors(page)).toEqual([]);
});

test('the card stays while the pointer goes over to it and is in it, and closes when it leaves', async () => {
  const { box } = await openOn('ferritin', 'ferritin');
  await travel([box.x + 40, box.y - 3], [box.x + 40, box.y + 30]);
  for (const isUnfolded of [true, false, true, false]) {
    await (await bedside.openCard(page)).press('More detail');
    await until(async () => (await isOpen('details')) === isUnfolded, 'the details to follow');
  }
  await page.mouse.move(990, 690, { steps: 4 });
  await closed();
});

const isOpen = async (selector: string) =>
  (await bedside.openCard(page)).root.evaluate(
    (root, which) => root.querySelector<HTMLDetailsElement>(which)?.open,
    selector,
  );

test('its script comes to a page with marks before anything is pointed at', async () => {
  await until(() => hasCardScript(bedside, page), 'the card script');
  expect(await page.$('bedside-card')).toBeNull();
});

test('on the welcome page it opens, too', async () => {
  const welcome = await bedside.extension.open('welcome.html');
  await bedside.rest(welcome, 'hemophagocytosis');
  await bedside.openCard(welcome, 'hemophagocytosis');
  await welcome.close();
});

test('“I know this word” is kept among the settings', async () => {
  const bringBack = () =>
    bedside.extension.call(async () => {
      await chrome.runtime.sendMessage({ bedside: 'know', with: { id: 'ferritin', known: false } });
    });
  const known = async () =>
    (await bedside.extension.call(() => chrome.runtime.sendMessage({ bedside: 'state' }))).answer.settings.known;
  onTestFinished(bringBack);
  const card = await openOn('ferritin', 'ferritin');
  await card.press('I know this word');
  await until(async () => (await known()).join() === 'ferritin', 'the word to be known');
  expect(bedside.errors(page)).toEqual([]);
});

test('there is one card at a time', async () => {
  await openOn('ferritin', 'ferritin');
  const { text } = await openOn('splenomegaly', 'splenomegaly');
  expect(text).not.toContain('iron');
  expect(await page.$$('bedside-card')).toHaveLength(1);
});

/** Opened by key a card stays until it is closed, wherever the pointer is. */
const openByKey = async () => {
  await until(async () => (await bedside.marks(page)).includes('ferritin'), 'the marks');
  await bedside.extension.command('next');
  await bedside.openCard(page);
};

const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
  ['Escape', () => page.keyboard.press('Escape')],
  ['a click outside', () => page.mouse.click(990, 690)],
  ['its close button', async () => (await bedside.openCard(page)).press('Close')],
];
test.each(ways)('%s closes it', async (_name, close) => {
  await openByKey();
  await close();
  await closed();
});

test.each([
  ['the page', '/scrolling', () => window.scrollBy(0, 2000)],
  ['a box', '/box', () => document.querySelector('#box')?.scrollBy(0, 200)],
])('scrolling %s so that the word goes out of sight closes it', async (_name, path, scroll) => {
  await page.goto(bedside.server.at(path));
  await openByKey();
  await page.evaluate(scroll);
  await closed();
});

test('while the page scrolls a little, the card follows its word', async () => {
  await page.goto(bedside.server.at('/scrolling'));
  await openByKey();
  const { y } = (await bedside.openCard(page)).box;
  for (const far of [10, 20, 30]) {
    await page.evaluate((top) => window.scrollTo(0, top), far);
    await until(async () => (await bedside.card(page))?.box.y === y - far, 'the card to follow');
  }
});

test('related terms open in the same card, and there is a way back', async () => {
  const card = await openOn('ferritin', 'ferritin');
  const terms = bundledTerms(bedside.browserName);
  const ferritin = terms.get('ferritin');
  const other = terms.get(ferritin?.related[0] ?? '');
  await card.press(other?.name ?? '');
  await (await bedside.openCard(page, other?.plain)).press('Back');
  const again = await bedside.openCard(page, ferritin?.plain);
  expect(again.text).not.toContain(other?.plain);
  await expect(again.press('Back')).rejects.toThrow('nothing to press');
  expect(await page.$$('bedside-card')).toHaveLength(1);
});

test('it tells the plain text, HLH, the figures, the sources and that no clinician has reviewed it', async () => {
  const card = await openOn('ferritin', 'ferritin');
  const term = bundledTerms(bedside.browserName).get('ferritin');
  for (const text of [term?.plain, term?.hlh, 'Key figures', 'Sources', 'Not reviewed by a clinician.']) {
    expect(card.text).toContain(text);
  }
  expect(card.text).not.toContain(term?.more);
  await card.press('More detail');
  await bedside.openCard(page, term?.more);
  const links = await card.root.evaluate((root) =>
    [...root.querySelectorAll('a')].map(({ href, rel, target }) => ({ href, rel, target })),
  );
  expect(links.length).toBeGreaterThan(0);
  for (const { href, rel, target } of links) {
    expect(href).toMatch(/^https?:/);
    expect([target, rel.split(' ').includes('noopener')]).toEqual(['_blank', true]);
  }
});

test('row 39: a click on a marked link follows the link', async () => {
  await page.goto(bedside.server.at('/link'));
  const { x, y } = await bedside.rest(page, 'splenomegaly');
  await bedside.openCard(page, 'splenomegaly');
  await page.mouse.click(x, y);
  await until(() => page.url() === bedside.server.at('/'), 'the link to be followed');
});

/** What the page itself finds in the middle of the card. */
const inItsMiddle = async () => {
  const { box } = await bedside.openCard(page, 'ferritin');
  return page.evaluate(
    (x, y) => document.elementFromPoint(x, y)?.localName,
    box.x + box.width / 2,
    box.y + box.height / 2,
  );
};

test('row 31: in an open modal dialog the card can be used', async () => {
  await page.goto(bedside.server.at('/dialog'));
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const card = await openOn('ferritin', 'ferritin');
  expect(await inItsMiddle()).toBe('bedside-card');
  await card.press('More detail');
  await until(() => isOpen('details'), 'the details to unfold');
  await card.press('Close');
  await closed();
  expect(await page.$eval('dialog', (dialog) => dialog.open)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(bedside.errors(page)).toEqual([]);
});

test('row 33: the card is above a banner with the highest z-index', async () => {
  await page.goto(bedside.server.at('/banner'));
  await openOn('ferritin', 'ferritin');
  expect(await inItsMiddle()).toBe('bedside-card');
});
