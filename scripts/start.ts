/**
 * `npm start [address or file] [-- --firefox]`: builds Bedside and opens a real browser with it. Without a display
 * it prints what is marked on the page, and leaves a picture of it with a card open.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { extname, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { Knowledge } from '../content/glossary.ts';
import type { PageTerm } from '../content/messages.ts';
import { firstSentence } from '../content/sentences.ts';
import { type Bedside, builds, launch } from '../tests/e2e/driver/launch.ts';
import { until } from '../tests/e2e/driver/until.ts';
import { needBrowsers } from './browsers.mjs';
import { build, root } from './run.ts';

const picture = `${root}.output/start.png` as const;
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.pdf': 'application/pdf',
};

const { values, positionals } = parseArgs({
  options: { firefox: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const browserName = values.firefox ? 'firefox' : 'chromium';
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

process.exitCode = await start(positionals[0] ?? `${root}docs/sample.html`);

async function start(asked: string): Promise<number> {
  const isFile = existsSync(asked);
  const address = isFile ? '/' : asAddress(asked);
  if (!address) {
    console.error(`There is no file ${asked}, and it is no address either.`);
    return 1;
  }
  if (!needBrowsers([browserName])) return 1;
  console.log('Building Bedside …');
  const built = await build(browserName === 'chromium' ? 'chrome' : 'firefox');
  if (!built.ok) {
    console.error(built.output);
    return 1;
  }
  const bedside = await launch(browserName, { headless: !hasDisplay, online: true });
  try {
    if (isFile) await serve(bedside, asked);
    const page = await bedside
      .page(address)
      .catch((error: Error) => console.error(`It did not open: ${error.message}`));
    if (!page) return 1;
    console.log(`Opened ${page.url()}`);
    if (hasDisplay) await bedside.closed;
    else await show(bedside, page);
  } finally {
    await bedside.close();
  }
  return 0;
}

/** `about:blank`, `https://example.org/x`, and `example.org/x`; `page.html` is a file that is not there. */
function asAddress(asked: string): string | undefined {
  if (/^[a-z][a-z-]*:/i.test(asked) && URL.canParse(asked)) return asked;
  const address = `https://${asked}`;
  return asked.includes('.') && !(extname(asked) in types) && URL.canParse(address) ? address : undefined;
}

/** A file on loopback, because extensions have no access to files unless the reader allows it. */
async function serve({ server }: Bedside, file: string): Promise<void> {
  const body = await readFile(file);
  server.serve({ '/': { body, type: types[extname(file).toLowerCase()] ?? 'text/plain; charset=utf-8' } });
}

/** Tells what a display would show. */
async function show(bedside: Bedside, page: Page): Promise<void> {
  const { terms } = JSON.parse(await readFile(`${builds[browserName]}/knowledge.json`, 'utf8')) as Knowledge;
  // Only what is seen is painted.
  await page.bringToFront();
  const found = await settledTerms(bedside);
  console.log(`Marked on it: ${found.length} ${found.length === 1 ? 'term' : 'terms'}\n`);
  for (const { id, name, count } of found) {
    const term = terms.find((each) => each.id === id);
    console.log(`${name} (${count})\n    ${firstSentence(term?.plain ?? '')}`);
  }
  await page.setViewport({ width: 1000, height: 800 });
  const [first] = await bedside.marks(page);
  if (first) {
    await bedside.rest(page, first);
    await bedside.openCard(page);
  }
  await mkdir(`${root}.output`, { recursive: true });
  await page.screenshot({ path: picture });
  console.log(`\nA picture of it${first ? ', with a card open' : ''}: ${relative(process.cwd(), resolve(picture))}`);
}

/** The terms of the page in front, once they have stayed the same for a while; none when there are none by then. */
async function settledTerms({ extension }: Bedside): Promise<PageTerm[]> {
  let last = '';
  let since = 0;
  const ask = async (): Promise<PageTerm[] | undefined> => {
    const { answer } = await extension.call(() => chrome.runtime.sendMessage({ bedside: 'pageTerms' }));
    const terms = answer as PageTerm[];
    const now = JSON.stringify(terms);
    if (now !== last) since = performance.now();
    last = now;
    return performance.now() - since > (terms.length > 0 ? 1000 : 4000) ? terms : undefined;
  };
  return until(ask, 'the marks').catch(() => []);
}
