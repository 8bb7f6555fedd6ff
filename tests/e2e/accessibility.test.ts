/** What axe-core and the accessibility tree know of everything that Bedside shows, in light and in dark colours. */
import axe, { type AxeResults } from 'axe-core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import type { Card } from './driver/card.ts';
import { type Bedside, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { named, openPopup, press, says, search, shown } from './pages/popup.ts';
import { show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'));
});
afterAll(() => bedside?.close());

const words = '<p>Splenomegaly and ferritin. She had ferritin again.';
// axe judges the contrast of what is in the body: that is where a page's modal dialog takes the card.
const inDialog = `<dialog><h1>Xqzw</h1>${words}</dialog><script>document.querySelector('dialog').showModal()</script>`;

type Axe = { run(within: Element): Promise<AxeResults> };

/** Runs axe on an element of a page, in each scheme of colours, and expects it to find nothing. */
async function expectNoFaults(page: Page, element: ElementHandle<Element> | null): Promise<void> {
  await page.evaluate(axe.source);
  for (const scheme of ['light', 'dark'] as const) {
    await bedside.preferColours(page, scheme);
    const answer = await element?.evaluate((within) => {
      const root = within.getRootNode();
      // axe reads the shadow roots that it is shown.
      if (root instanceof ShadowRoot)
        Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
      return (globalThis as unknown as { axe: Axe }).axe.run(within);
    });
    const found = answer?.violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    ]);
    expect(found, scheme).toEqual([]);
    // Everything tested has text: where axe has not judged its contrast, it has seen nothing.
    expect(
      answer?.passes.map(({ id }) => id),
      scheme,
    ).toContain('color-contrast');
  }
}

const expectNoFaultsIn = async (page: Page) => expectNoFaults(page, await page.$('html'));

const knows = (known: string[]) => bedside.change({ known });

/** One of Bedside's pages in a tab, for the rest of a test. */
async function open(path: string): Promise<Page> {
  const page = await bedside.extension.open(path);
  onTestFinished(() => page.close());
  return page;
}

describe('axe finds nothing', () => {
  test('in the popup, with the terms of the page, with results, and with a card', async () => {
    await show(bedside, words);
    const popup = await openPopup(bedside);
    await named(popup, 'button', 'ferritin 2 times');
    await expectNoFaultsIn(popup);
    await search(popup, 'ferritin');
    await expectNoFaultsIn(popup);
    await popup.keyboard.press('Enter');
    await until(async () => (await shown(popup)).card === 'ferritin', 'the card');
    await popup.$eval('summary', (more) => more.click());
    await expectNoFaultsIn(popup);
    await press(popup, 'button', 'I know this word');
    await says(popup, 'You know this word, so it is not marked.');
    await expectNoFaultsIn(popup);
    await press(popup, 'button', 'Bring back');
    await named(popup, 'button', 'I know this word');
  });

  test('in the popup where Bedside cannot run, and where nothing is found', async () => {
    await open('options.html');
    const popup = await openPopup(bedside);
    await expectNoFaultsIn(popup);
    await popup.type('input', 'xqzw');
    await says(popup, 'Bedside has no entry for these words yet.');
    await expectNoFaultsIn(popup);
  });

  test('in the options, with known words, with a site in the list and a line that names none', async () => {
    const before = await open('options.html');
    await named(before, 'radio', 'Underline');
    await expectNoFaultsIn(before);
    await knows(['ferritin', 'fibrinogen']);
    const options = await open('options.html');
    await named(options, 'button', 'Bring back ferritin');
    await expectNoFaultsIn(options);
    await press(options, 'button', 'Bring all back');
    await says(options, 'None yet. “I know this word”');
    await options.type('form input', 'example.org');
    await press(options, 'button', 'Add');
    await named(options, 'checkbox', 'example.org and its subdomains');
    await options.type('form input', 'no site');
    await press(options, 'button', 'Add');
    await says(options, '“no site” names no website.');
    await expectNoFaultsIn(options);
    await press(options, 'button', 'Remove example.org');
    await says(options, 'None. Bedside runs on every site.');
  });

  test('in the welcome page, with its sample marked', async () => {
    const welcome = await open('welcome.html');
    await until(async () => (await bedside.marks(welcome)).includes('hemophagocytosis'), 'the marks');
    await expectNoFaultsIn(welcome);
  });

  test('in a card on a page, unfolded', async () => {
    const page = await show(bedside, inDialog);
    const card = await openedCard(page);
    await card.press('More detail');
    await expectNoFaults(page, await card.root.$('.place'));
  });

  test('in a card that says there is no entry', async () => {
    const page = await show(bedside, inDialog);
    await bedside.rest(page, 'ferritin');
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') as Element));
    await bedside.extension.command('define');
    const card = await bedside.openCard(page, 'Not in the glossary');
    await expectNoFaults(page, await card.root.$('.place'));
  });
});

async function openedCard(page: Page): Promise<Card> {
  await bedside.rest(page, 'ferritin');
  return bedside.openCard(page, 'ferritin');
}

describe('row 38: the accessibility tree', () => {
  test('has the card as a dialog with the name of its term, and what can be pressed in it', async () => {
    const { root } = await openedCard(await show(bedside, words));
    const dialog = await named(root, 'dialog', 'ferritin');
    for (const [role, name] of [
      ['heading', 'ferritin'],
      ['button', 'Close'],
      ['button', 'macrophage'],
    ] as const) {
      await named(dialog, role, name);
    }
  });

  test('has the terms of the page as a list in the popup, each with its count', async () => {
    await show(bedside, words);
    const popup = await openPopup(bedside);
    const part = await named(popup, 'region', '2 explained words on this page');
    const items = await part.$$('::-p-aria([role="listitem"])');
    expect(items).toHaveLength(2);
    for (const [index, name] of ['splenomegaly once', 'ferritin 2 times'].entries()) {
      await named(items[index] as ElementHandle<Element>, 'button', name);
    }
  });

  test('has the search as a named field with a named list of results', async () => {
    await show(bedside, words);
    const popup = await openPopup(bedside);
    await named(popup, 'combobox', 'Search for a medical word');
    const [first] = await search(popup, 'splenomegaly');
    const results = await named(popup, 'listbox', 'Results');
    const options = await results.$$('::-p-aria([role="option"])');
    expect(await options[0]?.evaluate((each) => each.textContent)).toContain(first);
  });
});
