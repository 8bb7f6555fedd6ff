/** Pages that change: what was marked and is gone, what is new, and that nothing is ever marked wrong or twice. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { PageTerm } from '../../content/messages.ts';
import { type Bedside, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { preactImports, servePreact } from './pages/preact.ts';
import { expectMarks, show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'));
  servePreact(bedside.server);
});
afterAll(() => bedside?.close());

/** How many ranges a page has registered: more than its marks where something was marked twice. */
const ranges = (page: Page) =>
  page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));

test('row 21: an app unmounts and replaces marked text as if we were not there', async () => {
  const page = await show(
    bedside,
    `${preactImports}<div id="app"></div><script type="module">
      import 'preact/debug';
      import { h, render } from 'preact';
      const row = (word) => h('li', { key: word }, 'The ', word, ' is ', h('b', null, word), '.');
      window.draw = (...words) => render(h('ul', null, words.map(row)), document.querySelector('#app'));
      draw('ferritin', 'fibrinogen', 'etoposide');
    </script>`,
  );
  const twice = (...words: string[]) => words.flatMap((word) => [word, word]);
  await expectMarks(bedside, page, twice('ferritin', 'fibrinogen', 'etoposide'));
  for (const words of [['etoposide', 'ferritin'], ['anakinra'], [], ['fibrinogen', 'ferritin']]) {
    await page.evaluate((now) => (window as never as { draw(...words: string[]): void }).draw(...now), words);
    await expectMarks(bedside, page, twice(...words));
    expect(await page.$eval('ul', (list) => list.textContent)).toBe(words.map((word) => `The ${word} is ${word}.`).join(''));
  }
});

test('row 21: nodes that a page kept can be moved, split, joined and removed after they were marked', async () => {
  const page = await show(bedside, '<p>The ferritin is <b>high</b>, the fibrinogen low.</p><p>The etoposide.</p>');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen', 'etoposide']);
  await page.evaluate(() => {
    const [first, last] = document.querySelectorAll('p');
    const [text, bold] = [...(first as Element).childNodes] as [Text, Element];
    (first as Element).insertBefore(text.splitText(7), bold);
    (first as Element).removeChild(bold);
    (first as Element).normalize();
    (last as Element).replaceChildren('The anakinra.');
  });
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen', 'anakinra']);
});

test('row 22: a marked page of a server’s hydrates without a mismatch', async () => {
  const served = '<main><h1>Ferritin</h1><p>The ferritin is <b>high</b>, the fibrinogen low.</p></main>';
  const page = await show(
    bedside,
    `${preactImports}<div id="app">${served}</div><script type="module">
      import 'preact/debug';
      import { h, hydrate } from 'preact';
      window.hydrateNow = () => hydrate(
        h('main', null, h('h1', null, 'Ferritin'),
          h('p', { onClick() {} }, 'The ferritin is ', h('b', null, 'high'), ', the fibrinogen low.')),
        document.querySelector('#app'),
      );
    </script>`,
  );
  const wanted = ['Ferritin', 'ferritin', 'fibrinogen'];
  await expectMarks(bedside, page, wanted);
  const kept = await page.evaluate(() => {
    const nodes = () => {
      const walker = document.createTreeWalker(document.querySelector('#app') as Element);
      const found: Node[] = [];
      while (walker.nextNode()) found.push(walker.currentNode);
      return found;
    };
    const before = nodes();
    (window as never as { hydrateNow(): void }).hydrateNow();
    const after = nodes();
    return before.length === after.length && before.every((node, index) => node === after[index]);
  });
  expect(kept).toBe(true);
  expect(await page.$eval('#app', (app) => app.innerHTML)).toBe(served);
  await expectMarks(bedside, page, wanted);
});

