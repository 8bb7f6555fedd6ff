/** Measures a built extension: what a page pays for, and what the extension's own parts weigh. In bytes. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compiledKnowledge, writtenTables } from './build-knowledge.ts';

export type Sizes = {
  /** What every frame runs. */
  beginCode: number;
  /** What a page with anything to read runs: the script without its tables, and its style. */
  pageCode: number;
  pageStyle: number;
  /** What a frame gets besides, once a card may be wanted there. */
  cardCode: number;
  /** The recognition tables inside the page script. */
  tables: number;
  forms: number;
  worker: number;
  /** The popup's page with all the scripts and styles that it loads. */
  popup: number;
  knowledge: number;
};

export function sizesOf(folder: string): Sizes {
  const { forms } = compiledKnowledge();
  const size = (file: string) => statSync(join(folder, file)).size;
  const { letters, rest } = writtenTables();
  const tableBytes = Buffer.byteLength(letters + rest);
  return {
    beginCode: size('content-scripts/begin.js'),
    pageCode: size('content-scripts/page.js') - tableBytes,
    pageStyle: size('content-scripts/page.css'),
    cardCode: size('content-scripts/card.js'),
    tables: tableBytes,
    forms,
    worker: withAllItLoads(folder, 'background.js'),
    popup: withAllItLoads(folder, 'popup.html'),
    knowledge: size('knowledge.json'),
  };
}

/** A line a part, as `npm run build` and `npm test` print it. */
export function describeSizes({ tables, forms, ...parts }: Sizes): string {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
  const names: Record<keyof typeof parts, string> = {
    beginCode: 'first script',
    pageCode: 'page script, code',
    pageStyle: 'page style',
    cardCode: 'card script',
    worker: 'worker',
    popup: 'popup',
    knowledge: 'knowledge file',
  };
  return [
    ...Object.entries(parts).map(([part, bytes]) => `${kB(bytes)}  ${names[part as keyof typeof parts]}`),
    `${kB(tables)}  page script, tables: ${(tables / forms).toFixed(1)} bytes for each of ${forms} forms`,
  ].join('\n');
}

const mention = /(?:src|href)="\/([^"]+\.(?:js|css))"|(?:from|import)\s*\(?["'`]\.?\/([^"'`]+\.js)["'`]/g;

function withAllItLoads(folder: string, entry: string): number {
  const files = new Set([entry]);
  for (const file of files) {
    for (const [, fromPage, fromScript] of readFileSync(join(folder, file), 'utf8').matchAll(mention)) {
      const found = fromPage ?? join(file, '..', fromScript ?? '');
      if (existsSync(join(folder, found))) files.add(found);
    }
  }
  return [...files].reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}
