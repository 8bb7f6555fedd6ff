/** Pages that mislead, by accident or by intent: matching is the same, and nothing of ours starts, ends or loops. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Bedside, everyWord, launch } from './driver/launch.ts';
import { until } from './driver/until.ts';
import { expectMarks, pageTerms, show } from './pages/show.ts';

let bedside: Bedside;
beforeAll(async () => {
  bedside = await launch(inject('browser'), everyWord);
});
afterAll(() => bedside?.close());

/** Everything still works: what is added is marked, its card opens, and closes by key. */
async function expectAlive(page: Page): Promise<void> {
  const before = await bedside.marks(page);
  await page.evaluate(() => {
    const added = document.createElement('p');
    added.textContent = 'The emapalumab.';
    document.body.append(added);
  });
  await expectMarks(bedside, page, [...before, 'emapalumab']);
  await bedside.rest(page, 'emapalumab');
  await bedside.openCard(page, 'emapalumab');
  await page.keyboard.press('Escape');
  await until(async () => !(await bedside.card(page)), 'the card to close');
}

const clobbered = [
  'parentNode', 'parentElement', 'childNodes', 'firstChild', 'nextSibling', 'nodeType', 'nodeName', 'localName', 'tagName',
  'closest', 'matches', 'shadowRoot', 'isConnected', 'contains', 'getRootNode', 'attributes', 'getAttribute',
  'checkVisibility', 'getBoundingClientRect', 'scrollIntoView', 'compareDocumentPosition', 'ownerDocument', 'append',
  'addEventListener', 'style', 'children',
]; // biome-ignore format: a list

test('row 54: a form whose controls take the names of its properties is read like any other', async () => {
  const controls = clobbered.map((name) => `<input name="${name}"><i id="${name}"></i>`).join('');
  const page = await show(
    bedside,
    `<form>The ferritin. ${controls}<p>The <b>fibrinogen</b>.</p></form><p>The etoposide.</p>`,
  );
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen', 'etoposide']);
  await bedside.rest(page, 'ferritin');
  await bedside.openCard(page, 'ferritin');
  expect((await pageTerms(bedside)).map(({ id }) => id)).toEqual(['ferritin', 'fibrinogen', 'etoposide']);
  await page.evaluate(() => {
    const form = document.querySelector('form') as Element;
    (Node.prototype.appendChild.call(form, document.createElement('p')) as Element).textContent = 'The anakinra.';
    (Element.prototype.querySelector.call(form, 'b') as Element).textContent = 'triglycerides';
    const first = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild')?.get?.call(form) as Text;
    first.data = 'The ruxolitinib.';
  });
  await expectMarks(bedside, page, ['ruxolitinib', 'triglycerides', 'anakinra', 'etoposide']);
  await page.evaluate(() => {
    const form = document.querySelector('form') as Element;
    Element.prototype.setAttribute.call(form, 'contenteditable', '');
  });
  await expectMarks(bedside, page, ['etoposide']);
  await expectAlive(page);
});

test('row 55: built-ins that the page has poisoned change nothing', async () => {
  const page = await show(
    bedside,
    `<p>The ferritin.</p><p>The <b>fib</b>rinogen.</p>
    <script>
      const poison = (of, ...names) => {
        for (const name of names) {
          const was = Object.getOwnPropertyDescriptor(of, name);
          Object.defineProperty(of, name, { ...was, value() { if (window.isPoisoned) throw new Error('poisoned ' + name); return was.value.apply(this, arguments); } });
        }
      };
      poison(String.prototype, 'charCodeAt', 'slice', 'normalize', 'toLowerCase', 'replace', 'split', 'trim');
      poison(Array.prototype, 'push', 'map', 'filter', 'flatMap', 'includes', 'at', 'join', 'indexOf');
      poison(Map.prototype, 'get', 'set', 'has');
      poison(Set.prototype, 'add', 'has');
      poison(WeakMap.prototype, 'get', 'set');
      poison(RegExp.prototype, 'test', 'exec');
      poison(Promise.prototype, 'then');
      poison(Math, 'imul', 'max');
      poison(Node.prototype, 'contains', 'getRootNode', 'compareDocumentPosition', 'appendChild');
      poison(Element.prototype, 'matches', 'closest', 'attachShadow', 'append');
      poison(Document.prototype, 'createTreeWalker', 'createRange', 'caretPositionFromPoint', 'createElementNS');
      poison(Range.prototype, 'setStart', 'getClientRects');
      poison(EventTarget.prototype, 'addEventListener');
      poison(window, 'requestIdleCallback', 'requestAnimationFrame', 'setTimeout', 'getComputedStyle');
      window.isPoisoned = true;
      for (const name of ['MutationObserver', 'IntersectionObserver', 'StaticRange', 'Highlight', 'AbortController', 'CSSStyleSheet'])
        window[name] = class { constructor() { throw new Error('poisoned ' + name); } };
      Object.defineProperty(Object.prototype, 'bedside', { get() { throw new Error('poisoned bedside'); } });
    </script>`,
  );
  const cure = (isPoisoned: boolean) => page.evaluate(`window.isPoisoned = ${isPoisoned}`);
  await until(async () => {
    await cure(false);
    const marks = await bedside.marks(page);
    await cure(true);
    return marks.join() === 'ferritin,fibrinogen';
  }, 'the marks');
});

