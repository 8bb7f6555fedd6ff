/** What Bedside promises a page: its DOM untouched, nothing sent, nothing kept. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';

const words = 'HLH is hemophagocytic lymphohistiocytosis. Her <b>ferri</b>tin was high, with splenomegaly.';
const pageOf = (script: string) => `<!doctype html><html lang="en"><head><title>A page</title>
  <style>p { font: 16px serif } p:nth-child(2) { color: navy }</style><script>${script}</script></head>
  <body class="page"><p>${words}</p><p id="second">The bone marrow showed hemophagocytosis.</p>
  <form><input name="parent" value="private words about ferritin"><textarea>fever</textarea></form>
  <div id="host"><template shadowrootmode="open"><p>In a shadow: ferritin and fibrinogen.</p></template></div>
  <svg width="90" height="20"><text y="15">ferritin</text></svg></body></html>`;

/** Runs in the page from its first line: notes whatever changes in it, as its own scripts could. */
function watchItself(): void {
  const seen: string[] = [];
  const name = (node: Node) => node.nodeName.toLowerCase();
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
      const what = [...addedNodes]
        .map((node) => `+${name(node)}`)
        .concat([...removedNodes].map((node) => `-${name(node)}`));
      seen.push(`${type} ${name(target)} ${attributeName ?? what.join(' ')}`);
    }
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // What the parser adds is the page's own.
  document.addEventListener('DOMContentLoaded', () => {
    observer.takeRecords();
    seen.length = 0;
  });
  Object.assign(window, { seen });
}

/** All that a page's script can read of its document: nodes, attributes, styles, boxes, names. */
function serialise(): string[] {
  const lines: string[] = [];
  const walk = (node: Node, depth: number) => {
    const indent = ' '.repeat(depth);
    if (!(node instanceof Element)) lines.push(`${indent}${node.nodeName} ${node.nodeValue}`);
    else {
      const { display, color, position, textDecorationLine, backgroundColor } = getComputedStyle(node);
      const { x, y, width, height } = node.getBoundingClientRect();
      const attributes = [...node.attributes].map((each) => `${each.name}=${each.value}`);
      const style = [display, color, position, textDecorationLine, backgroundColor, x, y, width, height];
      lines.push(`${indent}<${node.localName} ${attributes.join(' ')}> ${style.join(' ')}`);
      if (node.shadowRoot) walk(node.shadowRoot, depth + 1);
    }
    for (const child of node.childNodes) walk(child, depth + 1);
  };
  walk(document, 0);
  return [...lines, `${document.styleSheets.length} sheets`, `${document.activeElement?.localName} has the focus`];
}

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
  bedside.server.serve({ '/': pageOf(''), '/watching': pageOf(`(${watchItself})()`) });
});
afterAll(() => bedside?.close());

async function openAndCloseACard(page: Page): Promise<void> {
  await bedside.rest(page, 'hemophagocytosis');
  await bedside.openCard(page, 'hemophagocytosis');
  await page.keyboard.press('Escape');
  await until(async () => !(await bedside.card(page)), 'the card to close');
}

test('a page is the same, node for node, before Bedside ran and after a card was opened and closed', async () => {
  const page = await bedside.page('/');
  await bedside.extension.command('switch');
  await until(async () => (await bedside.marks(page)).length === 0, 'no marks');
  await page.reload();
  const before = await page.evaluate(serialise);
  const names = await page.evaluate(() => Object.getOwnPropertyNames(window).sort());
  await bedside.extension.command('switch');
  await openAndCloseACard(page);
  expect(await page.evaluate(serialise)).toEqual(before);
  expect(await page.evaluate(() => Object.getOwnPropertyNames(window).sort())).toEqual(names);
  expect(bedside.errors(page)).toEqual([]);
});

test('a page that watches itself sees one element come before a card and go with it, and nothing else', async () => {
  const page = await bedside.page('/watching');
  const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  await until(async () => (await bedside.marks(page)).includes('hemophagocytosis'), 'the marks');
  expect(await seen()).toEqual([]);
  await bedside.rest(page, 'hemophagocytosis');
  await bedside.openCard(page);
  const shown = ['childList html +bedside-card', 'attributes bedside-card inert'];
  expect(await seen()).toEqual(shown);
  await page.keyboard.press('Escape');
  await until(async () => !(await bedside.card(page)), 'the card to close');
  expect(await seen()).toEqual([...shown, 'childList html -bedside-card']);
});

test('nothing of a page is kept: the storage has settings only', async () => {
  const page = await bedside.page('/');
  await openAndCloseACard(page);
  const stored = await bedside.extension.call(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    sync: await chrome.storage.sync.get(null),
    databases: await indexedDB.databases(),
    page: localStorage.length,
  }));
  expect(Object.keys(stored.local)).toEqual(['settings']);
  expect(JSON.stringify(stored.local)).not.toMatch(/private|ferritin|hemophagocyt/);
  expect(stored).toMatchObject({ session: {}, sync: {}, databases: [], page: 0 });
});

test('a page can load nothing of the extension, and so cannot find out who has it', async () => {
  const page = await bedside.page('/');
  await bedside.rest(page, 'hemophagocytosis');
  await bedside.openCard(page);
  const manifest = await bedside.extension.call(() => chrome.runtime.getManifest());
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  const loaded = await page.evaluate(async (base) => {
    const files = [
      'manifest.json',
      'knowledge.json',
      'content-scripts/begin.js',
      'content-scripts/page.js',
      'content-scripts/card.js',
      'content-scripts/page.css',
      'icon/16.png',
    ];
    const answers = await Promise.allSettled(files.map((file) => fetch(base + file)));
    return answers.filter(({ status }) => status === 'fulfilled').length;
  }, bedside.extension.base);
  expect(loaded).toBe(0);
});

test('the extension has asked the network for nothing, all this while', async () => {
  const requests = await bedside.requests();
  expect(requests.filter(({ from }) => from === 'page').length).toBeGreaterThan(0);
  expect(requests.filter(({ from, outside }) => from === 'extension' || outside)).toEqual([]);
  expect(await bedside.extension.errors()).toEqual([]);
});
