/** Where the card lies, for words anywhere in windows of any size; and how touch opens it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { pointOfMark } from './driver/marks.ts';
import { until } from './driver/until.ts';
import { page as around, noting, paragraph } from './pages/words.ts';

let bedside: Bedside;
let page: Page;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
});
afterAll(() => bedside?.close());

const word = '<span id="word">splenomegaly</span>';
const at = (place: string) => around(`<p>${paragraph}</p><div style="position: fixed; ${place}">${word}</div>`);
const narrow = around(
  `<p>${paragraph} In this baby ${word} was found by the doctors who were on duty that night.</p>`,
  'body { margin: 8px }',
);
const split = around(
  `<p>${paragraph}</p><div style="position: fixed; top: 150px; left: 300px; width: 120px">the enlarged <span id="word">hemophagocytic lymphohistiocytosis</span></div>`,
);
const long = around(
  `<p>${paragraph}</p><div style="height: 4000px"></div><p style="margin: 0">Then ${word}</p>`,
  'body { margin-bottom: 0 }',
);

const places: readonly (readonly [string, string, { width: number; height: number; deviceScaleFactor?: number }])[] = [
  ['the top left corner', at('top: 0; left: 0'), { width: 900, height: 650 }],
  ['the top right corner', at('top: 0; right: 0'), { width: 900, height: 650 }],
  ['the bottom left corner', at('bottom: 0; left: 0'), { width: 900, height: 650 }],
  ['the bottom right corner', at('bottom: 0; right: 0'), { width: 900, height: 650 }],
  ['the middle of a low window', at('top: 45%; left: 40%'), { width: 1000, height: 420 }],
  ['the middle of a phone on its side', at('top: 45%; left: 40%'), { width: 640, height: 320 }],
  ['row 34: a page 320 px wide', narrow, { width: 320, height: 568 }],
  ['row 34: a page at 200 %', narrow, { width: 400, height: 320, deviceScaleFactor: 2 }],
  ['a word over two lines', split, { width: 900, height: 650 }],
  ['the bottom of a long page', long, { width: 900, height: 650 }],
];

test.each(places)('the card is on the screen and not over the word: %s', async (_name, html, viewport) => {
  bedside.server.serve({ '/': html });
  page = await bedside.page('/');
  await page.setViewport(viewport);
  const text = await page.$eval('#word', (each) => {
    each.scrollIntoView();
    return each.textContent;
  });
  const nth =
    (await until(async () => (await bedside.marks(page)).filter((each) => each === text).length, 'the mark')) - 1;
  await bedside.rest(page, text, nth);
  const { box, root } = await bedside.openCard(page);
  const runsOver = await root.evaluate((each) =>
    [...each.querySelectorAll('.card-body')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth),
  );
  expect(runsOver).toBe(false);
  const { boxes, width, height } = await page.evaluate(() => ({
    boxes: [...(document.querySelector('#word')?.getClientRects() ?? [])].map(({ x, y, right, bottom }) => ({
      x,
      y,
      right,
      bottom,
    })),
    width: document.documentElement.clientWidth,
    height: innerHeight,
  }));
  expect(
    [box.x >= 0, box.y >= 0, box.x + box.width <= width, box.y + box.height <= height],
    JSON.stringify(box),
  ).toEqual(Array(4).fill(true));
  const over = boxes.filter(
    (each) => each.x < box.x + box.width && box.x < each.right && each.y < box.y + box.height && box.y < each.bottom,
  );
  expect(over).toEqual([]);
  expect(bedside.errors(page)).toEqual([]);
});

test('what a word means in HLH comes into view: the card goes above where there is too little room below', async () => {
  bedside.server.serve({ '/': around(`<div style="position: fixed; top: 370px; left: 40%">${word}</div>`) });
  page = await bedside.page('/');
  await page.setViewport({ width: 900, height: 650 });
  await bedside.rest(page, 'splenomegaly');
  const { root } = await bedside.openCard(page, 'splenomegaly');
  const isInView = () =>
    root.evaluate((card) => {
      const body = card.querySelector('.card-body')?.getBoundingClientRect();
      const title = card.querySelector('.card-part .card-title')?.getBoundingClientRect();
      return body !== undefined && title !== undefined && title.top > body.top && title.bottom < body.bottom;
    });
  await until(isInView, 'the part "In HLH" in view');
});

describe('by touch', () => {
  beforeEach(async () => {
    bedside.server.serve({
      '/touch': around(
        `${noting}<p>${paragraph}</p><p><a href="#there">splenomegaly</a></p><div style="height: 3000px"></div>`,
        'body { margin-top: 240px }',
      ),
    });
    page = await bedside.page('/touch');
    await page.setViewport({ width: 400, height: 700, hasTouch: bedside.browserName === 'chromium' });
  });

  const tap = async (text: string) => {
    const { x, y } = await pointOfMark(page, text);
    await page.touchscreen.tap(x, y);
  };

  test('a tap on a word opens its card, and a tap elsewhere closes it', async () => {
    await tap('ferritin');
    await bedside.openCard(page, 'ferritin');
    await page.touchscreen.tap(200, 20);
    await until(async () => !(await bedside.card(page)), 'the card to close');
  });

  test('row 39: scrolling by touch opens nothing', async () => {
    const { x, y } = await pointOfMark(page, 'ferritin');
    await page.evaluate(() => addEventListener('scrollend', () => Object.assign(window, { hasScrolled: true })));
    await page.touchscreen.touchStart(x, y);
    for (const way of [20, 60, 100]) await page.touchscreen.touchMove(x, y - way);
    await page.touchscreen.touchEnd();
    // Firefox does not scroll for touches that a driver sends; it still must not take them for a tap.
    if (bedside.browserName === 'chromium')
      await until(() => page.evaluate('window.hasScrolled'), 'the page to scroll');
    // A fling may carry the words far out of the window.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await bedside.rest(page, 'HLH');
    const { text } = await bedside.openCard(page);
    expect(text).toMatch(/^hemophagocytic/);
    expect(await page.evaluate('rests')).toHaveLength(1);
  });

  test('row 39: a tap on a marked link follows the link', async () => {
    await tap('splenomegaly');
    await until(() => page.url().endsWith('#there'), 'the link to be followed');
    expect(await bedside.card(page)).toBeUndefined();
    await tap('ferritin');
    await bedside.openCard(page, 'ferritin');
  });
});
