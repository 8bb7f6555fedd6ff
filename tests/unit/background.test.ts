/** What the background answers about the choice of words and the card, over a browser that remembers what it was told. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createGlossary } from '../../content/glossary.ts';
import { sender, type ToBackground } from '../../content/messages.ts';
import { defaults, type Settings } from '../../content/settings.ts';
import { answerMessages } from '../../entrypoints/background/answers.ts';
import { showBadge } from '../../entrypoints/background/badge.ts';

type Listener = (message: unknown, from: unknown, reply: (answer: unknown) => void) => unknown;

const { fake, heard } = vi.hoisted(() => {
  const heard = {
    listener: (() => undefined) as Listener,
    badge: '',
    frames: [] as { terms: unknown[]; url?: string }[],
    injected: [] as unknown[],
  };
  const fake = {
    runtime: {
      id: 'bedside',
      getURL: (path: string) => `extension://bedside${path || '/'}`,
      onMessage: {
        addListener: (listener: Listener) => {
          heard.listener = listener;
        },
      },
    },
    tabs: {
      get: async () => ({ url: 'https://a.example/' }),
      query: async () => [],
      sendMessage: async (_tab: number, _message: unknown, { frameId }: { frameId: number }) => ({
        answer: { current: false, ...heard.frames[frameId] },
      }),
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => {
        heard.badge = text;
      },
    },
    webNavigation: {
      getAllFrames: async () =>
        heard.frames.map(({ url }, frameId) => ({
          frameId,
          parentFrameId: frameId - 1,
          url: url ?? 'https://a.example/',
        })),
    },
    scripting: {
      executeScript: async (injection: unknown) => {
        heard.injected.push(injection);
        return [];
      },
    },
  };
  return { fake, heard };
});
vi.mock('wxt/browser', () => ({ browser: fake }));

const term = (id: string, name: string) => ({
  id,
  name,
  group: 'tests',
  also: [],
  forms: [],
  plain: 'A word.',
  figures: [],
  parts: [],
  unlike: [],
  related: [],
  sources: [],
  written: '2026-11-23',
});
const glossary = createGlossary({
  count: 2,
  groups: {},
  terms: [term('fever', 'fever'), term('hlh', 'HLH')],
  sources: {},
  parts: {},
  pictures: {},
});

let settings: Settings;
const settingsChanged = vi.fn(async () => undefined);

/** Asks as a page's frame or, without an address, as one of the extension's own pages. */
const ask = (url = 'extension://bedside/options.html', from: object = { tab: { id: 1 }, frameId: 0 }) =>
  sender<ToBackground>(
    (message) => new Promise((reply) => heard.listener(message, { id: 'bedside', url, ...from }, reply)),
  );
const fromPage = ask('https://a.example/');

beforeEach(() => {
  settings = { ...defaults, known: ['fever'] };
  settingsChanged.mockClear();
  heard.frames = [{ terms: [] }];
  heard.injected = [];
  answerMessages({
    store: {
      read: async () => settings,
      async change(change) {
        settings = { ...settings, ...(typeof change === 'function' ? change(settings) : change) };
        return settings;
      },
    },
    knowledge: { glossary: async () => glossary, search: async () => () => [] },
    commands: { frontTab: async () => undefined, takePending: () => '' },
    settingsChanged,
  });
});

test('a frame that begins is told which words are marked how', async () => {
  settings = { ...settings, sure: 'generous', occurrences: 'page', look: 'tint' };
  expect(await fromPage('begin')).toEqual({
    on: true,
    look: 'tint',
    occurrences: 'page',
    sure: 'generous',
    known: ['fever'],
  });
});

describe('a term that the reader knows', () => {
  test('on a page is kept, and open tabs are told', async () => {
    expect(await fromPage('know', { id: 'hlh', known: true })).toBe(true);
    expect(settings.known).toEqual(['fever', 'hlh']);
    expect(settingsChanged).toHaveBeenCalledOnce();
  });

  test('is none where the glossary has no such term', async () => {
    expect(await fromPage('know', { id: 'xqzw', known: true })).toBe(false);
    expect(await fromPage('know', { id: 'constructor', known: true })).toBe(false);
    expect(settings.known).toEqual(['fever']);
    expect(settingsChanged).not.toHaveBeenCalled();
  });

  test('is not brought back by a page', async () => {
    await expect(fromPage('know', { id: 'fever', known: false })).rejects.toThrow('know: refused');
    expect(settings.known).toEqual(['fever']);
  });

  test('is brought back by a page of ours, even one that the glossary no longer has', async () => {
    settings = { ...settings, known: ['fever', 'gone'] };
    expect(await ask()('know', { id: 'fever', known: false })).toBe(true);
    expect(await ask()('know', { id: 'gone', known: false })).toBe(true);
    expect(settings.known).toEqual([]);
    expect(settingsChanged).toHaveBeenCalledTimes(2);
  });
});

