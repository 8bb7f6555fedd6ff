/** `npm test`: every check there is, one after another; the last line counts them. */
import { readFileSync, rmSync } from 'node:fs';
import { build, type Ran, root, run } from './run.ts';
import { describeSizes, sizesOf } from './sizes.ts';

const report = '.output/tests.json';
let passed = 0;
let failed = 0;

/** Runs a step and counts it as one, with its tests where it has any. */
async function step(name: string, act: () => Promise<Ran>): Promise<boolean> {
  const start = performance.now();
  const { ok, output } = await act();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (!ok) console.log(output.trimEnd());
  if (ok) passed += 1;
  else failed += 1;
  return ok;
}

/** Runs projects of vitest.config.ts and counts their tests. */
async function vitest(...projects: string[]): Promise<Ran> {
  rmSync(root + report, { force: true });
  const which = projects.flatMap((project) => ['--project', project]);
  const ran = await run(
    'vitest',
    ['run', ...which, '--reporter=default', '--reporter=json', `--outputFile=${report}`],
    true,
  );
  const counts = JSON.parse(readFileSync(root + report, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  return ran;
}

async function sizes(): Promise<Ran> {
  console.log(describeSizes(sizesOf(`${root}.output/chrome-mv3`)));
  return vitest('sizes');
}

await step('format and lint', () => run('biome', ['ci', '.']));
await step('types', () => run('tsc', ['-p', '.']));
await step('types of the content room', () => run('tsc', ['-p', 'content']));
await step('dead code', () => run('knip', []));
await step('knowledge', () => run('node', ['scripts/knowledge.ts']));
await step('unit and view tests', () => vitest('unit', 'views'));
const builtChrome = await step('build for Chrome and Edge', () => build('chrome'));
const builtFirefox = await step('build for Firefox', () => build('firefox'));
if (builtChrome) {
  await step('sizes', sizes);
  await step('end to end in Chromium', () => vitest('chromium'));
}
if (builtFirefox) {
  await step('end to end in Firefox', () => vitest('firefox'));
  await step('web-ext lint', () => run('web-ext', ['lint', '--source-dir=.output/firefox-mv3', '--self-hosted']));
}

console.log(`Bedside: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
