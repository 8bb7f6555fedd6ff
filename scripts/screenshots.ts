/** `npm run screenshots`: the README's pictures, made with the built extension in real Chromium. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../tests/e2e/driver/launch.ts';
import { until } from '../tests/e2e/driver/until.ts';

const pictureOf = (name: string) => fileURLToPath(new URL(`../docs/${name}.png`, import.meta.url)) as `${string}.png`;
const sample = await readFile(new URL('../docs/sample.html', import.meta.url), 'utf8');

const bedside = await launch('chromium');
try {
  bedside.server.serve({ '/sample': sample });
  const page = await bedside.page('/sample');
  await page.setViewport({ width: 900, height: 720, deviceScaleFactor: 2 });
  await bedside.rest(page, 'ferritin');
  await bedside.openCard(page, 'ferritin');
  await page.screenshot({ path: pictureOf('marked-page') });

  await page.bringToFront();
  const popup = await bedside.extension.popup();
  await until(() => popup.$('li'), "the page's words in the popup");
  await popup.screenshot({ path: pictureOf('popup') });
} finally {
  await bedside.close();
}
