/** Composes the background: settings, registration, frames, messages, commands, badge. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import type { Settings } from '../../content/settings.ts';
import { answerMessages } from './answers.ts';
import { forgetBadge, showBadge } from './badge.ts';
import { createMenu, listenForCommands } from './commands.ts';
import { follow, forgetTab } from './frames.ts';
import { createTurns } from './in-turn.ts';
import { openKnowledgeFile } from './knowledge-file.ts';
import { register } from './registration.ts';
import { createSettingsStore } from './settings-store.ts';

export default defineBackground({
  type: 'module',
  main() {
    const store = createSettingsStore();
    const inTurn = createTurns();

    /** What a page has to say of it, the page tells: the badge waits for none of that. */
    function refresh(tabId: number, settings: Settings): void {
      follow(tabId, settings);
      showBadge(tabId, store);
    }

    /** Done when pages that open from now on follow the settings; open tabs follow meanwhile, each at its own pace. */
    const settingsChanged = (): Promise<void> =>
      inTurn(async () => {
        const settings = await store.read();
        await register(settings);
        for (const { id } of await browser.tabs.query({})) {
          if (id !== undefined) refresh(id, settings);
        }
      });

    const commands = listenForCommands(store, settingsChanged);
    answerMessages({ store, knowledge: openKnowledgeFile(), commands, settingsChanged });

    browser.runtime.onInstalled.addListener(async ({ reason }) => {
      createMenu();
      await settingsChanged();
      if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as never) });
    });
    browser.runtime.onStartup.addListener(settingsChanged);
    // A page that opened before the registration stood, or that came back from the back-forward cache.
    browser.tabs.onUpdated.addListener(async (tabId, { status }) => {
      if (status !== 'complete') return;
      refresh(tabId, await store.read());
    });
    browser.tabs.onRemoved.addListener((tabId) => {
      forgetTab(tabId);
      forgetBadge(tabId);
    });
  },
});