test.for([
  ['data', (text: Text) => { text.data = 'No angina, and none of it was high.'; }],
  ['nodeValue', (text: Text) => { text.nodeValue = 'None of it: no angina.'; }],
  ['insertData', (text: Text) => text.insertData(0, 'No angina now. ')],
  ['replaceData', (text: Text) => text.replaceData(0, 9, 'No')],
  ['deleteData', (text: Text) => text.deleteData(0, 6)],
  ['appendData', (text: Text) => text.appendData(' No angina.')],
  ['splitText', (text: Text) => { text.splitText(6); }],
  ['textContent', (text: Text) => { (text.parentElement as Element).textContent = 'No angina, no pain.'; }],
  ['innerHTML', (text: Text) => { (text.parentElement as Element).innerHTML = 'No <b>angina</b>'; }],
  ['replaceWith', (text: Text) => text.replaceWith('No angina, no pain.')],
  ['append', (text: Text) => (text.parentElement as Element).append('s and more')],
  ['normalize', (text: Text) => { text.after('s and more'); (text.parentElement as Element).normalize(); }],
  ['remove', (text: Text) => (text.parentElement as Element).remove()],
] as const)('row 23: text changed by %s is never marked in the wrong letters', async ([, mutate]) => {
  const page = await show(bedside, '<p>The ferritin is high.</p><p>The fibrinogen.</p>');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen']);
  const painted = await page.evaluate(async (source) => {
    const text = document.querySelector('p')?.firstChild;
    (0, eval)(`(${source})`)(text);
    // By now every mutation callback has run; the page cannot have been painted yet.
    await Promise.resolve();
    return [...CSS.highlights.values()].flatMap((marks) =>
      [...marks].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        return startContainer.isConnected ? String(range) : `${range}, which is gone`;
      }),
    );
  }, String(mutate));
  expect(['fibrinogen', 'ferritin,fibrinogen']).toContain(painted.sort().join());
});

test('row 24: what the page throws away is collected, marks and cards or not', async () => {
  const page = await show(bedside, '<div id="gone"><p>The ferritin.</p><p>The fibrinogen.</p></div><p>The etoposide.</p>');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen', 'etoposide']);
  await bedside.rest(page, 'ferritin');
  await bedside.openCard(page, 'ferritin');
  await page.evaluate(() => {
    const gone = [...document.querySelectorAll('#gone p')].map((each) => new WeakRef(each.firstChild as Text));
    Object.assign(window, { left: () => gone.filter((each) => each.deref()).length });
    document.querySelector('#gone')?.remove();
  });
  await expectMarks(bedside, page, ['etoposide']);
  await until(async () => {
    await bedside.collectGarbage(page);
    return (await page.evaluate(() => (window as never as { left(): number }).left())) === 0;
  }, 'the words to be collected');
});

test('row 27: after 100 changes of address and content nothing is marked twice', async () => {
  const page = await show(bedside, '<main><p>The ferritin.</p></main>');
  await expectMarks(bedside, page, ['ferritin']);
  await page.evaluate(async () => {
    const main = document.querySelector('main') as Element;
    for (let n = 1; n <= 100; n += 1) {
      history.pushState(null, '', `?${n}`);
      main.innerHTML = n % 2 ? '<h1>Fibrinogen</h1><p>The ferritin.</p>' : '<p>The ferritin <b>and</b> etoposide.</p>';
      await new Promise((resolve) => (n % 3 ? requestAnimationFrame(resolve) : requestIdleCallback(resolve)));
    }
  });
  await expectMarks(bedside, page, ['ferritin', 'etoposide']);
  expect(await ranges(page)).toBe(2);
  const terms = await bedside.extension.call(async () => {
    const list: PageTerm[] = (await chrome.runtime.sendMessage({ bedside: 'pageTerms' })).answer;
    return list.map(({ id, count }) => ({ id, count }));
  });
  expect(terms).toEqual([
    { id: 'ferritin', count: 1 },
    { id: 'etoposide', count: 1 },
  ]);
});

