/** On and off for a site: its rules, open tabs, restarts, updates, and pages that come back from the cache. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { defaults, type Rule, type Settings } from '../../content/settings.ts';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { isRunning } from './pages/show.ts';

const words = '<!doctype html><title>A page</title><p>Hemophagocytic lymphohistiocytosis raises ferritin.';
const browser = inject('browser');
const rule = (host: string, subdomains = true): Rule => ({ host, subdomains });

let bedside: Bedside;
const start = async (profile?: string) => {
  const started = await launch(browser, { ...everyWord, ...(profile !== undefined && { profile }) });
  started.server.serve({ '/': words, '/other': words });
  return started;
};
const settings = async (): Promise<Settings> =>
  (await bedside.extension.call(() => chrome.runtime.sendMessage({ bedside: 'state' }))).answer.settings;

const isMarked = async (page: Page) => (await bedside.marks(page)).length > 0;
/** Only what is seen is painted: a page behind another one is brought to the front first. */
async function becomesMarked(page: Page): Promise<void> {
  await page.bringToFront();
  await until(() => isMarked(page), `marks on ${page.url()}`);
}
const becomesUnmarked = (page: Page) => until(async () => !(await isMarked(page)), `no marks on ${page.url()}`);

/** Opens a site on which nothing may run; a page that may is marked after it, so that it had its chance. */
async function staysUnmarked(host: string, marked: string): Promise<void> {
  const page = await bedside.page(bedside.server.at('/', host));
  const other = await bedside.page(bedside.server.at('/', marked));
  await becomesMarked(other);
  expect(await isRunning(bedside, other)).toBe(true);
  expect(await isMarked(page)).toBe(false);
  expect(await isRunning(bedside, page)).toBe(false);
}

describe('a rule', () => {
  beforeAll(async () => {
    bedside = await start();
  });
  afterAll(() => bedside?.close());
  beforeEach(() => bedside.change(defaults));

  test('turns a site off with all its subdomains', async () => {
    await bedside.change({ off: [rule('a.localhost')] });
    await staysUnmarked('a.localhost', 'b.localhost');
    await staysUnmarked('deep.a.localhost', 'b.localhost');
  });

  test('can leave the subdomains alone', async () => {
    await bedside.change({ off: [rule('a.localhost', false)] });
    await staysUnmarked('a.localhost', 'deep.a.localhost');
  });

  test('in the mode "only the sites I turn on" turns a site on', async () => {
    await bedside.change({ mode: 'only', on: [rule('a.localhost')] });
    await staysUnmarked('b.localhost', 'a.localhost');
    await staysUnmarked('127.0.0.1', 'deep.a.localhost');
  });

  test('of the other mode is kept, and does nothing', async () => {
    await bedside.change({ off: [rule('a.localhost')], on: [rule('b.localhost')], mode: 'only' });
    await staysUnmarked('a.localhost', 'b.localhost');
    await bedside.change({ mode: 'except' });
    await staysUnmarked('a.localhost', 'b.localhost');
    expect(await settings()).toMatchObject({ off: [rule('a.localhost')], on: [rule('b.localhost')] });
  });

  test('of a changed setting is followed by all open tabs at once, both ways', async () => {
    const pages = [await bedside.page('/'), await bedside.page('/other')];
    for (const page of pages) await becomesMarked(page);
    for (const off of [{ off: [rule('localhost')] }, { paused: true }, { mode: 'only' as const }]) {
      await bedside.change(off);
      for (const page of pages) await becomesUnmarked(page);
      await bedside.change(defaults);
      for (const page of pages) await becomesMarked(page);
    }
  });

  test('is shown in open tabs by its look, too', async () => {
    const page = await bedside.page('/');
    await becomesMarked(page);
    await bedside.change({ look: 'tint' });
    await until(() => page.evaluate(() => [...CSS.highlights.keys()].join() === 'bedside-tint'), 'the tint');
  });

  test.each([
    ['row 28: off meanwhile comes back unmarked', defaults, { off: [rule('localhost')] }, false],
    ['on meanwhile comes back marked', { off: [rule('localhost')] }, defaults, true],
  ] as const)('of a page from the back-forward cache that is switched %s', async (_what, before, after, marked) => {
    await bedside.change(before as Partial<Settings>);
    const page = await bedside.page('/');
    await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted })));
    if (!marked) await becomesMarked(page);
    await page.goto(bedside.server.at('/', '127.0.0.1'));
    await becomesMarked(page);
    await bedside.change(after as Partial<Settings>);
    const marksThere = () => isMarked(page).catch(() => undefined);
    await page.evaluate(() => history.back());
    await until(
      async () => new URL(await page.evaluate(() => location.href)).hostname === 'localhost',
      'the page to be back',
    );
    await until(async () => (await marksThere()) === marked, marked ? 'marks' : 'no marks');
    // Where the browser kept no page, it was loaded anew, and the same holds.
    expect([true, undefined]).toContain(await page.evaluate(() => (window as { persisted?: boolean }).persisted));
  });

  test('that is no rule is refused, and says what it is', async () => {
    const answer = await bedside.change({ off: [{ host: '' }] as never });
    expect(answer.error).toMatch('Not a setting');
    expect(await settings()).toMatchObject(defaults);
  });
});

test('rules outlast a restart of the browser and an update of the extension', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'bedside-'));
  try {
    bedside = await start(profile);
    await bedside.change({ off: [rule('a.localhost')] });
    await bedside.extension.reload();
    await staysUnmarked('a.localhost', 'b.localhost');
    await bedside.close();
    bedside = await start(profile);
    await staysUnmarked('a.localhost', 'b.localhost');
    expect((await settings()).off).toEqual([rule('a.localhost')]);
  } finally {
    await bedside.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
