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

/**
 * Whether Bedside answers in the tab in front, after its script was run there once more: where it does not, the
 * tab's outermost document is none of ours.
 */
export function isRunning(bedside: Bedside): Promise<boolean> {
  return bedside.extension.inBackground(async ({ chrome }) => {
    const [tab] = await chrome.tabs.query({ active: true });
    const tabId = tab?.id ?? -1;
    const files = ['/content-scripts/page.js'];
    // Some documents are closed to extensions altogether.
    await chrome.scripting.executeScript({ target: { tabId }, files }).catch(() => undefined);
    const answer = chrome.tabs.sendMessage(tabId, { bedside: 'terms' }, { frameId: 0 });
    return answer.then(
      (reply) => reply !== undefined,
      () => false,
    );
  });
}
