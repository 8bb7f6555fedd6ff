/** Keyboard commands and the context menu, which end in a card on the page or in the popup. */
import { type Browser, browser } from 'wxt/browser';
import { isOn, siteOf, switchSite } from '../../content/settings.ts';
import { toFrame } from './frames.ts';
import { askFrames } from './page-terms.ts';
import type { SettingsStore } from './settings-store.ts';

export type Commands = {
  /** The tab that the reader looks at. */
  frontTab(): Promise<Browser.tabs.Tab | undefined>;
  /** What the popup was opened to search for; asked for once. */
  takePending(): string;
};

const menuId = 'define';

/** Puts our line into the context menu of selected words. */
export function createMenu(): void {
  browser.contextMenus.removeAll().then(() =>
    browser.contextMenus.create({
      id: menuId,
      contexts: ['selection'],
      title: browser.i18n.getMessage('menuDefine'),
    }),
  );
}

export function listenForCommands(store: SettingsStore, settingsChanged: () => Promise<void>): Commands {
  let pending = '';

  const frontTab = async () => (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];

  async function openPopup(search: string): Promise<void> {
    pending = search;
    // Not possible without a browser window in front: then the popup's page does the same in a tab.
    await browser.action
      .openPopup()
      .catch(() => browser.tabs.create({ url: browser.runtime.getURL('/popup.html' as never) }));
  }

  /** Goes on from the frame the reader is in, then through the others, round to the first again. */
  async function step(tabId: number, by: 1 | -1): Promise<void> {
    const frames = await askFrames(tabId, 'overview');
    const current = Math.max(
      0,
      frames.findIndex(({ answer }) => answer.current),
    );
    const inFrame = (index: number, fresh: boolean) => {
      const frame = frames.at(index % frames.length)?.frame;
      return frame === undefined ? Promise.resolve(false) : toFrame(tabId, frame)('step', { by, fresh });
    };
    if (frames.length === 0 || (await inFrame(current, false))) return;
    for (let n = 1; n <= frames.length; n += 1) {
      if (await inFrame((current + by * n + frames.length * n) % frames.length, true)) return;
    }
  }

  const focusedFirst = async (tabId: number) =>
    (await askFrames(tabId, 'overview'))
      .sort((a, b) => Number(b.answer.current) - Number(a.answer.current))
      .map(({ frame }) => frame);

  /** Defines the selected words on the page; in the popup where the page cannot. */
  async function define(tabId: number, frameId?: number, text?: string): Promise<void> {
    const frames = frameId === undefined ? await focusedFirst(tabId) : [frameId];
    for (const frame of frames) {
      const isShown = await toFrame(tabId, frame)('define', text === undefined ? {} : { text }).catch(() => false);
      if (isShown) return;
    }
    await openPopup(text ?? '');
  }

  async function switchFrontSite(tab: Browser.tabs.Tab): Promise<void> {
    const site = siteOf(tab.url ?? '');
    if (site === undefined) return;
    await store.change((settings) => ({ ...switchSite(settings, site, !isOn(settings, site)), paused: false }));
    await settingsChanged();
  }

  browser.commands.onCommand.addListener(async (command) => {
    const tab = await frontTab();
    if (tab?.id === undefined) return;
    if (command === 'next') await step(tab.id, 1);
    if (command === 'previous') await step(tab.id, -1);
    if (command === 'define') await define(tab.id);
    if (command === 'switch') await switchFrontSite(tab);
  });

  browser.contextMenus.onClicked.addListener(async ({ menuItemId, selectionText, frameId }, tab) => {
    if (menuItemId === menuId && tab?.id !== undefined) await define(tab.id, frameId ?? 0, selectionText);
  });

  return {
    frontTab,
    takePending() {
      const search = pending;
      pending = '';
      return search;
    },
  };
}
