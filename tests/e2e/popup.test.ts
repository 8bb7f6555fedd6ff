/** The toolbar popup over real pages: search, this page's terms, the switches, the badge. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Term } from '../../content/glossary.ts';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { soon, until } from './driver/until.ts';
import { bundledTerms } from './pages/knowledge.ts';
import { badge, badgeIs, closes, named, openPopup, press, says, search, shown } from './pages/popup.ts';
import { expectMarks, show } from './pages/show.ts';

let bedside: Bedside;
let terms: ReadonlyMap<string, Term>;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
  terms = bundledTerms(bedside.browserName);
});
afterAll(() => bedside?.close());
afterEach(() => bedside.change({ off: [], paused: false }));

const words = '<p>Splenomegaly, then ferritin.<p>Ferritin again, and fibrinogen, and ferritin.';

const far = '<div style="height: 3000px"></div>';

const listed = (popup: Page) => popup.$$eval('.page-term', (all) => all.map((each) => each.textContent));

const typings = [
  ['hemaphagocitic', 'hemophagocytic-lymphohistiocytosis'],
  ['feritin', 'ferritin'],
  ['hlh', 'hemophagocytic-lymphohistiocytosis'],
  ['spleen big', 'splenomegaly'],
  ['haemophagocytosis', 'hemophagocytosis'],
  ['fibrin', 'fibrinogen'],
] as const;

describe('the search', () => {
  test('has the focus, and ranks what is typed, in any spelling', async () => {
    await show(bedside, '<p>Nothing.');
    const popup = await openPopup(bedside);
    for (const [typed, id] of typings) {
      const names = await search(popup, typed);
      expect(names.slice(0, 3), typed).toContain(terms.get(id)?.name);
      await popup.keyboard.press('Escape');
      await until(async () => (await shown(popup)).typed === '', 'an empty field');
    }
  });

  test('is gone through with the arrow keys; Enter opens the card, and Escape goes back step by step', async () => {
    await show(bedside, '<p>Nothing.');
    const popup = await openPopup(bedside);
    const becomes = (wanted: Awaited<ReturnType<typeof shown>>) =>
      until(async () => JSON.stringify(await shown(popup)) === JSON.stringify(wanted), JSON.stringify(wanted));
    const [first, second, third] = await search(popup, 'ferritin');
    const at = (chosen: string | undefined) => becomes({ card: '', focus: 'combobox', chosen, typed: 'ferritin' });
    await at(first);
    await popup.keyboard.press('ArrowDown');
    await at(second);
    await popup.keyboard.press('ArrowDown');
    await at(third);
    await popup.keyboard.press('ArrowUp');
    await popup.keyboard.press('ArrowUp');
    await at(first);

    await popup.keyboard.press('Enter');
    const ferritin = { card: 'ferritin', focus: 'ferritin', chosen: 'ferritin', typed: 'ferritin' };
    await becomes(ferritin);
    await says(popup, terms.get('ferritin')?.plain ?? '');
    await press(popup, 'button', 'macrophage');
    await becomes({ ...ferritin, card: 'macrophage', focus: 'macrophage' });

    await popup.keyboard.press('Escape');
    await becomes(ferritin);
    await popup.keyboard.press('Escape');
    await at(first);
    await popup.keyboard.press('Escape');
    await until(async () => (await shown(popup)).typed === '', 'an empty field');
    // The key goes up when the popup is gone.
    await popup.keyboard.press('Escape').catch(() => undefined);
    await closes(popup);
  });

  test('says when it finds nothing', async () => {
    await show(bedside, '<p>Nothing.');
    const popup = await openPopup(bedside);
    await popup.type('input', 'xqzw');
    await says(popup, 'Bedside has no entry for these words yet.');
  });
});

describe("the page's terms", () => {
  test('stand in reading order with their counts, frames after the page around them', async () => {
    await show(bedside, `<iframe srcdoc="<p>Fibrinogen, hemophagocytosis."></iframe>${words}`);
    const popup = await openPopup(bedside);
    const wanted = ['splenomegaly once', 'ferritin 3 times', 'fibrinogen 2 times', 'hemophagocytosis once'];
    await until(async () => String(await listed(popup)) === String(wanted), String(wanted));
    await says(popup, '4 explained words on this page');
  });

  test('follow the page while the popup is open', async () => {
    const page = await show(bedside, '<p>Nothing.');
    const popup = await openPopup(bedside);
    await says(popup, 'Bedside found no word that it knows on this page.');
    await page.evaluate(() => document.body.append('Now it has ferritin.'));
    await named(popup, 'button', 'ferritin once');
  });

  test('scroll the page to the first mark and open its card there, with the focus in it', async () => {
    const page = await show(bedside, `${far}<p>Fibrinogen.${far}<p>Ferritin first.${far}<p>Ferritin again.`);
    const popup = await openPopup(bedside);
    await press(popup, 'button', 'ferritin 2 times');
    await bedside.openCard(page, terms.get('ferritin')?.plain);
    await until(async () => (await bedside.card(page))?.focused !== undefined, 'the focus in the card');
    await closes(popup);
    expect(await (await page.$('p:nth-of-type(2)'))?.isIntersectingViewport({ threshold: 1 })).toBe(true);
  });

  test.each([
    ['a frame far below', `${far}<iframe srcdoc="<p>Fibrinogen."></iframe>`],
    [
      'a box that hides it',
      '<div style="height: 99px; overflow: auto"><div style="height: 200px"></div><p>Fibrinogen.</div>',
    ],
  ])('open their cards in %s, and bring the word into view', async (_, inside) => {
    const page = await show(bedside, `<p>Ferritin.</p>${inside}`);
    await press(await openPopup(bedside), 'button', 'fibrinogen once');
    const place = await until(async () => {
      for (const frame of page.frames()) if ((await bedside.card(frame))?.focused !== undefined) return frame;
      return undefined;
    }, 'a card with the focus in it');
    expect((await bedside.card(place))?.text).toContain(terms.get('fibrinogen')?.plain);
    const last = await place.$('p:last-of-type');
    expect(await last?.isIntersectingViewport({ threshold: 1 })).toBe(true);
  });
});

describe('the switches', () => {
  test("turn the site off and on again, by the site's name: the marks, the list and the badge follow at once", async () => {
    const page = await show(bedside, words);
    await badgeIs(bedside, page, '3');
    const popup = await openPopup(bedside);
    await named(popup, 'button', 'fibrinogen once');
    await press(popup, 'switch', 'Bedside on localhost');
    await says(popup, 'Bedside is off on localhost. You can still search here.');
    await expectMarks(bedside, page, []);
    await badgeIs(bedside, page, 'off');
    await until(async () => (await listed(popup)).length === 0, 'no list');
    await press(popup, 'switch', 'Bedside on localhost');
    await badgeIs(bedside, page, '3');
    await named(popup, 'button', 'fibrinogen once');
    expect(await bedside.marks(page)).toHaveLength(5);
  });

  test('pause every site, and let each go on as it was', async () => {
    const off = await show(bedside, words, 'a.localhost');
    await press(await openPopup(bedside), 'switch', 'Bedside on a.localhost');
    await badgeIs(bedside, off, 'off');
    const page = await show(bedside, words);
    await badgeIs(bedside, page, '3');
    const popup = await openPopup(bedside);
    await press(popup, 'switch', 'Pause everywhere');
    await says(popup, 'Bedside is paused everywhere. You can still search here.');
    await expectMarks(bedside, page, []);
    await badgeIs(bedside, page, 'off');
    await press(popup, 'switch', 'Pause everywhere');
    await badgeIs(bedside, page, '3');
    await until(async () => (await bedside.marks(page)).length === 5, 'the marks');
    expect(await badge(bedside, off)).toBe('off');
    expect(await bedside.marks(off)).toEqual([]);
  });
});

test('the badge counts the distinct terms of a page and its frames, and is empty where there are none', async () => {
  const none = await show(bedside, '<p>Nothing.');
  const page = await show(bedside, `${words}<iframe srcdoc="<p>Ferritin, hemophagocytosis."></iframe>`);
  await badgeIs(bedside, page, '4');
  expect(await badge(bedside, none)).toBe('');
});

/** The smallest document that viewers take. */
const pdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>';

