/** Text that somebody edits: never read, never marked, and behaving as without us. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { expectAsServed, expectMarks, show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
});
afterAll(() => bedside?.close());

/** What happens on a page without us and with us. */
async function withoutAndWith<T>(body: string, act: (page: Page) => Promise<T>): Promise<[T, T]> {
  await bedside.change({ paused: true });
  const without = await act(await show(bedside, body));
  await bedside.change({ paused: false });
  const page = await show(bedside, body);
  await until(async () => (await bedside.marks(page)).length > 0, 'marks');
  return [without, await act(page)];
}

const editors = [
  '<div class="CodeMirror"><pre class="CodeMirror-line">The ferritin.</pre></div>',
  '<div class="cm-editor"><div class="cm-content">The ferritin.</div></div>',
  '<div class="monaco-editor"><div class="view-line"><span>The ferritin.</span></div></div>',
  '<div class="ace_editor"><div class="ace_line">The ferritin.</div></div>',
  '<div class="ProseMirror" contenteditable="true"><p>The ferritin.</div>',
  '<div contenteditable><p>The ferritin.</div>',
  '<div contenteditable="PLAINTEXT-ONLY">The ferritin.</div>',
  '<div contenteditable><p>The <b contenteditable="false">ferritin</b>.</div>',
  '<div role="textbox"><p>The ferritin.</div>',
  '<textarea>The ferritin.</textarea>',
  '<input value="The ferritin." placeholder="The ferritin.">',
  '<select><option>The ferritin.</select>',
  '<canvas>The ferritin.</canvas>',
];

test('rows 16 to 18: text in editors and fields is not read, neither when it is there nor when it changes', async () => {
  const page = await show(bedside, `<div id="editors">${editors.join('\n')}</div><p>The fibrinogen.`);
  await expectMarks(bedside, page, ['fibrinogen']);
  await expectAsServed(page);
  await page.$$eval('#editors > *', (all) => {
    for (const editor of all) {
      const text = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
      if (text) text.data = 'Now the ferritin is high.';
      const line = document.createElement('span');
      line.textContent = 'The etoposide.';
      (text?.parentElement ?? editor).append(line);
    }
    document.body.insertAdjacentHTML('beforeend', '<p>The triglycerides.');
  });
  await expectMarks(bedside, page, ['fibrinogen', 'triglycerides']);
});

test('row 17: over a canvas that draws its text nothing opens', async () => {
  const page = await show(
    bedside,
    `<canvas width="300" height="100">The ferritin.</canvas><p>The fibrinogen.
    <script>document.querySelector('canvas').getContext('2d').fillText('The ferritin is high.', 20, 50);</script>`,
  );
  await expectMarks(bedside, page, ['fibrinogen']);
  await page.mouse.move(60, 60, { steps: 3 });
  await bedside.rest(page, 'fibrinogen');
  await bedside.openCard(page, 'fibrinogen');
});

test('row 18: no value is ever read, not even of the field that is typed in', async () => {
  await bedside.change({ paused: true });
  const page = await show(
    bedside,
    `<form><input id="text"><input type="password"><textarea></textarea><select><option>ferritin</select></form>`,
  );
  const reads = () => bedside.extension.call(countReads, page.url());
  expect(await reads()).toBe(1);
  expect(await reads()).toBe(2);

  await bedside.change({ paused: false });
  for (const field of ['#text', '[type=password]', 'textarea']) {
    await page.type(field, 'The ferritin is high.');
    await page.keyboard.press('Home');
  }
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>The fibrinogen.'));
  await expectMarks(bedside, page, ['fibrinogen']);
  expect(await reads()).toBe(3);
});

/**
 * Counts, from the first call on, how often the values of fields are read in the world that our page script shares:
 * the page's own prototypes are not ours. Reads one itself, to show that it counts.
 */
