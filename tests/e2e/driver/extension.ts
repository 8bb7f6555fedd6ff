/** The installed extension from inside: its pages, its own API, its life. */
import type { Page } from 'puppeteer-core';
import type { Engine } from './engine.ts';
import { soon, until } from './until.ts';

export type Extension = {
  /** Address of its root, with the last slash. */
  base: string;
  /** Opens one of its pages in a tab: in front, or behind the page that is in front. */
  open(path: string, options?: { background?: boolean }): Promise<Page>;
  /**
   * The popup for the tab in front. In Chromium the real one, by the toolbar button; in Firefox, which does not let
   * its popup be driven, the same page in a tab behind.
   */
  popup(): Promise<Page>;
  /** Calls a function with `chrome` at hand, inside the extension. Its parameters and answer travel as JSON. */
  call<T, A extends unknown[]>(ask: (...given: A) => T, ...given: A): Promise<Awaited<T>>;
  /** Waits until it has set itself up, and closes the welcome page that it opens then, in front of everything. */
  welcomed(): Promise<void>;
  /** Calls a function with the global object of the background script, waking it. Its answer travels as JSON. */
  inBackground<T>(ask: (scope: typeof globalThis) => T): Promise<Awaited<T>>;
  /** Fires a keyboard command, as its keys do. */
  command(name: string): Promise<void>;
  /** Chooses our line of the context menu, for words selected in a frame. */
  chooseMenu(selected: string, frameId?: number): Promise<void>;
  /** Installs it again over itself, as an update does. */
  reload(): Promise<void>;
  /** Ends its background script, as the browser does when it has been idle. */
  stopWorker(): Promise<void>;
  /** Uncaught errors of its background script and its pages. */
  errors(): Promise<string[]>;
};

const popup = 'popup.html';

export function createExtension(engine: Engine, path: string): Extension {
  const { browser, base } = engine;
  let inside: Page | undefined;

  async function open(file: string, { background = false } = {}): Promise<Page> {
    const page = await browser.newPage({ background });
    // Firefox opens the page and never says so.
    page.goto(base + file).catch(() => undefined);
    await until(
      () =>
        soon(
          page.evaluate((address) => document.readyState === 'complete' && location.href === address, base + file),
          file,
          1000,
        ),
      `${file} to open`,
    );
    return page;
  }

  const call: Extension['call'] = async (ask, ...given) => {
    // A document of the extension's that does nothing by itself.
    inside ??= await open('manifest.json', { background: true });
    return (await inside.evaluate(ask as never, ...(given as unknown[] as never[]))) as never;
  };

  /** A background script that sleeps is woken by a message. */
  const wake = () => call(() => chrome.runtime.sendMessage({ bedside: 'state' }).catch(() => undefined));

  return {
    base,
    open,
    call,
    async inBackground(ask) {
      await wake();
      if (engine.inBackground) return (await engine.inBackground(`(${ask})(globalThis)`)) as never;
      return (await inside?.evaluate(`chrome.runtime.getBackgroundPage().then(${ask})`)) as never;
    },
    async command(name) {
      await wake();
      await engine.command(name);
    },
    async chooseMenu(selected, frameId = 0) {
      await wake();
      await engine.chooseMenu(selected, frameId);
    },
    async popup() {
      const real = await engine.openPopup(() => call(() => chrome.action.openPopup()), popup);
      return real ?? open(popup, { background: true });
    },
    async welcomed() {
      await until(
        () =>
          call(async () => {
            const tabs = await chrome.tabs.query({ url: chrome.runtime.getURL('welcome.html') });
            await Promise.all(tabs.map(({ id = -1 }) => chrome.tabs.remove(id)));
            return tabs.length > 0;
          }),
        'the welcome page',
      );
    },
    async reload() {
      await inside?.close();
      inside = undefined;
      await browser.installExtension(path);
      await call(() => chrome.runtime.id);
    },
    stopWorker: engine.stopWorker,
    errors: engine.extensionErrors,
  };
}
