/** Frames: every kind is read, each once, and a frame is ours only where it and all around it are on. */
import { isDeepStrictEqual } from 'node:util';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { expectAsServed, expectMarks, ranges, show } from './pages/show.ts';
import { worldsOf } from './pages/worlds.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
});
afterAll(() => bedside?.close());

beforeEach(() =>
  bedside.server.serve({
    '/inner': ({ url }) => inner(decodeURIComponent(url?.split('?')[1] ?? '')),
    '/nested': ({ headers }) =>
      `<title>outer</title><iframe src="//localhost:${headers.host?.split(':')[1]}/inner?nested"></iframe>`,
  }),
);
afterEach(() => bedside.change({ mode: 'except', off: [], on: [], paused: false }));

const off = (host: string) => bedside.change({ off: [{ host, subdomains: false }] });

/** What stands in a frame, by whose title it is found again. */
const inner = (title: string) => `<!doctype html><title>${title}</title><p>The fibrinogen.</p>`;

/** Every kind of frame, on a page of localhost. */
const kinds: Record<string, (title: string) => string> = {
  'same site': (title) => `<iframe src="/inner?${title}"></iframe>`,
  'another site': (title) => `<iframe src="${bedside.server.other}/inner?${title}"></iframe>`,
  srcdoc: (title) => `<iframe srcdoc="${inner(title)}"></iframe>`,
  sandboxed: (title) => `<iframe sandbox src="/inner?${title}"></iframe>`,
  'sandboxed srcdoc': (title) => `<iframe sandbox srcdoc="${inner(title)}"></iframe>`,
  data: (title) => `<iframe src="data:text/html,${encodeURIComponent(inner(title))}"></iframe>`,
  blob: (title) => `<iframe id="blob"></iframe><script>
      document.querySelector('#blob').src = URL.createObjectURL(new Blob(['${inner(title)}'], { type: 'text/html' }));
    </script>`,
  'about:blank, filled later': (title) => `<iframe id="blank"></iframe><script>
      addEventListener('load', () => {
        document.querySelector('#blank').contentDocument.body.innerHTML = '${inner(title)}';
      });
    </script>`,
  'document.write': (title) => `<iframe id="written"></iframe><script>
      const written = document.querySelector('#written').contentDocument;
      written.write('${inner(title)}');
      written.close();
    </script>`,
  nested: () => `<iframe src="${bedside.server.other}/nested"></iframe>`,
  'in a shadow root': (title) =>
    `<span><template shadowrootmode="open"><iframe src="/inner?${title}"></iframe></template></span>`,
  'added later': (title) => `<p id="later"></p><script>
      addEventListener('load', () => {
        const frame = document.createElement('iframe');
        frame.src = '/inner?${title}';
        document.querySelector('#later').append(frame);
      });
    </script>`,
};

/** Frames of every kind, all in view: what is out of it is not marked. */
const showKinds = () =>
  show(
    bedside,
    `<style>iframe { width: 140px; height: 70px }</style><p>The ferritin.</p>
    ${Object.entries(kinds)
      .map(([title, frame]) => frame(title))
      .join('\n')}`,
  );

const frameOf = (page: Page, title: string): Promise<Frame> =>
  until(async () => {
    for (const frame of page.frames()) {
      if ((await frame.evaluate(() => document.title).catch(() => '')) === title) return frame;
    }
    return undefined;
  }, `the frame "${title}"`);

/** Waits until each kind of frame has so many ranges of ours, and the page has none or one. */
async function expectInKinds(page: Page, count: 0 | 1): Promise<void> {
  const wanted = Object.fromEntries(['page', ...Object.keys(kinds)].map((title) => [title, count]));
  const frames = await Promise.all(Object.keys(kinds).map((title) => frameOf(page, title)));
  let found: Record<string, number> = {};
  const isAsWanted = async () => {
    const counts = await Promise.all([page, ...frames].map(ranges));
    found = Object.fromEntries(Object.keys(wanted).map((title, index) => [title, counts[index] ?? -1]));
    return isDeepStrictEqual(found, wanted);
  };
  await until(isAsWanted, 'the marks').catch(() => expect(found).toEqual(wanted));
}

