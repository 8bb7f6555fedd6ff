/** The toolbar badge: how many terms the page has that the reader does not know, or that Bedside is off there. */
import { browser } from 'wxt/browser';
import { isOn, siteOf } from '../../content/settings.ts';
import { askFrames } from './page-terms.ts';
import type { SettingsStore } from './settings-store.ts';

/** Longer counts do not fit. */
const mostShown = 999;

/** The badges that were asked for so far, and which of them a tab shows. */
let asked = 0;
const shown = new Map<number, number>();

/**
 * Several may be under way for a tab, and a frame may answer late or never: each goes by the settings as they are
 * when the page has answered, and none replaces one that was asked for after it.
 */
export async function showBadge(tabId: number, store: Pick<SettingsStore, 'read'>): Promise<void> {
  asked += 1;
  const turn = asked;
  const terms = new Set((await askFrames(tabId, 'overview')).flatMap(({ answer }) => answer.terms));
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const settings = await store.read();
  if (!tab || turn < (shown.get(tabId) ?? 0)) return;
  shown.set(tabId, turn);
  const site = siteOf(tab.url ?? '');
  for (const id of settings.known) terms.delete(id);
  const isOff = site !== undefined && !isOn(settings, site);
  const text = isOff ? browser.i18n.getMessage('badgeOff') : written(terms.size);
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}

export function forgetBadge(tabId: number): void {
  shown.delete(tabId);
}

function written(count: number): string {
  if (count === 0) return '';
  return count > mostShown ? `${mostShown}+` : String(count);
}
