/** The browser's own registration of our first script: it makes the settings true for pages that open later. */
import { browser } from 'wxt/browser';
import { patterns, type Settings } from '../../content/settings.ts';

export const beginScript = '/content-scripts/begin.js';
export const pageStyle = '/content-scripts/page.css';
/** Registered nowhere: a frame asks for each of them when it wants it; see frames.ts. */
export const pageScript = '/content-scripts/page.js';
export const cardScript = '/content-scripts/card.js';
export type ScriptPath = typeof beginScript | typeof pageScript | typeof cardScript;

const id = 'page';

/** Where Bedside is to begin by itself; nothing where it is to run nowhere. */
export function registrationFor(settings: Settings) {
  const matches = settings.mode === 'except' ? ['<all_urls>'] : patterns(settings.on);
  if (settings.paused || matches.length === 0) return undefined;
  return {
    id,
    js: [beginScript],
    css: [pageStyle],
    matches,
    excludeMatches: settings.mode === 'except' ? patterns(settings.off) : [],
    // Frames inside a page are reached by frames.ts, which alone knows what site is around them.
    allFrames: false,
    runAt: 'document_idle' as const,
  };
}

/** Makes the registration follow the settings. */
export async function register(settings: Settings): Promise<void> {
  const wanted = registrationFor(settings);
  const [had] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (had) await browser.scripting.unregisterContentScripts({ ids: [id] });
  if (wanted) await browser.scripting.registerContentScripts([wanted]);
}