test('row 29: the recycled rows of a virtual list are marked with their own terms', async () => {
  const words = ['ferritin', 'fibrinogen', 'etoposide', 'anakinra', 'emapalumab'];
  const page = await show(
    bedside,
    `<div id="list" style="height: 200px; overflow: auto"><div style="height: 50000px; position: relative"></div></div>
    <script>
      const words = ${JSON.stringify(words)};
      const list = document.querySelector('#list');
      const rows = Array.from({ length: 8 }, () => document.createElement('div'));
      list.firstChild.append(...rows);
      const draw = () => {
        const first = Math.floor(list.scrollTop / 40);
        rows.forEach((row, index) => {
          const at = first + ((index - first) % 8 + 8) % 8;
          row.style.cssText = 'position: absolute; top: ' + at * 40 + 'px';
          const text = at + ': the ' + words[at % 5] + '.';
          if (row.firstChild) row.firstChild.data = text;
          else row.textContent = text;
        });
      };
      list.addEventListener('scroll', draw);
      draw();
    </script>`,
  );
  for (const top of [0, 40, 480, 4000, 0, 49_000]) {
    await page.$eval('#list', (list, to) => list.scrollTo(0, to), top);
    await until(async () => {
      const marked = await bedside.marks(page);
      const written = await page.$$eval('#list div div', (rows) => rows.map((row) => row.textContent.match(/the (\w+)\./)?.[1]));
      return marked.join() === written.join() && written[0] === words[Math.ceil(top / 40 / 8) * 8 % 5];
    }, `the rows at ${top}`);
  }
  await bedside.rest(page, 'anakinra');
  await bedside.openCard(page, 'anakinra');
});

test('paragraphs that are added without end are marked as they come', async () => {
  const page = await show(bedside, '<p>The ferritin.</p>');
  for (let n = 1; n <= 20; n += 1) {
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>The fibrinogen.</p>'));
    await expectMarks(bedside, page, ['ferritin', ...Array<string>(n).fill('fibrinogen')]);
  }
  expect(await ranges(page)).toBe(21);
});

test('text that is added to a shadow root later is marked, and no longer once its host has gone', async () => {
  const page = await show(bedside, '<p>The ferritin.</p><div><template shadowrootmode="open"><p>Nothing.</p></template></div>');
  await expectMarks(bedside, page, ['ferritin']);
  const inside = (html: string) =>
    page.$eval('div', (host, to) => host.shadowRoot?.firstElementChild?.setHTMLUnsafe(to), html);
  await inside('The fibrinogen.');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen']);
  await inside('The <b>etop</b>oside.');
  await expectMarks(bedside, page, ['ferritin', 'etoposide']);
  await page.$eval('div', (host) => host.remove());
  await until(async () => (await ranges(page)) === 1, 'the mark to go');
});

test('text that becomes editable loses its marks, and has them again when it is so no longer', async () => {
  const page = await show(bedside, '<p>The ferritin.</p><div>The <i>fibrinogen</i>.</div>');
  const all = ['ferritin', 'fibrinogen'];
  const toggle = (value: string | null) =>
    page.$eval('div', (each, to) => (to === null ? each.removeAttribute('contenteditable') : each.setAttribute('contenteditable', to)), value);
  await expectMarks(bedside, page, all);
  await toggle('');
  await expectMarks(bedside, page, ['ferritin']);
  await toggle('false');
  await expectMarks(bedside, page, all);
  await toggle('true');
  await expectMarks(bedside, page, ['ferritin']);
  await toggle(null);
  await expectMarks(bedside, page, all);
});

test('a page that is written anew is marked, and its cards open', async () => {
  const page = await show(bedside, '<p>The ferritin.</p>');
  await expectMarks(bedside, page, ['ferritin']);
  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><p>The fibrinogen.</p>');
    document.close();
  });
  await expectMarks(bedside, page, ['fibrinogen']);
  expect(await ranges(page)).toBe(1);
  await bedside.rest(page, 'fibrinogen');
  await bedside.openCard(page, 'fibrinogen');
  await page.keyboard.press('Escape');
  await until(async () => !(await bedside.card(page)), 'the card to close');
});
