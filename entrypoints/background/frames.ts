/**
 * The frames of a tab: which of them Bedside is to run in, and bringing it there. A frame is wanted when it
 * and every frame around it stand on a site that is on; about:, data: and blob: frames are of their parent's site.
 */
import { type Browser, browser } from 'wxt/browser';
import { type Send, sender, type ToPage } from '../../content/messages.ts';
import { isOnInAll, type Settings, siteOf } from '../../content/settings.ts';
import { beginScript, pageStyle, type ScriptPath } from './registration.ts';

/** A frame with the sites of itself and of all frames around it. */
export type Frame = { frameId: number; sites: string[] };

type Listed = { frameId: number; parentFrameId: number; url: string };

/** Works out every frame's sites from the browser's list of frames. */
export function framesFrom(listed: readonly Listed[]): Frame[] {
  const byId = new Map(listed.map((frame) => [frame.frameId, frame]));
  const sitesOf = (frame: Listed | undefined): string[] => {
    if (!frame) return [];
    const around = sitesOf(byId.get(frame.parentFrameId));
    const own = siteOf(frame.url.replace(/^blob:/, ''));
    return own === undefined ? around : [own, ...around];
  };
  return listed.map((frame) => ({ frameId: frame.frameId, sites: sitesOf(frame) }));
}

/** Speaks to one frame of a tab. */
export const toFrame = (tabId: number, frameId: number): Send<ToPage> =>
  sender<ToPage>((message) => browser.tabs.sendMessage(tabId, message, { frameId }));

/** Frames that Chromium leaves out of its list (those of blob: addresses), by tab, as they were come upon. */
const unlisted = new Map<number, Set<number>>();

export function forgetTab(tabId: number): void {
  unlisted.delete(tabId);
}

/** The frames of a tab in the browser's order, outer before inner; none where extensions have no access. */
export async function framesOf(tabId: number): Promise<Frame[]> {
  const listed = (await browser.webNavigation.getAllFrames({ tabId }).catch(() => undefined)) ?? [];
  const frames = framesFrom(listed);
  const top = frames.find(({ frameId }) => frameId === 0);
  const known = new Set(frames.map(({ frameId }) => frameId));
  const others = [...(unlisted.get(tabId) ?? [])].filter((frameId) => !known.has(frameId));
  return [...frames, ...others.map((frameId) => ({ frameId, sites: top?.sites ?? [] }))];
}

/**
 * Finds the frames of blob: addresses that Chromium's list lacks, by asking every frame for its protocol.
 * Only where every listed frame is on, so that a site that is off is not asked either.
 */
async function findUnlisted(tabId: number, settings: Settings): Promise<void> {
  const frames = await framesOf(tabId);
  if (!frames.every(({ sites }) => isOnInAll(settings, sites))) return;
  const answers = await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, func: () => location.protocol })
    .catch(() => []);
  const known = new Set(frames.map(({ frameId }) => frameId));
  const found = answers.filter(({ frameId, result }) => result === 'blob:' && !known.has(frameId));
  if (found.length > 0) unlisted.set(tabId, new Set(found.map(({ frameId }) => frameId)));
}

/** Makes a tab follow the settings: running frames ask again, in wanted ones Bedside begins. */
export async function follow(tabId: number, settings: Settings, blob = false): Promise<void> {
  if (blob) await findUnlisted(tabId, settings);
  await Promise.all(
    (await framesOf(tabId)).map(async ({ frameId, sites }) => {
      const isRunning = await toFrame(tabId, frameId)('follow').catch(() => false);
      if (!isRunning && isOnInAll(settings, sites)) await inject(tabId, frameId);
    }),
  );
}

/** Begins in a frame. A frame that may not be entered (a store, a viewer) stays as it is. */
async function inject(tabId: number, frameId: number): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  try {
    await browser.scripting.removeCSS({ target, files: [pageStyle] }).catch(() => undefined);
    await browser.scripting.insertCSS({ target, files: [pageStyle] });
    await browser.scripting.executeScript({ target, files: [beginScript] });
  } catch {
    // Not ours to enter: the browser's own pages, error pages, a frame that went meanwhile.
  }
}

/** Brings a script of ours to the very document that asks for it. Rejects where there is no such page's frame. */
export async function bring(
  script: ScriptPath,
  { tab, frameId, documentId }: Browser.runtime.MessageSender,
): Promise<void> {
  if (tab?.id === undefined || frameId === undefined) throw new Error(`${script}: only for a frame of a page`);
  // By the frame where the browser knows no ids of documents: an older Firefox.
  const target = documentId === undefined ? { frameIds: [frameId] } : { documentIds: [documentId] };
  await browser.scripting.executeScript({ target: { tabId: tab.id, ...target }, files: [script] });
}