test('rows 5 to 7: a frame of every kind is marked, once', async () => {
  const page = await showKinds();
  await expectInKinds(page, 1);
  for (const title of Object.keys(kinds)) {
    expect(await bedside.marks(await frameOf(page, title))).toEqual(['fibrinogen']);
  }
});

test('row 7: frames obey the switch of the site around them, at once', async () => {
  await off('localhost');
  const page = await showKinds();
  await expectInKinds(page, 0);
  await expectOtherSiteMarked();
  await page.bringToFront();
  await expectInKinds(page, 0);
  await bedside.change({ off: [] });
  await expectInKinds(page, 1);
  await off('localhost');
  await expectInKinds(page, 0);
  for (const frame of page.frames()) expect(await frame.evaluate(() => CSS.highlights.size)).toBe(0);
});

/** Shows that pages opened earlier have had their turn. */
async function expectOtherSiteMarked(): Promise<void> {
  const page = await show(bedside, '<p>The spleen.<iframe src="/inner?later"></iframe>', '127.0.0.1');
  await expectMarks(bedside, await frameOf(page, 'later'), ['fibrinogen']);
}

test('a frame that comes late is marked in a page that has no text of its own', async () => {
  const page = await show(bedside, '<form><input name="localName"></form>');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/inner?alone';
    document.body.append(frame);
  });
  await expectMarks(bedside, await frameOf(page, 'alone'), ['fibrinogen']);
});

test('a frame of a site that is off gets nothing of ours in a page that is on', async () => {
  await off('127.0.0.1');
  const page = await show(
    bedside,
    `<p>The ferritin.</p><iframe src="${bedside.server.other}/inner?off"></iframe><iframe src="/inner?on"></iframe>`,
  );
  await expectMarks(bedside, await frameOf(page, 'on'), ['fibrinogen']);
  const frame = await frameOf(page, 'off');
  expect(await ranges(frame)).toBe(0);
  await expectAsServed(frame);
  if (bedside.browserName === 'chromium') {
    expect(await worldsOf(page.mainFrame())).toContain('Bedside');
    expect(await worldsOf(frame)).not.toContain('Bedside');
  }

  await bedside.change({ off: [] });
  await expectMarks(bedside, frame, ['fibrinogen']);
  await off('127.0.0.1');
  await expectMarks(bedside, frame, []);
  expect(await bedside.marks(page)).toEqual(['ferritin']);
});

test('a frame of a site that is on gets nothing of ours in a page that is off', async () => {
  await off('localhost');
  const page = await show(bedside, `<p>The ferritin.</p><iframe src="${bedside.server.other}/inner?on"></iframe>`);
  const frame = await frameOf(page, 'on');
  await expectOtherSiteMarked();
  await page.bringToFront();
  expect(await ranges(frame)).toBe(0);
  if (bedside.browserName === 'chromium') {
    for (const each of page.frames()) expect(await worldsOf(each)).not.toContain('Bedside');
  }
  await bedside.change({ off: [] });
  await expectMarks(bedside, frame, ['fibrinogen']);
});

test('row 4: the frames of a frameset are marked, and nothing is thrown', async () => {
  const page = await show(bedside, '<frameset cols="*,*"><frame src="/inner"><frame src="/inner"></frameset>');
  await until(() => page.frames().length === 3, 'the frames');
  for (const frame of page.frames().slice(1)) await expectMarks(bedside, frame, ['fibrinogen']);
  await expectAsServed(page);
});

test('row 5: a frame that is written anew after it was read is marked once, and its card opens', async () => {
  const page = await show(
    bedside,
    '<p>The ferritin.</p><iframe srcdoc="<title>first</title><p>The ferritin."></iframe>',
  );
  await expectMarks(bedside, await frameOf(page, 'first'), ['ferritin']);
  await page.evaluate(() => {
    const written = document.querySelector('iframe')?.contentDocument;
    written?.open();
    written?.write('<!doctype html><title>second</title><p>The fibrinogen.');
    written?.close();
  });
  const frame = await frameOf(page, 'second');
  await expectMarks(bedside, frame, ['fibrinogen']);
  expect(await ranges(frame)).toBe(1);
  await bedside.rest(frame, 'fibrinogen');
  await bedside.openCard(frame, 'fibrinogen');
});
