/** Kinds of page: what is read in each, that its marks can be seen, and that nothing in it changes. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { contrastBelowLetters } from './pages/colours.ts';
import { expectAsServed, expectMarks, isRunning, pageTerms, ranges, runAgain, show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
});
afterAll(() => bedside?.close());

const xhtml = 'xmlns="http://www.w3.org/1999/xhtml"';

test.for([
  ['generic XML', 'application/xml', '<note><body>The ferritin is high.</body></note>'],
  [
    'a standalone SVG',
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">The ferritin</text></svg>',
  ],
  ['JSON', 'application/json', '{ "ferritin": "The ferritin is high." }'],
] as const)('rows 1 and 2: %s is left alone', async ([, type, body]) => {
  const page = await show(bedside, { type, body });
  await runAgain(bedside, page);
  expect(await isRunning(bedside, page)).toBe(false);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  expect(await page.$('bedside-card')).toBeNull();
});

test('row 2: plain text is marked', async () => {
  const page = await show(bedside, { type: 'text/plain', body: 'The ferritin\nis high. <b>Fibrinogen</b> is low.' });
  await expectMarks(bedside, page, ['ferritin', 'Fibrinogen']);
});

test('an XHTML page is marked, and its card opens', async () => {
  const body = `<html ${xhtml}><head><title>XHTML</title></head><body><p>The ferritin is high.</p></body></html>`;
  const page = await show(bedside, { type: 'application/xhtml+xml', body });
  await expectMarks(bedside, page, ['ferritin']);
  await expectAsServed(page);
  await bedside.rest(page, 'ferritin');
  await bedside.openCard(page, 'ferritin');
});

test('row 4: a document without a body is survived, and read once it has one', async () => {
  const page = await show(bedside, { type: 'application/xhtml+xml', body: `<html ${xhtml}><head/></html>` });
  await runAgain(bedside, page);
  expect(await isRunning(bedside, page)).toBe(true);
  await page.evaluate(() => {
    const body = document.createElement('body');
    body.textContent = 'The ferritin is high.';
    document.documentElement.append(body);
  });
  await expectMarks(bedside, page, ['ferritin']);
});

const shadow = (mode: string, inside: string) => `<div><template shadowrootmode="${mode}">${inside}</template></div>`;

test('where there is nothing to read the page script does not come, until there is', async () => {
  const page = await show(bedside, '<title>HLH</title><img alt="">');
  const other = await show(bedside, '<p>The ferritin.');
  await expectMarks(bedside, other, ['ferritin']);
  expect(await isRunning(bedside, page)).toBe(false);
  await page.bringToFront();
  await page.evaluate(() => document.body.append('The ferritin.'));
  await expectMarks(bedside, page, ['ferritin']);
});

test('row 8: text in an open shadow root is marked and underlined, however deep', async () => {
  const page = await show(
    bedside,
    shadow('open', `<p>The ferritin ${shadow('open', '<b>and the fibrinogen</b>')}</p>`),
  );
  await until(async () => (await bedside.marks(page)).sort().join() === 'ferritin,fibrinogen', 'both marks');
  const line = () => {
    const outer = document.querySelector('div')?.shadowRoot;
    const inner = outer?.querySelector('div')?.shadowRoot?.querySelector('b');
    return inner && getComputedStyle(inner, '::highlight(bedside-underline)').textDecorationLine;
  };
  expect(await page.evaluate(line)).toBe('underline');
  await bedside.rest(page, 'fibrinogen');
  await bedside.openCard(page, 'fibrinogen');
});

test('row 8: a custom element that the page defines long after it was read is marked, too', async () => {
  const page = await show(bedside, '<p>The ferritin.</p><late-words></late-words><late-words></late-words>');
  await expectMarks(bedside, page, ['ferritin']);
  await page.evaluate(() => {
    class LateWords extends HTMLElement {
      connectedCallback() {
        this.attachShadow({ mode: 'open' }).innerHTML = '<p>The fibrinogen.</p>';
      }
    }
    customElements.define('late-words', LateWords);
  });
  await until(async () => {
    await page.keyboard.press('Tab');
    return (await bedside.marks(page)).join() === 'ferritin,fibrinogen,fibrinogen';
  }, 'the marks in the late elements');
});

test('row 9: text in a closed shadow root is left alone', async () => {
  const page = await show(bedside, `${shadow('closed', '<p>The fibrinogen.')}<p>The ferritin.`);
  await expectMarks(bedside, page, ['ferritin']);
});

test('row 10: on a page of strict policies marks are styled, the card works, nothing is reported', async () => {
  const page = await show(bedside, {
    headers: {
      'Content-Security-Policy': "style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    body: `<!doctype html><p>The ferritin is high.
      <script>
        window.reports = [];
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => reports.push(violatedDirective));
      </script>`,
  });
  await expectMarks(bedside, page, ['ferritin']);
  await expectAsServed(page);
  const style = () =>
    getComputedStyle(document.querySelector('p') as Element, '::highlight(bedside-underline)').textDecorationStyle;
  expect(await page.evaluate(style)).toBe('dotted');
  await bedside.rest(page, 'ferritin');
  const card = await bedside.openCard(page, 'ferritin');
  expect(await card.root.evaluate((root) => getComputedStyle(root.lastElementChild as Element).position)).toBe('fixed');
  await card.press('Close');
  await until(async () => !(await bedside.card(page)), 'the card to close');
  expect(await page.evaluate(() => (window as never as { reports: string[] }).reports)).toEqual([]);
});

test('row 11: of 12,000 paragraphs few are held at a time, and the page’s own tasks run between ours', async () => {
  const page = await show(
    bedside,
    `${'<p>The ferritin.</p>'.repeat(11_999)}<p id="end">The fibrinogen.</p><script>
      window.between = 0;
      const isMarked = () => [...CSS.highlights.values()].some(({ size }) => size > 0);
      addEventListener('load', () => setInterval(() => { if (!isMarked()) between += 1; }));
    </script>`,
  );
  await until(async () => (await ranges(page)) > 0, 'the first marks');
  expect(await page.evaluate(() => (window as never as { between: number }).between)).toBeGreaterThan(2);
  expect(await ranges(page)).toBeLessThan(200);
  await page.$eval('#end', (end) => end.scrollIntoView());
  await until(async () => (await bedside.marks(page)).includes('fibrinogen'), 'the last mark');
  await until(async () => (await ranges(page)) < 200, 'the first marks to go');
});

test('row 12: a text of 1 MB is read in slices, between the page’s own tasks', async () => {
  // What runs while the first words are marked, and the last not yet, runs during the reading.
  const long = 'It was nothing to speak of, as the old river went by the mill. '.repeat(16_384);
  const page = await show(
    bedside,
    // So many elements are not read together.
    `<p>The petechiae.<p>HLH.${'<div></div>'.repeat(300)}<p id="long">
    <script>
      window.between = 0;
      const ranges = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
      // While a page loads Firefox lets its timers wait for everything else.
      addEventListener('load', () => {
        setInterval(() => { if (ranges() === 1) between += 1; });
        document.querySelector('#long').textContent = \`${long} The hemophagocytic lymphohistiocytosis (HLH).\`;
      });
    </script>`,
  );
  await expectMarks(bedside, page, ['petechiae', 'HLH', 'hemophagocytic lymphohistiocytosis', 'HLH']);
  expect(await page.evaluate(() => (window as never as { between: number }).between)).toBeGreaterThan(2);
});

test.for([
  ['right to left', 'direction: rtl'],
  ['vertical from the right', 'writing-mode: vertical-rl'],
  ['vertical from the left', 'writing-mode: vertical-lr'],
])('row 13: in text that runs %s the card is beside the word', async ([, style]) => {
  const page = await show(
    bedside,
    `<p style="${style}; font-size: 20px; height: 12em; margin: 8em">שלום ferritin שלום`,
  );
  await bedside.rest(page, 'ferritin');
  const { box: card } = await bedside.openCard(page, 'ferritin');
  const word = await page.evaluate(() => {
    const range = document.createRange();
    const text = document.querySelector('p')?.firstChild as Text;
    range.setStart(text, text.data.indexOf('ferritin'));
    range.setEnd(text, range.startOffset + 'ferritin'.length);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  });
  const apart = Math.max(
    word.x - card.x - card.width,
    card.x - word.x - word.width,
    word.y - card.y - card.height,
    card.y - word.y - word.height,
  );
  expect(apart).toBeGreaterThanOrEqual(0);
  expect(apart).toBeLessThan(12);
});

test('row 14: a term split by inline tags is found whole, and two blocks never join', async () => {
  const texts: [html: string, wanted: string[]][] = [
    ['hepato<b>spleno</b>megaly', ['hepatosplenomegaly']],
    ['the CD107<sup>a</sup> assay', ['CD107a assay']],
    ['IFN-<i>γ</i>', ['IFN-γ']],
    ['natural <a href="#">killer <em>ce</em></a>lls', ['natural killer cells']],
    ['hepato<br>splenomegaly', ['splenomegaly']],
    ['ferri<br>tin', []],
    ['<p>ferri</p><p>tin</p>', []],
    ['<table><tr><td>ferri<td>tin</table>', []],
    ['ferri<p>tin</p>', []],
    ['<ul><li>ferri<li>tin</ul>', []],
    ['<b>ferri<div>tin</div></b>', []],
  ];
  const page = await show(bedside, `${texts.map(([html]) => `<div>${html}</div>`).join('\n')}<p>The ferritin.`);
  await expectMarks(bedside, page, [...texts.flatMap(([, wanted]) => wanted), 'ferritin']);
  await expectAsServed(page);
});

test('the page’s terms are told in reading order, a block’s own text after the blocks in it', async () => {
  const page = await show(bedside, '<div><p>The ferritin.</p>Then fibrinogen.<p>The etoposide.</p></div>');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen', 'etoposide']);
  expect((await pageTerms(bedside)).map(({ id }) => id)).toEqual(['ferritin', 'fibrinogen', 'etoposide']);
});

test('marks are there only near the viewport, and scrolling brings the others', async () => {
  const page = await show(bedside, '<p>The ferritin.'.repeat(2000));
  const isFew = async () => {
    const { length } = await bedside.marks(page);
    return length > 0 && length < 200;
  };
  await until(isFew, 'some marks');
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const last = () => {
    const text = document.querySelector('p:last-child')?.firstChild;
    return [...CSS.highlights.values()].some((marks) =>
      [...marks].some(({ startContainer }) => startContainer === text),
    );
  };
  await until(() => page.evaluate(last), 'the last mark');
  await until(isFew, 'the first marks to go');
});

const looks = ['underline', 'tint'] as const;

async function expectMarksToStandOut(page: Page): Promise<void> {
  await expectMarks(bedside, page, ['ferritin']);
  onTestFinished(async () => void (await bedside.change({ look: 'underline' })));
  for (const look of looks) {
    await bedside.change({ look });
    await until(() => page.evaluate((name) => CSS.highlights.has(name), `bedside-${look}`), look);
    await until(async () => (await contrastBelowLetters(page)) > 3, `an underline (${look}) that stands out`);
  }
}

test.for([
  ['a light page', 'background: white; color: black', ''],
  ['a page with a dark body', 'background: #111; color: #ddd', ''],
  ['a dark page', 'background: #111; color: #ddd; color-scheme: dark', ''],
  ['a coloured page', 'background: #036; color: #fff', ''],
  ['a dark part of a page', '', 'background: #111; color: #ddd'],
])('on %s marks have an underline that stands out', async ([, body, own]) => {
  const page = await show(
    bedside,
    `<body style="${body}"><p style="font-size: 32px; width: max-content; ${own}">ferritin`,
  );
  await expectMarksToStandOut(page);
});

test('row 35: in forced colours marks keep an underline that stands out', async () => {
  const page = await show(bedside, '<p style="font-size: 32px; width: max-content">ferritin');
  await bedside.forceColours(page, true);
  onTestFinished(() => bedside.forceColours(page, false));
  await until(() => page.evaluate(() => matchMedia('(forced-colors: active)').matches), 'forced colours');
  await expectMarksToStandOut(page);
});
