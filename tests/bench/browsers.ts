/**
 * The browsers of the benchmark: one without Bedside (an extension that does nothing in its place), one with the built
 * Bedside under a stopwatch, and one with Bedside as it is built.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Bedside, type BrowserName, builds, launch } from '../e2e/driver/launch.ts';
import { soon } from '../e2e/driver/until.ts';
import { underStopwatch } from './stopwatch.ts';

/** Isolated pages have the finest clocks: 5 µs in Chromium, 20 µs in Firefox. */
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

export type BenchBrowser = {
  bedside: Bedside;
  /** Serves a page, or what pages fetch. */
  serve(path: string, body: string, type?: string): void;
  /** Opens a fresh tab for one measurement, and closes it. */
  inPage<T>(path: string, measure: (page: Page) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

async function start(name: BrowserName, extension: string, isBedside: boolean): Promise<BenchBrowser> {
  const bedside = await launch(name, { extension });
  if (isBedside) await bedside.extension.welcomed();
  return {
    bedside,
    serve: (path, body, type = 'text/html; charset=utf-8') => bedside.server.serve({ [path]: { body, type, headers } }),
    async inPage(path, measure) {
      const page = await bedside.page(path);
      try {
        return await measure(page);
      } finally {
        // A page that is stuck cannot be closed; its browser is, in the end.
        await soon(page.close(), 'closing').catch(() => undefined);
      }
    },
    async close() {
      await soon(bedside.close(), 'closing').catch(() => undefined);
      await rm(extension, { recursive: true, force: true });
    },
  };
}

const folder = () => mkdtemp(join(tmpdir(), 'bedside-bench-'));

export async function startWithout(name: BrowserName): Promise<BenchBrowser> {
  const extension = await folder();
  const gecko = { id: 'nothing@bedside.example', strict_min_version: '140.0' };
  const manifest = { manifest_version: 3, name: 'Nothing', version: '1', browser_specific_settings: { gecko } };
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest));
  return start(name, extension, false);
}

export async function startWith(name: BrowserName, isTimed = true): Promise<BenchBrowser> {
  const extension = await folder();
  await cp(builds[name], extension, { recursive: true });
  if (!isTimed) return start(name, extension, true);
  for (const [name, start] of Object.entries({ begin: 'start', page: 'page', card: 'card' })) {
    const script = join(extension, `content-scripts/${name}.js`);
    await writeFile(script, underStopwatch(await readFile(script, 'utf8'), start));
  }
  return start(name, extension, true);
}
