/** The main job on real input: the sample article, read with Bedside. */
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Term } from '../../content/glossary.ts';
import { writtenWords } from '../unit/article-words.ts';
import { articleWords } from '../unit/bundled.ts';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { bundledTerms } from './pages/knowledge.ts';
import { isRunning, pageTerms } from './pages/show.ts';

let bedside: Bedside;
let terms: ReadonlyMap<string, Term>;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
  terms = bundledTerms(bedside.browserName);
  bedside.server.serve({ '/article': readFileSync(new URL('pages/article.html', import.meta.url), 'utf8') });
});
afterAll(() => bedside?.close());

const cardOf = (id: string) => {
  const term = terms.get(id);
  if (!term) throw new Error(`The knowledge has no term "${id}"`);
  return term;
};

/** Marks are painted near the viewport only: reads on, block by block, until the word is met as a mark. */
async function readOnTo(page: Page, word: string): Promise<void> {
  let block = 0;
  await until(async () => {
    if ((await bedside.marks(page)).includes(word)) return true;
    await page.evaluate(
      (text, nth) => {
        const having = [...document.querySelectorAll('h1, h2, h3, p, li')].filter((each) =>
          each.textContent.includes(text),
        );
        having[nth % having.length]?.scrollIntoView({ block: 'center', behavior: 'instant' });
      },
      word,
      block,
    );
    block += 1;
    return false;
  }, `the mark "${word}"`);
}

const closeCard = async (page: Page) => {
  await page.keyboard.press('Escape');
  await until(async () => !(await bedside.card(page)), 'the card to close');
};

describe('by pointer', () => {
  let page: Page;
  beforeAll(async () => {
    page = await bedside.page('/article');
  });

  test.each(writtenWords)('%j is marked, and its card is that of %s', async (word, id) => {
    await readOnTo(page, word);
    await bedside.rest(page, word);
    const card = await bedside.openCard(page, cardOf(id).name);
    expect(card.text).toContain(cardOf(id).plain);
    await closeCard(page);
  });
});

test('by keyboard, every term of the page is met in reading order', async () => {
  const page = await bedside.page('/article');
  // Wide enough that no two words of a line have their cards at the same place.
  await page.setViewport({ width: 1600, height: 900 });
  const listed = await until(async () => {
    const list = await pageTerms(bedside);
    const ids = new Set(list.map(({ id }) => id));
    return writtenWords.every(([, id]) => ids.has(id)) ? list : undefined;
  }, 'every term of the page');
  const wanted = listed.map(({ id }) => cardOf(id).name);
  const met = new Set<string>();
  for (let before = ''; met.size < wanted.length; ) {
    await bedside.extension.command('next');
    before = await until(
      async () => {
        const scrolled = await page.evaluate(() => scrollY);
        const card = await bedside.card(page);
        // A card that was read while the page was scrolled is read again.
        if (!card || (await page.evaluate(() => scrollY)) !== scrolled) return undefined;
        const now = JSON.stringify([card.text, card.box, scrolled]);
        return now === before ? undefined : now;
      },
      `a card after ${[...met].at(-1)}`,
    );
    const [text = ''] = JSON.parse(before) as [string];
    const name = wanted.find((each) => text.startsWith(`${each}\n`));
    expect(name, text).toBeDefined();
    expect(text).toContain(cardOf(listed[wanted.indexOf(name as string)]?.id ?? '').plain);
    met.add(name as string);
  }
  expect([...met]).toEqual(wanted);
}, 120_000);

describe('the search in the popup', () => {
  let popup: Page;
  beforeAll(async () => {
    popup = await bedside.extension.popup();
  });

  test.each(articleWords)('finds %j by its name', async (word, id) => {
    await popup.$eval('input', (field) => (field as HTMLInputElement).select());
    await popup.keyboard.type(word);
    const first = () =>
      popup.$$eval('[role=option] .result-name', (names) => names.slice(0, 3).map((each) => each.textContent));
    await until(async () => (await first()).includes(cardOf(id).name), `"${word}" among the first three results`);
  });
});

test('switching the site off takes the marks away, and a reloaded page has no trace of Bedside', async () => {
  const page = await bedside.page('/article');
  await readOnTo(page, 'Prognosis');
  await bedside.rest(page, 'Prognosis');
  await bedside.openCard(page);
  await bedside.extension.command('switch');
  await until(async () => (await bedside.marks(page)).length === 0, 'the marks to go');
  expect(await bedside.card(page)).toBeUndefined();
  await page.reload();
  const trace = await page.evaluate(() => [
    [...CSS.highlights.keys()],
    document.querySelectorAll('bedside-card').length,
  ]);
  expect(trace).toEqual([[], 0]);
  expect(await isRunning(bedside, page)).toBe(false);
  await bedside.extension.command('switch');
  await until(async () => (await bedside.marks(page)).length > 0, 'the marks to come back');
  expect(bedside.errors(page)).toEqual([]);
});
