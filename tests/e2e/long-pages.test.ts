/** Pages longer than what is read of them at once: what is far away counts, and is marked when the reader comes. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { defaults } from '../../content/settings.ts';
import { type Bedside, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { badgeIs, openPopup } from './pages/popup.ts';
import { expectMarks, ranges, show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'));
});
afterAll(() => bedside?.close());
beforeEach(() => bedside.change(defaults));

/** So many paragraphs that say nothing: several stretches, and many screens. */
const filler = (paragraphs = 300) => '<p>The old river went by the mill all day.</p>'.repeat(paragraphs);
const scrollTo = (page: Page, selector: string) => page.$eval(selector, (element) => element.scrollIntoView());

test('a word is marked first in its section, however long that is, wherever the reader begins', async () => {
  const page = await show(
    bedside,
    `<h1>One</h1><p>The ferritin.</p>${filler()}<p id="end">The ferritin and the fibrinogen.</p><h2>Two</h2><p>The ferritin.</p>`,
  );
  await scrollTo(page, '#end');
  await expectMarks(bedside, page, ['fibrinogen', 'ferritin']);
  await bedside.change({ occurrences: 'page' });
  await expectMarks(bedside, page, ['fibrinogen']);
  await bedside.change({ occurrences: 'every' });
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen', 'ferritin']);
});

test('a page that opens in its middle is marked there', async () => {
  const page = await show(bedside, `<p>The ferritin.</p>${filler()}<h2 id="there">The fibrinogen.</h2>${filler()}`);
  await page.goto(`${page.url()}#there`);
  await page.reload();
  await expectMarks(bedside, page, ['fibrinogen']);
});

test('what the page says far below decides what a word means above', async () => {
  const page = await show(bedside, `<p>All about HLH.</p>${filler()}<p>Hemophagocytic lymphohistiocytosis (HLH).</p>`);
  await expectMarks(bedside, page, ['HLH']);
  const other = await show(
    bedside,
    `<p>Ferritin and HLH.</p>${filler()}<p>The basic helix-loop-helix (HLH) proteins bind DNA.</p>`,
  );
  await expectMarks(bedside, other, ['Ferritin']);
});

test('the badge and the popup count words that nobody has come to yet', async () => {
  const page = await show(bedside, `<p>The ferritin.</p>${filler()}<p>The fibrinogen, the fibrinogen.</p>`);
  await badgeIs(bedside, page, '2');
  const popup = await openPopup(bedside);
  await until(
    async () =>
      String(await popup.$$eval('.page-term', (all) => all.map((each) => each.textContent))) ===
      'ferritin once,fibrinogen 2 times',
    'the list',
  );
});

test('a single word on a page of other things is marked when the reader comes to it', async () => {
  const page = await show(bedside, `${filler(900)}<p id="there">The ferritin.</p>${filler(900)}`);
  await scrollTo(page, '#there');
  await expectMarks(bedside, page, ['ferritin']);
});

test('text that changes far away is read as it is when the reader comes', async () => {
  const page = await show(bedside, `<p>The ferritin.</p>${filler()}<p id="there">The fibrinogen.</p>`);
  await expectMarks(bedside, page, ['ferritin']);
  await page.$eval('#there', (element) => {
    (element.firstChild as Text).data = 'No angina, but etoposide.';
  });
  await scrollTo(page, '#there');
  await expectMarks(bedside, page, ['etoposide']);
});

test('what cannot be seen is not the first of its section', async () => {
  const page = await show(
    bedside,
    '<p hidden>The ferritin.</p><p style="visibility: hidden">The fibrinogen.</p><p>The ferritin, the fibrinogen.</p>',
  );
  // Invisible text that takes up room has its mark, too: nobody sees it.
  await expectMarks(bedside, page, ['fibrinogen', 'ferritin', 'fibrinogen']);
});

test.each([
  ['blocks', `${filler(60)}<p id="there">The ferritin.</p>`],
  ['lines', `${'The old river went by the mill all day.<br>'.repeat(120)}<span id="there">The ferritin.</span>`],
])('a screen-high element whose text runs out of it in %s is marked all the way down', async (_what, inside) => {
  const page = await show(bedside, `<div style="height: 100vh">${inside}</div>`);
  await page.goto(`${page.url()}#there`);
  await page.reload();
  await expectMarks(bedside, page, ['ferritin']);
});

test('a reader who goes through a very long page finds its marks again, and few are held at a time', async () => {
  // Another word in the first part: what is seen there at last is no mark of the last part.
  const word = (index: number) => (index === 0 ? 'petechiae' : 'ferritin');
  const part = (index: number) => `<h2>Part ${index}</h2><p id="p${index}">The ${word(index)}.</p>${filler(60)}`;
  const page = await show(bedside, Array.from({ length: 90 }, (_, index) => part(index)).join(''));
  for (let index = 0; index < 90; index += 1) {
    await scrollTo(page, `#p${index}`);
    if (index % 15 === 0) await until(async () => (await bedside.marks(page)).length > 0, `the mark of part ${index}`);
  }
  await scrollTo(page, '#p0');
  await expectMarks(bedside, page, ['petechiae']);
  expect(await ranges(page)).toBe(1);
});
