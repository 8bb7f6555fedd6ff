/** What a page pays for Bedside, held in the built extension. Needs `npm run build`. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/run.ts';
import { sizesOf } from '../../scripts/sizes.ts';

describe.each(['chrome', 'firefox'])('the build for %s', (browser) => {
  const folder = `${root}.output/${browser}-mv3`;
  const sizes = sizesOf(folder);

  test('has at most 2 kB in every frame, 72 kB of code in the page script and 50 kB in the card script', () => {
    expect(sizes.beginCode).toBeLessThanOrEqual(2000);
    expect(sizes.pageCode).toBeLessThanOrEqual(72_000);
    expect(sizes.cardCode).toBeLessThanOrEqual(50_000);
  });

  test('has no Preact, no Floating UI and no view in the page script', () => {
    const code = (name: string) => readFileSync(`${folder}/content-scripts/${name}.js`, 'utf8');
    for (const part of ['dangerouslySetInnerHTML', 'fallbackPlacements', 'showPopover', 'card-related']) {
      expect(code('card')).toContain(part);
      expect(code('page')).not.toContain(part);
    }
  });

  test('lets pages load nothing', () => {
    const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('content_scripts');
  });

  test('has at most 23 bytes of tables for each form, the words that tell what a text is about among them', () => {
    expect(sizes.tables / sizes.forms).toBeLessThanOrEqual(23);
  });

  test('has at most 80 kB in the worker and 100 kB in the popup', () => {
    expect(sizes.worker).toBeLessThanOrEqual(80_000);
    expect(sizes.popup).toBeLessThanOrEqual(100_000);
  });
});