test('row 56: forged messages and life-cycle events end nothing and begin nothing', async () => {
  const stored = () => bedside.extension.call(() => chrome.storage.local.get());
  const before = await stored();
  const page = await show(bedside, '<p>The ferritin.</p>');
  await expectMarks(bedside, page, ['ferritin']);
  await page.evaluate(() => {
    const id = 'wxt:content-script-started';
    const names = [
      'bedside',
      'bedside:page',
      'wxt:page:content-script-started',
      id,
      'wxt:locationchange',
      'abort',
      'disconnect',
    ];
    const messages = [
      ...['begin', 'follow', 'terms', 'show', 'step', 'define', 'marked', 'change'].map((name) => ({
        bedside: name,
      })),
      { bedside: 'change', with: { paused: true } },
      { bedside: 'show', with: { id: 'ferritin' } },
      { type: id, contentScriptName: 'page', messageId: '1' },
    ];
    for (const message of messages) postMessage(message, '*');
    for (const target of [window, document, document.documentElement, document.body]) {
      for (const name of names) {
        const detail = { contentScriptName: 'page', messageId: 'forged', name: 'page' };
        target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
        target.dispatchEvent(new Event(name, { bubbles: true }));
      }
      for (const message of messages)
        target.dispatchEvent(new MessageEvent('message', { data: message, bubbles: true }));
    }
    const key = Symbol.for('bedside');
    (window as never as Record<symbol, unknown>)[key] = { life: new AbortController(), of: document, abort() {} };
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expectAlive(page);
  expect(await stored()).toEqual(before);
});

test('row 57: pointer, touch and keys that the page makes up open no card and close none', async () => {
  const page = await show(bedside, '<p>The <b>ferritin</b> is high.</p><p>The <b>fibrinogen</b>.</p>');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen']);
  /** Lets the page make up what a reader might do at a word, or anywhere. */
  const forge = (selector: string) =>
    page.evaluate((where) => {
      const at = document.querySelector(where) as Element;
      const { x, y, width, height } = at.getBoundingClientRect();
      const place = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true, composed: true, isPrimary: true };
      for (const pointerType of ['mouse', 'touch']) {
        for (const name of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'click']) {
          at.dispatchEvent(new PointerEvent(name, { ...place, pointerType }));
        }
      }
      at.dispatchEvent(new MouseEvent('mousemove', place));
      (at as HTMLElement).click();
      for (const key of ['Escape', 'Enter']) {
        const options = { key, code: key, bubbles: true, composed: true, altKey: false };
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options));
      }
    }, selector);

  await forge('b');
  expect(await page.$('bedside-card')).toBeNull();
  // A forged rest just after a real one: had it counted, the card of the real one would never open.
  await bedside.rest(page, 'fibrinogen');
  await forge('b');
  await bedside.openCard(page, 'fibrinogen');
  await forge('p');
  await forge('b');
  await expectMarks(bedside, page, ['ferritin', 'fibrinogen']);
  await bedside.openCard(page, 'fibrinogen');
});

test('a page’s own element of the name of our host is left alone, and our card opens beside it', async () => {
  const page = await show(
    bedside,
    `<p>The ferritin.</p><bedside-card><p>The fibrinogen.</p></bedside-card><p>The etoposide.</p>
    <script>
      customElements.define('bedside-card', class extends HTMLElement {
        connectedCallback() { this.title = 'mine'; }
      });
    </script>`,
  );
  await expectMarks(bedside, page, ['ferritin', 'etoposide']);
  await bedside.rest(page, 'ferritin');
  const hosts = () => page.$$eval('bedside-card:not([inert])', (all) => all.map((each) => each.textContent));
  await until(async () => (await hosts()).length === 2, 'our card');
  await page.keyboard.press('Escape');
  await until(async () => (await hosts()).length === 1, 'our card to close');
  expect(await hosts()).toEqual(['The fibrinogen.']);
});

/** How many highlights a page has thrown away: ours, for it has none. */
const thrown = (page: Page) => page.evaluate(() => (window as never as { thrown: number }).thrown);

test('row 58: marks that a page throws away come back, and no more where it does so again and again', async () => {
  const page = await show(bedside, '<p>The ferritin.');
  await expectMarks(bedside, page, ['ferritin']);
  await page.evaluate(() => CSS.highlights.clear());
  await page.mouse.move(200, 200);
  await expectMarks(bedside, page, ['ferritin']);
  await page.evaluate(() => {
    Object.assign(window, { thrown: 0, frames: 0 });
    requestAnimationFrame(function clear() {
      const counts = window as never as { thrown: number; frames: number };
      counts.thrown += CSS.highlights.size;
      counts.frames += 1;
      CSS.highlights.clear();
      requestAnimationFrame(clear);
    });
  });
  for (let step = 0; step < 40; step += 1) {
    await page.mouse.move(200 + step, 200);
    const frames = () => page.evaluate(() => (window as never as { frames: number }).frames);
    const before = await frames();
    await until(async () => (await frames()) > before, 'another frame');
  }
  const most = await thrown(page);
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(9);
});
