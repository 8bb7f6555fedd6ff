/** `npm run bench`: what Bedside costs a page, beside its peers, in the real browsers. It judges, and never fails. */
import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { variantNames } from '../tests/bench/bundle.ts';
import { generatePage } from '../tests/bench/generate.ts';
import { bundledForms, glossaryOf } from '../tests/bench/glossaries.ts';
import { measurePasses } from '../tests/bench/passes.ts';
import { measurePromises } from '../tests/bench/promises.ts';
import { passFindings, passTable, verdict } from '../tests/bench/report.ts';
import type { BrowserName } from '../tests/e2e/driver/launch.ts';
import { needBrowsers } from './browsers.mjs';
import { build } from './run.ts';

const help = `npm run bench -- [options] [files]

  --browser chromium|firefox   in this browser alone
  --size 10kB|100kB|1MB|4MB    on generated pages of this size alone; may be said again
  --terms bundled|10000|100000 with a glossary of so many terms alone; may be said again
  --reps 5                     measurements of each, of which the median counts
  --limit 60                   seconds after which a peer is left out
  --only passes|promises       the table alone, or the list alone
  files                        HTML files to measure besides`;

const sizes: Record<string, number> = { '10kB': 10_000, '100kB': 100_000, '1MB': 1_000_000, '4MB': 4_000_000 };
const glossaries: Record<string, number | undefined> = { bundled: undefined, '10000': 10_000, '100000': 100_000 };
const browsers: readonly BrowserName[] = ['chromium', 'firefox'];

const { values, positionals: files } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true, default: [...browsers] },
    size: { type: 'string', multiple: true, default: Object.keys(sizes) },
    terms: { type: 'string', multiple: true, default: Object.keys(glossaries).reverse().sort(bySize) },
    reps: { type: 'string', default: '5' },
    limit: { type: 'string', default: '60' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});

function bySize(one: string, other: string): number {
  return (glossaries[one] ?? 0) - (glossaries[other] ?? 0);
}

// The browsers end with us; without this, one that is gone would be started again.
process.once('SIGTERM', () => process.exit(1));

process.exitCode = values.help ? tell(help, 0) : await bench();

/** Progress, for who watches: the output has the results alone. */
function say(what: string): void {
  console.error(what);
}

function tell(text: string, status: number): number {
  console.log(text);
  return status;
}

async function bench(): Promise<number> {
  const wanted = browsers.filter((name) => values.browser.includes(name));
  const repetitions = Number(values.reps);
  const limit = Number(values.limit);
  const isKnown = values.size.every((size) => size in sizes) && values.terms.every((terms) => terms in glossaries);
  if (wanted.length === 0 || !isKnown || !(repetitions > 0) || !(limit > 0)) return tell(help, 1);
  if (!needBrowsers([...wanted])) return 1;
  console.log(
    `${repetitions} fresh page loads each, medians; ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`,
  );
  for (const name of wanted) {
    if (values.only !== 'promises') await tellPasses(name, repetitions, limit);
    if (values.only !== 'passes') await tellPromises(name, repetitions);
  }
  return 0;
}

async function tellPasses(name: BrowserName, repetitions: number, limit: number): Promise<void> {
  const generated = values.size.map((size) => [size, generatePage(sizes[size] ?? 0, bundledForms).html] as const);
  const given = await Promise.all(files.map(async (file) => [basename(file), await readFile(file, 'utf8')] as const));
  const pages = new Map([...generated, ...given]);
  const passes = {
    pages,
    glossaries: new Map(values.terms.map((terms) => [terms, glossaryOf(glossaries[terms])])),
    variants: variantNames,
    repetitions,
    limit,
  };
  const cells = await measurePasses(name, passes, say, (glossary, measured) => {
    console.log(`\n${name}, ${glossary} terms: passes, as ratios to the floor; set-up not counted in them\n`);
    console.log(passTable({ cells: measured, glossary, pages: [...pages.keys()], variants: variantNames }));
  });
  console.log(`\n${name}, from the table; a race not named here is won\n`);
  for (const kept of passFindings(cells)) console.log(verdict(kept));
}

async function tellPromises(name: BrowserName, repetitions: number): Promise<void> {
  const built = await build(name === 'chromium' ? 'chrome' : 'firefox');
  if (!built.ok) throw new Error(built.output);
  console.log(`\n${name}, the built extension\n`);
  await measurePromises(name, repetitions, (kept) => console.log(verdict(kept)));
}