const closedToUs: [what: string, open: () => Promise<Page>][] = [
  ['row 3: a PDF', () => bedside.page('/page.pdf')],
  ['an empty tab', () => bedside.page('about:blank')],
  ["a page of Bedside's own", () => bedside.extension.open('options.html')],
  [
    "a page of the browser's own",
    () => openAbout(inject('browser') === 'chromium' ? 'chrome://version/' : 'about:license'),
  ],
  ["the browser's word that a site does not answer", () => openAbout(bedside.server.at('/broken'))],
];

/** Opens what is no page of a site: the browser may say that it could not, or nothing. */
async function openAbout(address: string): Promise<Page> {
  const page = await bedside.page('about:blank');
  page.goto(address).catch(() => undefined);
  await until(
    () =>
      soon(
        page.evaluate(() => location.href !== 'about:blank'),
        address,
        1000,
      ),
    `${address} to open`,
  );
  return page;
}

test.each(closedToUs)('on %s, the popup says that Bedside cannot run there, and still searches', async (_, open) => {
  bedside.server.serve({
    '/page.pdf': { body: pdf, type: 'application/pdf' },
    '/broken': (request) => {
      request.socket.destroy();
      return '';
    },
  });
  const page = await open();
  onTestFinished(() => page.close());
  const popup = await openPopup(bedside);
  await says(popup, 'Bedside cannot run on this page');
  expect(await popup.$$eval('[role=switch]', (all) => all.map((each) => each.textContent))).toEqual([
    'Pause everywhere',
  ]);
  expect(await badge(bedside, page)).toBe('');
  expect(await search(popup, 'ferritin')).toContain('ferritin');
  expect(await bedside.extension.errors()).toEqual([]);
});
