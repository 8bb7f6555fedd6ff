/** Opens a page of its own for each test, and holds Bedside to what every page may expect of it. */
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { expect, onTestFinished } from 'vitest';
import type { PageTerm } from '../../../content/messages.ts';
import type { Bedside } from '../driver/launch.ts';
import type { Place } from '../driver/marks.ts';
import type { Answer } from '../driver/server.ts';
import { until } from '../driver/until.ts';

let pages = 0;

/** Serves a page at an address of its own, and opens it in a tab. A string is the inside of an HTML document. */
export async function show(bedside: Bedside, answer: Answer, host = 'localhost'): Promise<Page> {
  pages += 1;
  const path = `/page-${pages}`;
  bedside.server.serve({ [path]: typeof answer === 'string' ? inHtml(answer) : answer });
  const earlier = (await bedside.extension.errors()).length;
  const page = await bedside.page(bedside.server.at(path, host));
  onTestFinished(async () => {
    const errors = [...bedside.errors(page), ...(await bedside.extension.errors()).slice(earlier)];
    const requests = (await bedside.requests()).filter(({ from }) => from === 'extension');
    await page.close();
    expect({ errors, requests }).toEqual({ errors: [], requests: [] });
  });
  return page;
}

const inHtml = (inside: string) => `<!doctype html><html lang="en"><meta charset="utf-8">${inside}`;

/** Waits for exactly these marks, in document order. */
export async function expectMarks(bedside: Bedside, place: Place, wanted: readonly string[]): Promise<void> {
  let found: string[] = [];
  const isAsWanted = async () => {
    found = await bedside.marks(place);
    return isDeepStrictEqual(found, wanted);
  };
  await until(isAsWanted, 'the marks').catch(() => expect(found).toEqual(wanted));
}

/** How many ranges a frame has registered: more than its marks where something was marked twice. */
export const ranges = (place: Place): Promise<number> =>
  place.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));

/** Holds a document to what was sent: nothing in it was added, moved, wrapped or changed. */
export async function expectAsServed(place: Place): Promise<void> {
  const [now, served] = await place.evaluate(
    () =>
      new Promise<[string, string]>((resolve) => {
        // Unlike DOMParser, allowed on pages that demand Trusted Types.
        const request = new XMLHttpRequest();
        request.open('GET', location.href);
        request.responseType = 'document';
        const written = (of: Document | null) => (of ? new XMLSerializer().serializeToString(of) : '');
        request.onload = () => resolve([written(document), written(request.responseXML)]);
        request.send();
      }),
  );
  expect(now).toBe(served);
}

/** The terms of the page in front, as the popup would list them. */
export function pageTerms(bedside: Bedside): Promise<PageTerm[]> {
  return bedside.extension.call(async () => (await chrome.runtime.sendMessage({ bedside: 'pageTerms' })).answer);
}

/** The number of a page's tab. */
async function tabOf(bedside: Bedside, page: Page): Promise<number> {
  const find = async (address: string) => (await chrome.tabs.query({})).find(({ url }) => url === address)?.id ?? null;
  const tab = await bedside.extension.call(find, page.url());
  if (tab === null) throw new Error(`No tab shows ${page.url()}`);
  return tab;
}

/** Whether anything of ours listens in a page's outermost document; it answers to the extension alone. */
export async function isRunning(bedside: Bedside, page: Page): Promise<boolean> {
  const answer = (tab: number) =>
    chrome.tabs.sendMessage(tab, { bedside: 'terms' }, { frameId: 0 }).then(
      () => true,
      ({ message }: Error) => !message.includes('Receiving end does not exist'),
    );
  return bedside.extension.call(answer, await tabOf(bedside, page));
}

/** Whether the card script has come into a page's outermost document: it waits in our world, which no page sees. */
export async function hasCardScript(bedside: Bedside, page: Page): Promise<boolean> {
  const look = async (tabId: number) => {
    const func = () =>
      'createOpenCard' in ((globalThis as unknown as Record<symbol, object>)[Symbol.for('bedside')] ?? {});
    const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func });
    return answer?.result ?? false;
  };
  return bedside.extension.call(look, await tabOf(bedside, page));
}

/** Runs our script in a page once more. Some documents are closed to extensions altogether. */
export async function runAgain(bedside: Bedside, page: Page): Promise<void> {
  const run = (tabId: number) =>
    chrome.scripting.executeScript({ target: { tabId }, files: ['/content-scripts/page.js'] }).then(
      () => undefined,
      () => undefined,
    );
  await bedside.extension.call(run, await tabOf(bedside, page));
}
