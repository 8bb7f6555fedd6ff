/** What the background answers to pages and to the extension's own pages. */
import { type Browser, browser } from 'wxt/browser';
import { type Answers, listener, type PageState, permits, type ToBackground } from '../../content/messages.ts';
import { defaults, isChange, isOn, isOnInAll, know, markingOf, type Settings, siteOf } from '../../content/settings.ts';
import { showBadge } from './badge.ts';
import type { Commands } from './commands.ts';
import { bring, follow, framesOf, toFrame } from './frames.ts';
import type { KnowledgeFile } from './knowledge-file.ts';
import { askFrames, listTerms } from './page-terms.ts';
import { cardScript, pageScript, type ScriptPath } from './registration.ts';
import type { SettingsStore } from './settings-store.ts';

type Parts = {
  store: SettingsStore;
  knowledge: KnowledgeFile;
  commands: Commands;
  /** Makes open tabs and the registration follow changed settings. */
  settingsChanged(): Promise<void>;
};

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function answerMessages({ store, knowledge, commands, settingsChanged }: Parts): void {
  const answers: Answers<ToBackground, Browser.runtime.MessageSender> = {
    async begin(_, from) {
      const settings = await store.read();
      return { on: await isWanted(settings, from), ...markingOf(settings) };
    },
    cards: async ({ ids }) => (await knowledge.glossary()).cards(ids),
    async define({ text }) {
      const [id] = (await knowledge.search())(text);
      return id === undefined ? null : ((await knowledge.glossary()).cards([id])[0] ?? null);
    },
    page: (_, from) => bringWanted(pageScript, from),
    card: (_, from) => bringWanted(cardScript, from),
    async know({ id, known }) {
      // A term that an update took out of the glossary can still be brought back.
      if (known && !(await knowledge.glossary()).terms.has(id)) return false;
      await store.change((settings) => know(settings, id, known));
      await settingsChanged();
      return true;
    },
    names: async ({ ids }) => (await knowledge.glossary()).names(ids),
    async marked(_, { tab }) {
      if (tab?.id !== undefined) await showBadge(tab.id, store);
      return null;
    },
    async framed({ blob }, { tab }) {
      if (tab?.id !== undefined) await follow(tab.id, await store.read(), blob);
      return null;
    },
    state,
    async change(change) {
      if (!isChange(change)) throw new Error(`Not a setting, or not a value it can take: ${JSON.stringify(change)}`);
      await store.change(change);
      await settingsChanged();
      return state();
    },
    async pageTerms() {
      const tab = await commands.frontTab();
      return tab?.id === undefined ? [] : listTerms(await askFrames(tab.id, 'terms'), await knowledge.glossary());
    },
    async showOnPage({ id, frame }) {
      const tab = await commands.frontTab();
      const isShown = tab?.id !== undefined && (await toFrame(tab.id, frame)('show', { id }));
      // The word went meanwhile: the popup shows the card itself.
      if (!isShown) throw new Error(`${id} is no longer on the page`);
      return null;
    },
    pending: () => commands.takePending(),
  };

  /** The site may have been switched off since the script that asks came there. */
  async function bringWanted(script: ScriptPath, from: Browser.runtime.MessageSender): Promise<null> {
    if (!(await isWanted(await store.read(), from))) throw new Error(`${script}: off here`);
    await bring(script, from);
    return null;
  }

  async function state(): Promise<PageState> {
    return store.read().then(stateBy, (error) => ({
      settings: defaults,
      on: false,
      problem: browser.i18n.getMessage('problemStorage', [reason(error)]),
    }));
  }

  async function stateBy(settings: Settings): Promise<PageState> {
    const tab = await commands.frontTab();
    const site = tab && (await reachableSite(tab.id, tab.url));
    const problem = await knowledge.glossary().then(() => undefined, reason);
    return {
      settings,
      on: site !== undefined && isOn(settings, site),
      ...(site !== undefined && { site }),
      ...(problem !== undefined && { problem }),
    };
  }

  browser.runtime.onMessage.addListener(
    listener(
      answers,
      (name, parameters, { id, url }) => id === browser.runtime.id && permits(name, parameters, isOwnPage(url)),
    ) as never,
  );
}

/** Whether Bedside runs in the frame that sent a message. */
async function isWanted(settings: Settings, { tab, frameId, url }: Browser.runtime.MessageSender): Promise<boolean> {
  const frame = (await framesOf(tab?.id ?? -1)).find((one) => one.frameId === frameId);
  const sites =
    frame?.sites ?? [url, tab?.url].flatMap((address) => siteOf(address?.replace(/^blob:/, '') ?? '') ?? []);
  return isOwnPage(url) || isOnInAll(settings, sites);
}

/** Whether an address is of a page of the extension itself. */
const isOwnPage = (address: string | undefined) => address?.startsWith(browser.runtime.getURL('')) ?? false;

/** The site of a tab, where the browser lets extensions in: not its own pages, stores and PDF viewers. */
async function reachableSite(tabId: number | undefined, address: string | undefined): Promise<string | undefined> {
  const site = siteOf(address ?? '');
  if (site === undefined || tabId === undefined) return undefined;
  const canRun = await browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType }).then(
    ([answer]) => answer?.result !== 'application/pdf',
    () => false,
  );
  return canRun ? site : undefined;
}
