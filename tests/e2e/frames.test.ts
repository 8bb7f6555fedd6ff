/** Frames: every kind is read, each once, and a frame is ours only where it and all around it are on. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Settings } from '../../content/settings.ts';
import { type Bedside, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { expectAsServed, expectMarks, inHtml, show } from './pages/show.ts';
import { worldsOf } from './pages/worlds.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'));
});
afterAll(() => bedside?.close());

beforeEach(() => bedside.server.serve({ '/inner': inHtml('<p>The fibrinogen.') }));
afterEach(() => change({ mode: 'except', off: [], on: [], paused: false }));

const change = (settings: Partial<Settings>) =>
  bedside.extension.call((to) => chrome.runtime.sendMessage({ bedside: 'change', with: to }), settings);

/** How many ranges a frame has registered: more than its marks where something was marked twice. */
const ranges = (frame: Frame) =>
  frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));

/** The frame whose text has a word, however deep it is. */
const frameWith = (page: Page, word: string) =>
  until(async () => {
    for (const frame of page.frames()) {
      const text = await frame.evaluate(() => document.documentElement?.textContent).catch(() => '');
      if (frame !== page.mainFrame() && text?.includes(word)) return frame;
    }
    return undefined;
  }, `a frame with "${word}"`);

const inside = '<!doctype html><p>The fibrinogen.';
const kinds: Record<string, string> = {
  'of the same site': '<iframe src="/inner"></iframe>',
  'of another site': '<iframe src="OTHER/inner"></iframe>',
  'srcdoc': `<iframe srcdoc="${inside}"></iframe>`,
  'sandboxed': '<iframe sandbox src="/inner"></iframe>',
  'sandboxed srcdoc': `<iframe sandbox srcdoc="${inside}"></iframe>`,
  'data:': `<iframe src="data:text/html,${encodeURIComponent(inside)}"></iframe>`,
  'blob:': `<iframe></iframe><script>
      document.querySelector('iframe').src = URL.createObjectURL(new Blob(['${inside}'], { type: 'text/html' }));
    </script>`,
  'about:blank, written later': `<iframe></iframe><script>
      addEventListener('load', () => { document.querySelector('iframe').contentDocument.body.innerHTML = '${inside}'; });
    </script>`,
  'document.write': `<iframe></iframe><script>
      const { contentDocument } = document.querySelector('iframe');
      contentDocument.write('${inside}');
      contentDocument.close();
    </script>`,
  'in a frame of another site': '<iframe src="OTHER/nested"></iframe>',
  'in a shadow root': `<div><template shadowrootmode="open"><iframe src="/inner"></iframe></template></div>`,
  'added later': `<script>
      addEventListener('load', () => {
        const frame = document.createElement('iframe');
        frame.src = '/inner';
        document.body.append(frame);
      });
    </script>`,
};

async function showFrame(kind: string): Promise<Page> {
  bedside.server.serve({ '/nested': inHtml(`<p>The iframe: <iframe src="${bedside.server.at('/inner')}"></iframe>`) });
  return show(bedside, `<p>The ferritin.</p>${kinds[kind]?.replace('OTHER', bedside.server.other)}`);
}

test.for(Object.keys(kinds))('rows 5 to 7: a frame %s is marked once', async (kind) => {
  const page = await showFrame(kind);
  await expectMarks(bedside, page, ['ferritin']);
  const frame = await frameWith(page, 'fibrinogen');
  await expectMarks(bedside, frame, ['fibrinogen']);
  expect(await ranges(frame)).toBe(1);
  expect(await frame.$('bedside-card')).toBeNull();
});

