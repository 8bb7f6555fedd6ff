/** The browser's own registration of the page script: it makes the settings true for pages that open later. */
import { browser } from 'wxt/browser';
import { patterns, type Settings } from '../../content/settings.ts';

export const pageScript = '/content-scripts/page.js';
export const pageStyle = '/content-scripts/page.css';
/** Registered nowhere: a frame's page script asks for it; see frames.ts. */
export const cardScript = '/content-scripts/card.js';

const id = 'page';

/** Where the page script is to run by itself; nothing where it is to run nowhere. */
export function registrationFor(settings: Settings) {
  const matches = settings.mode === 'except' ? ['<all_urls>'] : patterns(settings.on);
  if (settings.paused || matches.length === 0) return undefined;
  return {
    id,
    js: [pageScript],
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
