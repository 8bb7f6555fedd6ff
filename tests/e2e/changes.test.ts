/** Pages that change: what was marked and is gone, what is new, and that nothing is ever marked wrong or twice. */
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { expectMarks, ranges, show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
});
afterAll(() => bedside?.close());

/** Every way that the text of a paragraph changes. */
const ways: [name: string, change: (text: Text) => void][] = [
  [
    'data',
    (text: Text) => {
      text.data = 'No angina, and none of it was high.';
    },
  ],
  [
    'nodeValue',
    (text: Text) => {
      text.nodeValue = 'None of it: no angina.';
    },
  ],
  ['insertData', (text: Text) => text.insertData(0, 'No angina now. ')],
  ['replaceData', (text: Text) => text.replaceData(0, 9, 'No')],
  ['deleteData', (text: Text) => text.deleteData(0, 6)],
  ['appendData', (text: Text) => text.appendData(' No angina.')],
  [
    'splitText',
    (text: Text) => {
      text.splitText(6);
    },
  ],
  [
    'textContent',
    (text: Text) => {
      (text.parentElement as Element).textContent = 'No angina, no pain.';
    },
  ],
  [
    'innerHTML',
    (text: Text) => {
      (text.parentElement as Element).innerHTML = 'No <b>angina</b>';
    },
  ],
  ['replaceWith', (text: Text) => text.replaceWith('No angina, no pain.')],
  ['append', (text: Text) => (text.parentElement as Element).append('s and more')],
  [
    'normalize',
    (text: Text) => {
      text.after('s and more');
      (text.parentElement as Element).normalize();
    },
  ],
  ['remove', (text: Text) => (text.parentElement as Element).remove()],
];

test('row 23: text that changes is never marked in the wrong letters', async () => {
  const page = await show(bedside, `${ways.map(() => '<p>The ferritin is high.</p>').join('')}<p>The fibrinogen.</p>`);
  let left = ways.length;
  const wanted = () => [...Array<string>(left).fill('ferritin'), 'fibrinogen'];
  await expectMarks(bedside, page, wanted());
  for (const [name, way] of ways) {
    left -= 1;
    // In one task, with nothing after it but the mutation callbacks: the page cannot have been painted in between.
    const painted = await page.evaluate(
      `(async () => { (${way})(document.querySelector('p').firstChild); await null; return (${paintedTexts})(); })()`,
    );
    expect.soft(new Set(painted as string[]), name).toEqual(new Set(wanted()));
    if (name !== 'remove') await page.evaluate(() => document.querySelector('p')?.remove());
    await expectMarks(bedside, page, wanted());
  }
});

/** Runs in a page: the texts that are registered to be painted, sorted. */
function paintedTexts(): string[] {
  const ranges = [...CSS.highlights.values()].flatMap((marks) => [...marks]);
  const texts = ranges.map(({ startContainer, startOffset, endContainer, endOffset }) => {
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    return startContainer.isConnected ? String(range) : `${range}, which is gone`;
  });
  return texts.sort();
}

test('row 24: what the page throws away is collected, marks and cards or not', async () => {
  const page = await show(
    bedside,
    '<div id="gone"><p>The ferritin.</p><p>The fibrinogen.</p></div><p>The etoposide.</p>',
  );
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

test('paragraphs that are added without end are marked as they come', async () => {
  const page = await show(bedside, '<p>The ferritin.</p>');
  for (let n = 1; n <= 20; n += 1) {
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>The fibrinogen.</p>'));
    await expectMarks(bedside, page, ['ferritin', ...Array<string>(n).fill('fibrinogen')]);
  }
  expect(await ranges(page)).toBe(21);
});

test('text that is added to a shadow root later is marked, and no longer once its host has gone', async () => {
  const page = await show(
    bedside,
    '<p>The ferritin.</p><div><template shadowrootmode="open"><p>Nothing.</p></template></div>',
  );
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
    page.$eval(
      'div',
      (each, to) => (to === null ? each.removeAttribute('contenteditable') : each.setAttribute('contenteditable', to)),
      value,
    );
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

test('row 30: what a page’s translation replaces loses its marks, and has them again when it is undone', async () => {
  const page = await show(bedside, '<p>The ferritin is high.</p><p>The <b>fibrinogen</b> is low.</p>');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen']);
  // As browsers and their extensions translate: each text becomes two elements, and the page says its language.
  await page.evaluate(() => {
    const before = document.body.innerHTML;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const outer = document.createElement('font');
      outer.append(document.createElement('font'));
      (outer.firstChild as Element).textContent = text.data.replace(/ferritin|fibrinogen/, 'sustancia');
      text.replaceWith(outer);
    }
    document.documentElement.lang = 'es';
    document.documentElement.classList.add('translated-ltr');
    Object.assign(window, {
      undo() {
        document.body.innerHTML = before;
        document.documentElement.lang = 'en';
      },
    });
  });
  await expectMarks(bedside, page, []);
  await page.evaluate(() => (window as never as { undo(): void }).undo());
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen']);
});

test('row 25: a page that changes 130 times a frame goes on, and is marked right in the end', async () => {
  const page = await show(
    bedside,
    `<p id="still">The ferritin.</p>${'<p class="busy">The fibrinogen.</p>'.repeat(10)}`,
  );
  await expectMarks(bedside, page, ['ferritin', ...Array<string>(10).fill('fibrinogen')]);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const busy = [...document.querySelectorAll('.busy')];
        let frames = 0;
        requestAnimationFrame(function change() {
          for (let count = 0; count < 130; count += 1)
            (busy[count % busy.length] as Element).textContent = `The etoposide, number ${frames}.`;
          frames += 1;
          if (frames < 120) requestAnimationFrame(change);
          else resolve();
        });
      }),
  );
  await expectMarks(bedside, page, ['ferritin', ...Array<string>(10).fill('etoposide')]);
  expect(await ranges(page)).toBe(11);
});

test('row 26: a script that undoes whatever changes in its page has nothing of ours to undo', async () => {
  const page = await show(
    bedside,
    `<p>The ferritin.</p><script>
      window.undone = 0;
      new MutationObserver((records) => {
        for (const { addedNodes, attributeName, target } of records) {
          undone += 1;
          for (const node of addedNodes) node.remove();
          if (attributeName) target.removeAttribute(attributeName);
        }
      }).observe(document.documentElement, { subtree: true, attributes: true, childList: true, characterData: true });
    </script>`,
  );
  await expectMarks(bedside, page, ['ferritin']);
  const undone = () => page.evaluate(() => (window as never as { undone: number }).undone);
  const before = await undone();
  await page.evaluate(() => window.scrollBy(0, 1));
  await expectMarks(bedside, page, ['ferritin']);
  expect(await undone()).toBe(before);
  // Its card is undone at once, and not opened again and again.
  await bedside.rest(page, 'ferritin');
  await until(async () => (await undone()) > before, 'the card to be undone');
  const after = await undone();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect((await undone()) - after).toBeLessThan(10);
});
