/** Apps that draw their pages themselves: they work as without us, and what they draw is marked, once. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { preactImports, servePreact } from './pages/preact.ts';
import { expectMarks, pageTerms, ranges, show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
  servePreact(bedside.server);
});
afterAll(() => bedside?.close());

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
    expect(await page.$eval('ul', (list) => list.textContent)).toBe(
      words.map((word) => `The ${word} is ${word}.`).join(''),
    );
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

test('row 27: after 100 changes of address and content nothing is marked twice, and nothing old is kept', async () => {
  const page = await show(bedside, '<header>The anakinra.</header><main><p>The ferritin.</p></main>');
  await expectMarks(bedside, page, ['anakinra', 'ferritin']);
  await page.evaluate(async () => {
    const [header, main] = [...document.body.children] as [Element, Element];
    const old: WeakRef<Node>[] = [];
    for (let n = 1; n <= 100; n += 1) {
      history.pushState(null, '', `?${n}`);
      header.append(' And so on.');
      old.push(new WeakRef(main.firstChild as Node));
      main.innerHTML = n % 2 ? '<h1>Fibrinogen</h1><p>The ferritin.</p>' : '<p>The ferritin <b>and</b> etoposide.</p>';
      await new Promise((resolve) => (n % 3 ? requestAnimationFrame(resolve) : requestIdleCallback(resolve)));
    }
    Object.assign(window, { left: () => old.filter((each) => each.deref()).length });
  });
  await expectMarks(bedside, page, ['anakinra', 'ferritin', 'etoposide']);
  expect(await ranges(page)).toBe(3);
  const terms = await pageTerms(bedside);
  expect(terms.map(({ id, count }) => ({ id, count }))).toEqual([
    { id: 'anakinra', count: 1 },
    { id: 'ferritin', count: 1 },
    { id: 'etoposide', count: 1 },
  ]);
  await until(async () => {
    await bedside.collectGarbage(page);
    return (await page.evaluate(() => (window as never as { left(): number }).left())) === 0;
  }, 'the old content to be collected');
});

test('row 29: the recycled rows of a virtual list are marked with their own terms', async () => {
  const words = ['ferritin', 'fibrinogen', 'etoposide', 'anakinra', 'emapalumab', 'ruxolitinib', 'tocilizumab'];
  const page = await show(
    bedside,
    `<div id="list" style="height: 200px; overflow: auto"><div style="height: 50000px; position: relative"></div></div>
    <script>
      const words = ${JSON.stringify(words)};
      const list = document.querySelector('#list');
      const rows = Array.from({ length: 5 }, () => document.createElement('div'));
      list.firstChild.append(...rows);
      const draw = () => {
        const first = Math.floor(list.scrollTop / 40);
        rows.forEach((row, index) => {
          const at = first + ((index - first) % 5 + 5) % 5;
          row.style.cssText = 'position: absolute; height: 40px; top: ' + at * 40 + 'px';
          const text = at + ': the ' + words[at % 7] + '.';
          if (row.firstChild) row.firstChild.data = text;
          else row.textContent = text;
        });
      };
      list.addEventListener('scroll', draw);
      draw();
    </script>`,
  );
  /** What the rows show, in their order in the document, when the list is scrolled to a row. */
  const shownAt = (first: number) => {
    const rows = Array.from({ length: 5 }, (_, offset) => first + offset);
    return rows.sort((one, other) => (one % 5) - (other % 5)).map((row) => words[row % 7] ?? '');
  };
  // Each shows other words than the one before, so that no wait is over before the rows are drawn.
  for (const first of [0, 1, 12, 100, 0, 1226]) {
    await page.$eval('#list', (list, to) => list.scrollTo(0, to), first * 40);
    await expectMarks(bedside, page, shownAt(first));
  }
  // The row in the middle, for which nothing is scrolled.
  const word = words[1228 % 7] ?? '';
  await bedside.rest(page, word);
  await bedside.openCard(page, word);
});
