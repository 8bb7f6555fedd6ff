/** Which words are marked: how often, and not those that the reader knows; followed by every open tab at once. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { defaults, type Settings } from '../../content/settings.ts';
import { type Bedside, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { badgeIs, named, openPopup, press, says, search } from './pages/popup.ts';
import { expectAsServed, expectMarks, show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'));
});
afterAll(() => bedside?.close());
beforeEach(() => bedside.change(defaults));

const settings = async (): Promise<Settings> =>
  (await bedside.extension.call(() => chrome.runtime.sendMessage({ bedside: 'state' }))).answer.settings;

/** Two sections; in each, words that come up again. */
const sections =
  '<h1>One</h1><p>Ferritin, then ferritin.<p>Ferritin.<h2>Two</h2><p>Splenomegaly, ferritin, splenomegaly.';
const marked = {
  every: ['Ferritin', 'ferritin', 'Ferritin', 'Splenomegaly', 'ferritin', 'splenomegaly'],
  section: ['Ferritin', 'Splenomegaly', 'ferritin'],
  page: ['Ferritin', 'Splenomegaly'],
} as const;

const listed = (popup: Page) => popup.$$eval('.page-term', (all) => all.map((each) => each.textContent));
const lists = (popup: Page, wanted: string[]) =>
  until(async () => String(await listed(popup)) === String(wanted), String(wanted));

describe('a word that comes up several times', () => {
  test('is marked as often as the reader chose, in open tabs at once, and the page stays as it is', async () => {
    const page = await show(bedside, sections);
    await expectMarks(bedside, page, marked[defaults.occurrences]);
    for (const occurrences of ['every', 'page', 'section'] as const) {
      await bedside.change({ occurrences });
      await expectMarks(bedside, page, marked[occurrences]);
    }
    await expectAsServed(page);
  });

  test.each(['every', 'section', 'page'] as const)('is counted whole in the popup: %s', async (occurrences) => {
    await bedside.change({ occurrences });
    await show(bedside, sections);
    await lists(await openPopup(bedside), ['ferritin 4 times', 'splenomegaly 2 times']);
  });

  test('is chosen in the options, where the choice is seen again', async () => {
    const open = async () => {
      const options = await bedside.extension.open('options.html');
      onTestFinished(() => options.close());
      return options;
    };
    const options = await open();
    await press(options, 'radio', 'Mark the first on the page');
    await until(async () => (await settings()).occurrences === 'page', 'the choice to be kept');
    await press(options, 'radio', 'Generous');
    await until(async () => (await settings()).sure === 'generous', 'the choice to be kept');
    const again = await open();
    for (const name of ['Mark the first on the page', 'Generous']) {
      expect(await (await named(again, 'radio', name)).evaluate((each) => (each as HTMLInputElement).checked)).toBe(
        true,
      );
    }
  });
});

describe('a word that the reader knows', () => {
  const words = '<p>Splenomegaly and fibrinogen, then ferritin.';

  test('is said on its card, which closes; it is marked in no tab any more, and not counted', async () => {
    const other = await show(bedside, words);
    await expectMarks(bedside, other, ['Splenomegaly', 'fibrinogen', 'ferritin']);
    const page = await show(bedside, words);
    await badgeIs(bedside, page, '3');
    await bedside.rest(page, 'ferritin');
    const card = await bedside.openCard(page, 'ferritin');
    await card.press('I know this word');
    await until(async () => !(await bedside.card(page)), 'no card');
    await expectMarks(bedside, page, ['Splenomegaly', 'fibrinogen']);
    await badgeIs(bedside, page, '2');
    await lists(await openPopup(bedside), ['splenomegaly once', 'fibrinogen once']);
    await other.bringToFront();
    await expectMarks(bedside, other, ['Splenomegaly', 'fibrinogen']);
    await other.reload();
    await expectMarks(bedside, other, ['Splenomegaly', 'fibrinogen']);
    await expectAsServed(page);
  });

  test('is found in the popup, said there, and brought back there', async () => {
    const page = await show(bedside, words);
    await expectMarks(bedside, page, ['Splenomegaly', 'fibrinogen', 'ferritin']);
    const popup = await openPopup(bedside);
    await search(popup, 'ferritin');
    await popup.keyboard.press('Enter');
    await press(popup, 'button', 'I know this word');
    await says(popup, 'You know this word, so it is not marked.');
    await expectMarks(bedside, page, ['Splenomegaly', 'fibrinogen']);
    await press(popup, 'button', 'Bring back');
    await expectMarks(bedside, page, ['Splenomegaly', 'fibrinogen', 'ferritin']);
  });

  test('is listed in the options, and brought back from the keyboard; open tabs follow', async () => {
    await bedside.change({ known: ['ferritin', 'fibrinogen', 'splenomegaly'] });
    const page = await show(bedside, words);
    const options = await bedside.extension.open('options.html');
    onTestFinished(() => options.close());
    await (await named(options, 'button', 'Bring back fibrinogen')).focus();
    await options.keyboard.press('Enter');
    await until(
      () => options.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Bring back splenomegaly'),
      'the focus on the next word',
    );
    await press(options, 'button', 'Bring all back');
    await says(options, 'None yet.');
    expect((await settings()).known).toEqual([]);
    await page.bringToFront();
    await expectMarks(bedside, page, ['Splenomegaly', 'fibrinogen', 'ferritin']);
  });

  test('is kept with others that are said at the same time', async () => {
    const ids = ['ferritin', 'fibrinogen', 'splenomegaly'];
    const answers = await bedside.extension.call(
      (all) => Promise.all(all.map((id) => chrome.runtime.sendMessage({ bedside: 'know', with: { id, known: true } }))),
      ids,
    );
    expect(answers).toEqual(ids.map(() => ({ answer: true })));
    expect([...(await settings()).known].sort()).toEqual(ids);
  });
});
