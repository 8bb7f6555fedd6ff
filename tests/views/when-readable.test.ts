/** When there is anything to read in a document, which is when the page script is asked for. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isReadable, whenReadable } from '../../entrypoints/begin.content/when-readable.ts';

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (act: () => void) => queueMicrotask(act));
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});

describe('a page has something to read', () => {
  test.each([
    ['with text', '<p>The ferritin.', true],
    ['with text far down', `${'<div>'.repeat(30)}ferritin`, true],
    ['with an element that may have text in its shadow tree', '<my-page></my-page>', true],
    ['with a frame, whose page may have text', '<div><iframe></iframe></div>', true],
    ['not with a form whose control takes the name of a property', '<form><input name="localName"></form>', false],
    ['not without anything', '', false],
    ['not with pictures', '<div> \n <img src="data:,"> </div>', false],
    [
      'not with scripts and styles',
      '<script>let ferritin</script><style>p {}</style><noscript>ferritin</noscript>',
      false,
    ],
  ])('%s', (_what, html, wanted) => {
    document.body.innerHTML = html;
    expect(isReadable(document)).toBe(wanted);
  });

  test('with text in an open shadow tree of any element', () => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' });
    document.body.append(host);
    expect(isReadable(document)).toBe(true);
  });
});

describe('the page script is asked for', () => {
  const asked = () => vi.fn(async () => undefined);

  test('at once where there is text', () => {
    document.body.textContent = 'The ferritin.';
    const act = asked();
    whenReadable(act, {});
    expect(act).toHaveBeenCalledOnce();
  });

  test('once, when text comes', async () => {
    const act = asked();
    whenReadable(act, {});
    document.body.append(document.createElement('img'));
    await vi.waitFor(() => expect(act).not.toHaveBeenCalled());
    document.body.append('The ferritin.');
    await vi.waitFor(() => expect(act).toHaveBeenCalledOnce());
    document.body.append('More.');
    await Promise.resolve();
    expect(act).toHaveBeenCalledOnce();
  });

  test('by one script alone, and again when it was not to be had', async () => {
    document.body.textContent = 'The ferritin.';
    const world = {};
    const act = asked();
    whenReadable(act, world);
    whenReadable(act, world);
    expect(act).toHaveBeenCalledOnce();
    await vi.waitFor(() => {
      whenReadable(act, world);
      expect(act).toHaveBeenCalledTimes(2);
    });
  });
});
