/** Bedside installs itself in the real browser, and its popup opens. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Bedside, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'));
});
afterAll(() => bedside?.close());

test('the popup opens with the focus in its search field', async () => {
  bedside.server.serve({ '/': '<title>A page</title><p>Nothing medical.' });
  await bedside.page('/');
  const popup = await bedside.extension.popup();
  await until(
    () => popup.evaluate(() => document.activeElement?.localName === 'input'),
    'the focus in the search field',
  );
  expect(await bedside.extension.errors()).toEqual([]);
});

test('the extension asks the network for nothing', async () => {
  const requests = await bedside.requests();
  expect(requests).toEqual([{ address: bedside.server.at('/'), from: 'page', outside: false }]);
});
