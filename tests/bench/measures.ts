/** What Bedside does to a page, measured on the built extension in a real browser: each a number of one kind. */
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../e2e/driver/launch.ts';
import type { BenchBrowser } from './browsers.ts';
import { generatePage } from './generate.ts';
import { bundledForms } from './glossaries.ts';
import { median } from './numbers.ts';
import { prefix, slicesOf } from './stopwatch.ts';
import { traceOf } from './trace.ts';
import floor from './variants/floor.ts';

export type Bench = {
  name: BrowserName;
  us: BenchBrowser;
  without: BenchBrowser;
  /** Bedside without a stopwatch; only where the browser tells enough by itself. */
  untimed?: BenchBrowser;
  repetitions: number;
};

/**
 * Notes when the first marks are there, when a card comes to be seen, and when the frame with it has been painted. A
 * card that is only prepared is inert.
 */
const watcher = `<script>
  (function look() {
    const marked = [...CSS.highlights].some(([name, { size }]) => name.startsWith('bedside-') && size > 0);
    if (marked) performance.mark('bench marked');
    else requestAnimationFrame(look);
  })();
  new MutationObserver((records) => {
    const isCard = (node) => node.localName === 'bedside-card' && !node.inert;
    if (!records.some(({ target, addedNodes }) => [target, ...addedNodes].some(isCard))) return;
    performance.mark('bench card');
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => performance.mark('bench painted');
    requestAnimationFrame(() => port2.postMessage(''));
  }).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ['inert'] });
</script>`;

const watching = (html: string) => html.replace('</head>', `${watcher}</head>`);

const small = generatePage(10_000, bundledForms);
const large = generatePage(4_000_000, bundledForms);
/** Large enough for 10,000 terms. */
const full = generatePage(3_000_000, bundledForms);
/** On the page of the insertions and removals. */
export const termsOnFullPage = full.terms;
const plain = generatePage(1_000_000, [], bundledForms);
/** What whoever follows a page cannot do without. */
const observer = '<script>new MutationObserver(() => {}).observe(document, { childList: true })</script>';

/** The pages by path. Those of `/watching/` have the watcher. */
export const pages: Record<string, string> = {
  '/large': large.html,
  '/full': full.html,
  '/observed': full.html.replace('</head>', `${observer}</head>`),
  '/plain': plain.html,
  '/empty': '<!doctype html><html lang="en"><title>Nothing</title></html>',
  '/watching/small': watching(small.html),
  '/watching/large': watching(large.html),
};

/** Does the same so many times, one after another. */
export async function times<T>(count: number, measure: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  while (all.length < count) all.push(await measure());
  return all;
}

export const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Our work on a page, in milliseconds for each of the browser's tasks, or of our calls where it tells no more. */
export function work({ name, us }: Bench, path: string) {
  return us.inPage(name === 'chromium' ? 'about:blank' : path, async (page) => {
    if (name === 'chromium') return traceOf(page, us.bedside.server.at(path), () => slicesOf(page));
    const slices = await slicesOf(page);
    const started = slices.filter((slice) => slice.name === 'start');
    return {
      tasks: slices.filter((slice) => slice.name !== 'start').map(({ duration }) => duration),
      start: sum(started.map(({ duration }) => duration)),
    };
  });
}

/**
 * The first script's run on a page, in milliseconds. Where the browser itself tells it, no stopwatch is around it: that
 * would be most of what runs.
 */
export async function startOf(bench: Bench, path: string): Promise<number> {
  const { untimed } = bench;
  if (!untimed) return (await work(bench, path)).start;
  const { start } = await untimed.inPage('about:blank', (page) =>
    traceOf(page, untimed.bedside.server.at(path), () => painted(page)),
  );
  if (start === 0) throw new Error(`Bedside did not start on ${path}`);
  return start;
}

/** When a mark of the page's own was set, in milliseconds. */
const timeOf = (page: Page, mark: string) =>
  page.evaluate((name) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN, mark);

/** From the script's start to the first painted marks. */
export const firstMarks = ({ us }: Bench, path: string) =>
  us.inPage(path, async (page) => {
    await page.bringToFront();
    await slicesOf(page);
    // Who marks nothing would keep every promise.
    if ((await us.bedside.marks(page)).length === 0) throw new Error(`Bedside marked nothing on ${path}`);
    return (await timeOf(page, 'bench marked')) - (await timeOf(page, `${prefix}start`));
  });

/** The page's own script: 4,000 insertions and removals, in milliseconds. */
export const insertAndRemove = (page: Page) => page.evaluate(insertAndRemoveHere);

function insertAndRemoveHere(): number {
  const paragraphs = [...document.querySelectorAll('p')];
  const start = performance.now();
  for (let count = 0; count < 4000; count += 1) {
    const added = document.createElement('b');
    added.textContent = 'added';
    paragraphs[count % paragraphs.length]?.append(added);
    added.remove();
  }
  return performance.now() - start;
}

/** Waits until a page has been laid out and painted: until then much of what it needs is not there. */
async function painted(page: Page): Promise<void> {
  await page.bringToFront();
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(resolve)))),
  );
}

/** Measures on a fresh page without us. */
export const withoutUs = ({ without }: Bench, path: string, measure: (page: Page) => Promise<number>) =>
  without.inPage(path, async (page) => {
    await painted(page);
    return measure(page);
  });

/** Measures on a fresh page when all our work on it is done. */
export const withUs = ({ us }: Bench, path: string, measure: (page: Page) => Promise<number>) =>
  us.inPage(path, async (page) => {
    await slicesOf(page);
    await painted(page);
    return measure(page);
  });

/** Measures in several ways, each in its turn, and gives the median of each. */
export async function inTurns<Way extends string>(
  count: number,
  ways: Record<Way, () => Promise<number>>,
): Promise<Record<Way, number>> {
  const names = Object.keys(ways) as Way[];
  const rounds = await times(count, async () => {
    const round = {} as Record<Way, number>;
    for (const name of names) round[name] = await ways[name]();
    return round;
  });
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]))])) as Record<
    Way,
    number
  >;
}

/** Megabytes of a page's heap once nothing is left to throw away. Chromium only. */
export async function heapOf(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  await client.send('HeapProfiler.collectGarbage');
  const usage = (await client.send('Runtime.getHeapUsage')) as unknown as Record<string, number>;
  return sum(['usedSize', 'embedderHeapUsedSize', 'backingStorageSize'].map((part) => usage[part] ?? 0)) / 1e6;
}

/** From the end of the pointer's rest on a word to the frame with the card. */
export const hover = ({ us }: Bench) =>
  us.inPage('/watching/small', async (page) => {
    await page.bringToFront();
    await slicesOf(page);
    const [word = ''] = await us.bedside.marks(page);
    await us.bedside.rest(page, word);
    await us.bedside.openCard(page);
    const slices = await slicesOf(page);
    const shown = await timeOf(page, 'bench card');
    const rested = slices.findLast(({ name, start }) => name === 'setTimeout' && start <= shown);
    return (await timeOf(page, 'bench painted')) - (rested?.start ?? Number.NaN);
  });

/** The floor: reading the text of a page without us and doing nothing with it. */
export const floorOf = ({ without }: Bench, path: string) =>
  without.inPage(path, (page) =>
    page.evaluate(timePass, String(floor({ tables: { letters: '', rest: '' }, forms: [] }))),
  );

/** Runs in the page. */
function timePass(source: string): number {
  const pass = new Function(`return (${source})()`);
  const start = performance.now();
  pass();
  return performance.now() - start;
}
