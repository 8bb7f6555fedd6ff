/** What a page pays for Bedside, held in the built extension. Needs `npm run build`. */
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.ts';
import { sizesOf } from '../../scripts/sizes.ts';

describe.each(['chrome', 'firefox'])('the build for %s', (browser) => {
  const sizes = sizesOf(`${root}.output/${browser}-mv3`);

  test('has at most 60 kB of code in the page script', () => {
    expect(sizes.pageCode).toBeLessThanOrEqual(60_000);
  });

  test('has at most 20 bytes of tables for each form, the words that tell what a text is about among them', () => {
    expect(sizes.tables / sizes.forms).toBeLessThanOrEqual(20);
  });

  test('has at most 80 kB in the worker and 100 kB in the popup', () => {
    expect(sizes.worker).toBeLessThanOrEqual(80_000);
    expect(sizes.popup).toBeLessThanOrEqual(100_000);
  });
});
