/** `npm test`: every check there is, one after another; the last line counts them. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { build, type Ran, root, run } from './run.ts';
import { describeSizes, sizesOf } from './sizes.ts';

let passed = 0;
let failed = 0;

/** A step, and its tests where it has any. */
type Checked = Ran & { passed?: number; failed?: number };

/** Runs a step, says how it went, and counts its tests; without tests it counts as one. */
async function step(name: string, act: () => Promise<Checked>): Promise<boolean> {
  const start = performance.now();
  const { ok, output, ...tests } = await act();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const count = tests.passed === undefined ? '' : `${tests.passed} passed, `;
  console.log(`${ok ? '✓' : '✗'} ${name} (${count}${seconds} s)`);
  if (!ok) console.log(output.trimEnd());
  passed += tests.passed ?? Number(ok);
  failed += tests.failed || Number(!ok);
  return ok;
}

/** Runs projects of vitest.config.ts. */
async function vitest(...projects: string[]): Promise<Checked> {
  const report = `.output/tests-${projects.join('-')}.json`;
  rmSync(root + report, { force: true });
  const which = projects.map((project) => `--project=${project}`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
  const ran = await run('vitest', ['run', ...which, ...reporters]);
  if (!existsSync(root + report)) return ran;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(root + report, 'utf8'));
  return { ...ran, passed: numPassedTests, failed: numFailedTests };
}

async function sizes(): Promise<Checked> {
  console.log(describeSizes(sizesOf(`${root}.output/chrome-mv3`)));
  return vitest('sizes');
}

await step('format and lint', () => run('biome', ['ci', '--error-on-warnings', '.']));
await step('types of the manifest and the texts, written by WXT', () => run('wxt', ['prepare']));
await step('types', () => run('tsc', ['-p', '.']));
await step('types of the content room', () => run('tsc', ['-p', 'content']));
await step('dead code', () => run('knip', []));
await step('knowledge', () => run('node', ['scripts/knowledge.ts']));
await step('unit and view tests', () => vitest('unit', 'views'));
const builtChrome = await step('build for Chrome and Edge', () => build('chrome'));
const builtFirefox = await step('build for Firefox', () => build('firefox'));
if (builtChrome && builtFirefox) {
  await step('sizes', sizes);
  // Side by side: most of the time each browser waits, as a reader would.
  await Promise.all([
    step('end to end in Chromium', () => vitest('chromium')),
    step('end to end in Firefox', () => vitest('firefox')),
  ]);
  await step('web-ext lint', () => run('web-ext', ['lint', '--source-dir=.output/firefox-mv3', '--self-hosted']));
}

console.log(`Bedside: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