async function countReads(address: string): Promise<number> {
  const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
  const [answer] = await chrome.scripting.executeScript({
    target: { tabId: tab?.id ?? -1 },
    func: () => {
      const counted = globalThis as never as { reads?: number };
      for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, HTMLOptionElement]) {
        for (const name of ['value', 'defaultValue', 'text'] as const) {
          const own = Object.getOwnPropertyDescriptor(prototype, name);
          if (counted.reads !== undefined || !own?.get) continue;
          const read = own.get;
          Object.defineProperty(prototype, name, {
            ...own,
            get() {
              counted.reads = (counted.reads ?? 0) + 1;
              return read.call(this);
            },
          });
        }
      }
      return (document.querySelector('input') as HTMLInputElement).value === undefined ? -1 : counted.reads;
    },
  });
  return answer?.result ?? -1;
}

test('row 19: marks go while the whole document is edited, and come back after', async () => {
  const page = await show(bedside, '<p>The ferritin is high.</p><p id="below">Below.</p>');
  await expectMarks(bedside, page, ['ferritin']);
  await page.evaluate(() => {
    document.designMode = 'on';
  });
  const line = () => {
    const style = getComputedStyle(document.querySelector('p') as Element, '::highlight(bedside-underline)');
    return style.textDecorationLine;
  };
  expect(await page.evaluate(line)).toBe('none');
  await page.click('#below');
  await expectMarks(bedside, page, []);
  await page.keyboard.type('The fibrinogen. ');
  await page.evaluate(() => {
    document.designMode = 'off';
  });
  expect(await page.evaluate(line)).toBe('underline');
  await page.click('#below');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen']);
});

test('row 15: typing into editable text: undo, caret and saved HTML are as without us', async () => {
  const body = '<p>The ferritin.</p><div contenteditable><p>Her ferritin <b>and</b> spleen.</p></div>';
  const [without, withUs] = await withoutAndWith(body, async (page) => {
    const state = () =>
      page.evaluate(() => {
        const selection = getSelection();
        const { innerHTML } = document.querySelector('div') as Element;
        return { innerHTML, caret: selection?.anchorOffset, at: selection?.anchorNode?.textContent };
      });
    await page.click('div b');
    const states = [await state()];
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'] as const)
      await page.keyboard.press(key);
    await page.keyboard.type('high ');
    states.push(await state());
    await page.keyboard.press('End');
    await page.keyboard.type(' Fibrinogen is low.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Jaundice');
    states.push(await state());
    for (let n = 0; n < 3; n += 1) {
      await page.evaluate(() => document.execCommand('undo'));
      states.push(await state());
    }
    return { states, marks: await bedside.marks(page) };
  });
  expect(withUs.states).toEqual(without.states);
  expect(withUs.marks).toEqual(['ferritin']);
});

test('row 20: what is copied across a mark is as without us', async () => {
  const body =
    '<p>The <i>ferri</i>tin is high, and the fibrinogen low.</p><div contenteditable></div><textarea></textarea>';
  const [without, withUs] = await withoutAndWith(body, async (page) => {
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('p') as Element));
    const selected = await page.evaluate(() => String(getSelection()));
    await press(page, 'KeyC', 'copy');
    const pasted: unknown[] = [selected];
    for (const [into, kept] of [
      ['div', 'innerHTML'],
      ['textarea', 'value'],
    ] as const) {
      await page.focus(into);
      await press(page, 'KeyV', 'paste');
      pasted.push(await until(() => page.$eval(into, (each, what) => each[what as 'innerHTML'], kept), 'the paste'));
    }
    return pasted;
  });
  expect(withUs).toEqual(without);
  expect(without.at(-1)).toContain('ferritin is high');
});

async function press(page: Page, key: 'KeyC' | 'KeyV', command: string): Promise<void> {
  await page.keyboard.down('Control');
  // Chromium turns no key of the debugger's into a command by itself.
  await page.keyboard.press(key, { commands: [command] });
  await page.keyboard.up('Control');
}