test.for(Object.keys(kinds))('row 7: a frame %s obeys the switch of the site around it, at once', async (kind) => {
  await change({ off: [{ host: 'localhost', subdomains: false }] });
  const page = await showFrame(kind);
  const frame = await frameWith(page, 'fibrinogen');
  await expectOtherSiteMarked();
  await page.bringToFront();
  expect(await ranges(frame)).toBe(0);

  await change({ off: [] });
  await expectMarks(bedside, page, ['ferritin']);
  await expectMarks(bedside, frame, ['fibrinogen']);
  expect(await ranges(frame)).toBe(1);

  await change({ off: [{ host: 'localhost', subdomains: false }] });
  for (const each of [page.mainFrame(), frame]) {
    await until(async () => (await each.evaluate(() => CSS.highlights.size)) === 0, 'nothing of ours to be left');
  }
});

/** Shows that pages opened later have had their turn. */
async function expectOtherSiteMarked(): Promise<void> {
  const page = await show(bedside, '<p>The spleen.<iframe src="/inner"></iframe>', '127.0.0.1');
  await expectMarks(bedside, await frameWith(page, 'fibrinogen'), ['fibrinogen']);
}

test('a frame of a site that is off gets nothing of ours in a page that is on', async () => {
  await change({ off: [{ host: '127.0.0.1', subdomains: false }] });
  const off = `${bedside.server.other}/off`;
  bedside.server.serve({ '/off': inHtml('<p>The jaundice and ferritin.') });
  const page = await show(bedside, `<p>The ferritin.</p><iframe src="${off}"></iframe><iframe src="/inner"></iframe>`);
  await expectMarks(bedside, await frameWith(page, 'fibrinogen'), ['fibrinogen']);
  const frame = await frameWith(page, 'jaundice');
  expect(await ranges(frame)).toBe(0);
  await expectAsServed(frame);
  if (bedside.browserName === 'chromium') {
    expect(await worldsOf(page.mainFrame())).toContain('Bedside');
    expect(await worldsOf(frame)).not.toContain('Bedside');
  }

  await change({ off: [] });
  await expectMarks(bedside, frame, ['jaundice', 'ferritin']);
  await change({ off: [{ host: '127.0.0.1', subdomains: false }] });
  await expectMarks(bedside, frame, []);
  expect(await bedside.marks(page)).toEqual(['ferritin']);
});

test('a frame of a site that is on gets nothing of ours in a page that is off', async () => {
  await change({ off: [{ host: 'localhost', subdomains: false }] });
  const page = await show(bedside, `<p>The ferritin.</p><iframe src="${bedside.server.other}/inner"></iframe>`);
  const frame = await frameWith(page, 'fibrinogen');
  await expectOtherSiteMarked();
  await page.bringToFront();
  expect(await ranges(frame)).toBe(0);
  if (bedside.browserName === 'chromium') {
    for (const each of page.frames()) expect(await worldsOf(each)).not.toContain('Bedside');
  }
  await change({ off: [] });
  await expectMarks(bedside, frame, ['fibrinogen']);
});

test('row 4: the frames of a frameset are marked, and nothing is thrown', async () => {
  const page = await show(bedside, '<frameset cols="*,*"><frame src="/inner"><frame src="/inner"></frameset>');
  await until(() => page.frames().length === 3, 'the frames');
  for (const frame of page.frames().slice(1)) await expectMarks(bedside, frame, ['fibrinogen']);
  await expectAsServed(page);
});

test('row 5: a frame that is written anew after it was read is marked once, and its card opens', async () => {
  const page = await show(bedside, '<p>The ferritin.</p><iframe srcdoc="<p>The ferritin."></iframe>');
  await expectMarks(bedside, await frameWith(page, 'ferritin'), ['ferritin']);
  await page.evaluate(() => {
    const written = document.querySelector('iframe')?.contentDocument;
    written?.open();
    written?.write('<!doctype html><p>The fibrinogen.');
    written?.close();
  });
  const frame = await frameWith(page, 'fibrinogen');
  await expectMarks(bedside, frame, ['fibrinogen']);
  expect(await ranges(frame)).toBe(1);
  await bedside.rest(frame, 'fibrinogen');
  await bedside.openCard(frame, 'fibrinogen');
});
