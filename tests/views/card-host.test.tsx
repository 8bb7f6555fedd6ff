/** The card's element in a page: when it is there, and when it can be seen and reached. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CardHost, createCardHost } from '../../entrypoints/card.content/card-host.ts';
import type { Anchor } from '../../entrypoints/card.content/card-script.ts';

const anchorAt = (x: number): Anchor => ({
  boxes: () => [new DOMRect(x, 10, 40, 10)],
  isInView: () => true,
  isThere: () => true,
});
const hosts = () => [...document.querySelectorAll<HTMLElement>('bedside-card')];
const view = <p>ferritin</p>;

let host: CardHost;
beforeEach(() => {
  HTMLElement.prototype.showPopover ??= () => undefined;
  host = createCardHost(() => undefined);
});
afterEach(() => host.close());

test('a card that is prepared is inert and not open, until it is revealed', () => {
  expect(host.reveal(anchorAt(10))).toBe(false);
  host.prepare(view, anchorAt(10));
  expect([hosts().map(({ inert }) => inert), host.isOpen]).toEqual([[true], false]);
  expect(host.reveal(anchorAt(10))).toBe(true);
  expect([hosts().map(({ inert }) => inert), host.isOpen]).toEqual([[false], true]);
  // What is open is not revealed again.
  expect(host.reveal(anchorAt(10))).toBe(false);
});

test('a card that was prepared goes when it is closed', () => {
  host.prepare(view, anchorAt(10));
  host.close();
  expect(hosts()).toEqual([]);
  expect(host.reveal(anchorAt(10))).toBe(false);
});

test('another card is shown in the element that was prepared, and one of them is there', () => {
  host.prepare(view, anchorAt(10));
  host.show(view, anchorAt(200));
  expect([hosts().map(({ inert }) => inert), host.isOpen]).toEqual([[false], true]);
});

test('what was prepared outside of a dialog that has opened since is not revealed, but made anew in it', () => {
  host.prepare(view, anchorAt(10));
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  const all = document.querySelectorAll.bind(document);
  // happy-dom knows no `:modal`.
  document.querySelectorAll = ((selector: string) =>
    selector === 'dialog:modal' ? [dialog] : all(selector)) as typeof document.querySelectorAll;
  expect(host.reveal(anchorAt(10))).toBe(false);
  host.show(view, anchorAt(10));
  document.querySelectorAll = all;
  expect(hosts().map(({ parentNode }) => parentNode)).toEqual([dialog]);
  dialog.remove();
});
