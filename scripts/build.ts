/** `npm run build`: builds the extension for both browsers and prints what its parts weigh. */
import { build, root } from './run.ts';
import { describeSizes, sizesOf } from './sizes.ts';

for (const browser of ['chrome', 'firefox'] as const) {
  const { ok, output } = await build(browser);
  if (!ok) {
    console.error(output);
    process.exit(1);
  }
  const folder = `.output/${browser}-mv3`;
  console.log(`${folder}\n${describeSizes(sizesOf(root + folder))}\n`);
}
