/** One driver for both real browsers: `launch('firefox')` gives a browser with Bedside installed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { Settings } from '../../../content/settings.ts';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { type Card, readCard } from './card.ts';
import { startChromium } from './chromium.ts';
import type { BrowserName, EngineOptions, NetworkRequest } from './engine.ts';
import { createExtension, type Extension } from './extension.ts';
import { startFirefox } from './firefox.ts';
import { marks, type Place, type Point, pageOf, pointOfMark } from './marks.ts';
import { type Server, startServer } from './server.ts';
import { until } from './until.ts';

export type { BrowserName };

declare module 'vitest' {
  interface ProvidedContext {
    /** The browser that a file of end-to-end tests runs in; see vitest.config.ts. */
    browser: BrowserName;
  }
}

export type Bedside = {
  browserName: BrowserName;
  server: Server;
  extension: Extension;
  /** Opens a tab on an address, or on a path of the server, and waits for its load event. */
  page(address: string): Promise<Page>;
  /** Chooses as the reader would, by the extension's own message. */
  change(settings: Partial<Settings>): Promise<{ error?: string }>;
  /** The marked texts of a page or a frame, in document order. */
  marks(place: Place): Promise<string[]>;
  /** Waits for a mark and rests the pointer on it. */
  rest(place: Place, text: string, nth?: number): Promise<Point>;
  /** The open card, as it is now. */
  card(place: Place): Promise<Card | undefined>;
  /** Waits for a card to be open, and to say something if one says what. */
  openCard(place: Place, saying?: string): Promise<Card>;
  /** Every request of pages and of the extension since the start, the browser's own left out. */
  requests(): Promise<(NetworkRequest & { outside: boolean })[]>;
  /** Uncaught errors and console errors of a page that `page` opened, in words. */
  errors(page: Page): string[];
  /** Throws away, now, whatever a page no longer holds. */
  collectGarbage(page: Page): Promise<void>;
  /** Shows a page in the colours of the reader's system alone, or no longer so. */
  forceColours(page: Page, isOn: boolean): Promise<void>;
  /** Shows a page as to a reader who prefers light or dark colours. */
  preferColours(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  /** When the browser has ended, by `close` or by the person before it. */
  closed: Promise<void>;
  close(): Promise<void>;
};

type Options = Partial<Pick<EngineOptions, 'extension' | 'headless'>> & {
  /** A folder to keep the browser's files in, to start from them again. */
  profile?: string;
  /** Lets the browser reach the real network. */
  online?: boolean;
  /** What the reader has chosen. */
  settings?: Partial<Settings>;
};

/** Where a test counts marks, a word that comes again has its mark again. */
export const everyWord: Options = { settings: { occurrences: 'every' } };

export const builds: Record<BrowserName, string> = {
  chromium: fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url)),
  firefox: fileURLToPath(new URL('../../../.output/firefox-mv3', import.meta.url)),
};

export async function launch(browserName: BrowserName, options: Options = {}): Promise<Bedside> {
  const executable = findBrowser(browserName);
  if (!executable) throw new Error(`${browserName} is not installed; node scripts/set-up.mjs says how to get it`);
  const server = await startServer();
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'bedside-')));
  const start = browserName === 'chromium' ? startChromium : startFirefox;
  const engine = await start(executable, {
    extension: options.extension ?? builds[browserName],
    profile,
    headless: options.headless ?? true,
    ...(!options.online && { proxy: server.port }),
  });
  const extension = createExtension(engine, options.extension ?? builds[browserName]);
  if (!options.extension) await extension.welcomed();
  const change = (settings: Partial<Settings>): Promise<{ error?: string }> =>
    extension.call((to) => chrome.runtime.sendMessage({ bedside: 'change', with: to }), settings);
  if (options.settings) await change(options.settings);
  const closed = new Promise<void>((resolve) => engine.browser.once('disconnected', () => resolve()));
  const errors = new WeakMap<Page, string[]>();

  return {
    browserName,
    server,
    extension,
    async page(address) {
      const page = await engine.browser.newPage();
      const seen: string[] = [];
      errors.set(page, seen);
      page.on('pageerror', (error) => seen.push(error instanceof Error ? error.message : String(error)));
      page.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
      await page.goto(address.startsWith('/') ? server.at(address) : address);
      return page;
    },
    change,
    marks,
    async rest(place, text, nth) {
      const point = await pointOfMark(place, text, nth);
      await pageOf(place).mouse.move(point.x, point.y, { steps: 2 });
      return point;
    },
    card: (place) => readCard(engine, place),
    openCard: (place, saying = '') =>
      until(
        async () => {
          const card = await readCard(engine, place);
          if (card && !card.text.includes(saying)) throw new Error(`it says "${card.text}"`);
          return card;
        },
        saying ? `a card that says "${saying}"` : 'a card',
      ),
    requests: async () =>
      (await engine.requests()).map((request) => ({ ...request, outside: !server.owns(request.address) })),
    errors: (page) => errors.get(page) ?? [],
    collectGarbage: engine.collectGarbage,
    forceColours: engine.forceColours,
    async preferColours(page, scheme) {
      await engine.preferColours(page, scheme);
      await until(
        () => page.evaluate((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scheme),
        `${scheme} colours`,
      );
    },
    closed,
    async close() {
      await engine.browser.close();
      await server.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
