/** The popup as its user has it: opened over the tab in front, read and pressed by what things are called. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import type { Bedside } from '../driver/launch.ts';
import { until } from '../driver/until.ts';

/** Opens the popup for the rest of a test, and waits until it says how things stand: then nothing in it moves. */
export async function openPopup(bedside: Bedside): Promise<Page> {
  const popup = await bedside.extension.popup();
  // It may have closed itself.
  onTestFinished(() => popup.close().catch(() => undefined));
  await until(
    () =>
      popup.evaluate(() => {
        const parts = ['.popup-switches', '.popup-lists :is(.page-term, p.quiet, p.failure)'];
        return parts.every((part) => document.querySelector(part));
      }),
    'the switches, and the terms or why there are none',
  );
  return popup;
}

/** Waits until the popup is gone. Firefox does not tell: it gives no more answers. */
export const closes = (popup: Page) =>
  until(() => popup.isClosed() || popup.evaluate(() => false).catch(() => true), 'the popup to close');

/** What assistive technology knows by this role and name, within a page or a part of one. */
export const named = (within: Page | ElementHandle<Node>, role: string, name: string) =>
  until(() => within.$(`::-p-aria([name="${name}"][role="${role}"])`), `the ${role} "${name}"`);

/** Clicks what has this role and name. */
export const press = async (popup: Page, role: string, name: string) => (await named(popup, role, name)).click();

/** Waits until the popup says something, anywhere in it. */
export const says = (popup: Page, sentence: string) =>
  until(() => popup.evaluate((wanted) => document.body.innerText.includes(wanted), sentence), `"${sentence}"`);

/** Types into whatever has the focus; gives the names of the results, best first, once nothing can be added. */
export async function search(popup: Page, words: string): Promise<string[]> {
  await until(() => popup.evaluate(() => document.activeElement?.localName === 'input'), 'the focus in the field');
  await popup.keyboard.type(words);
  return until(
    () =>
      popup.evaluate((typed) => {
        const names = [...document.querySelectorAll('[role=option] .result-name')].map((each) => each.textContent);
        const isBusy = document.querySelector('search[aria-busy=true]');
        return document.querySelector('input')?.value === typed && !isBusy && names.length > 0 && names;
      }, words),
    `results for "${words}"`,
  );
}

/** The heading of the card in the popup and what has the focus, in words; the heading is empty where there is none. */
export const shown = (popup: Page) =>
  popup.evaluate(() => ({
    card: document.querySelector('.card h2')?.textContent ?? '',
    focus: document.activeElement?.getAttribute('role') ?? document.activeElement?.textContent,
    chosen: document.querySelector('[role=option][aria-selected=true] .result-name')?.textContent,
    typed: document.querySelector('input')?.value,
  }));

/** The toolbar's badge over the tab that shows a page. */
export const badge = (bedside: Bedside, page: Page) =>
  bedside.extension.call(async (address) => {
    const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
    return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
  }, page.url());

export async function badgeIs(bedside: Bedside, page: Page, text: string): Promise<void> {
  let found = '';
  const isAsWanted = async () => {
    found = await badge(bedside, page);
    return found === text;
  };
  await until(isAsWanted, `the badge "${text}"`).catch((error) => {
    throw new Error(`${error.message}; the badge was "${found}"`, { cause: error });
  });
}