test('a changed choice of words is told to open tabs', async () => {
  await ask()('change', { sure: 'generous' });
  await ask()('change', { occurrences: 'every' });
  await ask()('change', { known: [] });
  expect(settings).toEqual({ ...defaults, sure: 'generous', occurrences: 'every' });
  expect(settingsChanged).toHaveBeenCalledTimes(3);
});

test('names are for pages of ours, of the terms that there are', async () => {
  expect(await ask()('names', { ids: ['hlh', 'gone', 'fever'] })).toEqual([
    { id: 'hlh', name: 'HLH' },
    { id: 'fever', name: 'fever' },
  ]);
  await expect(fromPage('names', { ids: ['hlh'] })).rejects.toThrow('names: refused');
});

test.each([
  [['fever', 'hlh'], '1'],
  [['hlh'], '1'],
  [['fever'], ''],
])('of the terms %j, the badge counts "%s": the known one is left out', async (ids, text) => {
  heard.frames = [{ terms: ids }, { terms: ['fever'] }];
  await showBadge(1, { read: async () => settings });
  expect(heard.badge).toBe(text);
});

describe('several badges under way', () => {
  const store = { read: async () => settings };

  test('each goes by the settings as they are when the page has answered', async () => {
    heard.frames = [{ terms: ['fever', 'hlh'] }];
    const badge = showBadge(1, store);
    settings = { ...settings, known: ['fever', 'hlh'] };
    await badge;
    expect(heard.badge).toBe('');
  });

  test('none replaces one that was asked for after it', async () => {
    const late = Promise.withResolvers<unknown>();
    const send = vi.spyOn(fake.tabs, 'sendMessage').mockImplementationOnce(() => late.promise as never);
    const first = showBadge(1, store);
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
    heard.frames = [{ terms: ['hlh'] }];
    await showBadge(1, store);
    late.resolve({ answer: { current: false, terms: [] } });
    await first;
    expect(heard.badge).toBe('1');
  });
});

describe.each(['page', 'card'] as const)('the %s script', (script) => {
  const files = [`/content-scripts/${script}.js`];
  const frame = { tab: { id: 1 }, frameId: 1 };

  test('comes into the document that asks for it, and into no other of its frame', async () => {
    heard.frames = [{ terms: [] }, { terms: [] }];
    expect(await ask('https://a.example/', { ...frame, documentId: 'D' })(script)).toBeNull();
    expect(heard.injected).toEqual([{ target: { tabId: 1, documentIds: ['D'] }, files }]);
  });

  test('comes into the frame that asks where documents have no ids', async () => {
    heard.frames = [{ terms: [] }, { terms: [] }];
    expect(await ask('https://a.example/', frame)(script)).toBeNull();
    expect(heard.injected).toEqual([{ target: { tabId: 1, frameIds: [1] }, files }]);
  });

  test.each<[string, Partial<Settings>]>([
    ['its site', { off: [{ host: 'b.example', subdomains: true }] }],
    ['a site around it', { off: [{ host: 'a.example', subdomains: true }] }],
    ['everything', { paused: true }],
  ])('comes nowhere once %s is off', async (_what, off) => {
    heard.frames = [{ terms: [] }, { terms: [], url: 'https://b.example/' }];
    settings = { ...settings, ...off };
    await expect(ask('https://b.example/', frame)(script)).rejects.toThrow(`${files[0]}: off here`);
    expect(heard.injected).toEqual([]);
  });

  test('is not for what is no tab', async () => {
    await expect(ask(undefined, {})(script)).rejects.toThrow(`${files[0]}: only for a frame`);
    expect(heard.injected).toEqual([]);
  });

  test('is refused with parameters: nobody names another frame', async () => {
    const reply = new Promise((done) =>
      heard.listener({ bedside: script, with: { frameId: 0 } }, { id: 'bedside', url: 'https://a.example/' }, done),
    );
    expect(await reply).toEqual({ error: `${script}: refused` });
  });
});
