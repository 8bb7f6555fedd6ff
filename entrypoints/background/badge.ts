/** The toolbar badge: how many terms the page has that the reader does not know, or that Bedside is off there. */
import { browser } from 'wxt/browser';
import { isOn, type Settings, siteOf } from '../../content/settings.ts';
import { askFrames } from './page-terms.ts';

/** Longer counts do not fit. */
const mostShown = 999;

export async function showBadge(tabId: number, settings: Settings): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (!tab) return;
  const site = siteOf(tab.url ?? '');
  const text =
    site === undefined
      ? ''
      : isOn(settings, site)
        ? await count(tabId, settings.known)
        : browser.i18n.getMessage('badgeOff');
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}

async function count(tabId: number, known: readonly string[]): Promise<string> {
  const terms = new Set((await askFrames(tabId, 'overview')).flatMap(({ answer }) => answer.terms));
  for (const id of known) terms.delete(id);
  if (terms.size === 0) return '';
  return terms.size > mostShown ? `${mostShown}+` : String(terms.size);
}
