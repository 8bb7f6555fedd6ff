/**
 * The one element of ours in a page, there only while a card is open: a closed shadow root in the top
 * layer, beside the word and never over it.
 */
import { type ComponentChild, render } from 'preact';
import { cardHeadingId } from '../../components/CardFrame.tsx';
import cardStyle from '../../components/card.css?inline';
import hostStyle from './card-host.css?inline';
import { around, isInView, placeCard } from './place-card.ts';

export const hostName = 'bedside-card';
const xhtml = 'http://www.w3.org/1999/xhtml';

/** What a card stands beside: boxes in the viewport, and the element they are in. */
export type Anchor = {
  element: Element;
  boxes(): DOMRect[];
  /** Whether the words are still there. */
  isThere(): boolean;
};

export type CardHost = {
  /** Shows a view beside an anchor, in place of what was shown. */
  show(view: ComponentChild, anchor: Anchor): void;
  focus(): void;
  /** The page changed: follows the word, or gives it up. */
  placeAgain(): void;
  close(): void;
  /** Whether an event happened in the card. */
  holds(event: Event): boolean;
  readonly isOpen: boolean;
};

/** Takes away hosts that an earlier load of the extension left behind, and no element of the page's of that name. */
export function removeStaleHosts(): void {
  for (const host of document.querySelectorAll(`${hostName}[popover="manual"]:empty`)) host.remove();
}

export function createCardHost(lost: () => void): CardHost {
  let host: HTMLElement | undefined;
  let body: HTMLElement | undefined;
  let anchor: Anchor | undefined;
  let placing: AbortController | undefined;

  function open(): HTMLElement {
    host = document.createElementNS(xhtml, hostName) as HTMLElement;
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${hostStyle}\n${cardStyle}`);
    root.adoptedStyleSheets = [sheet];
    body = document.createElementNS(xhtml, 'div') as HTMLElement;
    body.className = 'place';
    body.tabIndex = -1;
    body.setAttribute('role', 'dialog');
    body.setAttribute('aria-labelledby', cardHeadingId);
    root.append(body);
    host.popover = 'manual';
    home().append(host);
    host.showPopover();
    placing = new AbortController();
    const options = { capture: true, passive: true, signal: placing.signal };
    window.addEventListener('scroll', placeSoon, options);
    window.addEventListener('resize', placeSoon, options);
    body.addEventListener('toggle', placeSoon, options);
    return body;
  }

  /** The document, or the modal dialog that makes everything outside it inert. */
  function home(): Element {
    return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
  }

  /** Puts the card beside its word, or gives it up when the word has gone out of sight. */
  function place(): void {
    const boxes = anchor?.boxes() ?? [];
    if (!anchor || !body) return;
    if (boxes.length === 0 || !boxes.some((box) => isInView(box, (anchor as Anchor).element))) lost();
    else placeCard(body, around(boxes));
  }

  let frame = 0;
  function placeSoon(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(place);
  }

  return {
    show(view, at) {
      anchor = at;
      render(view, body ?? open());
      place();
    },
    focus() {
      body?.focus({ preventScroll: true });
    },
    placeAgain() {
      if (anchor?.isThere()) place();
      else if (anchor) lost();
    },
    close() {
      placing?.abort();
      cancelAnimationFrame(frame);
      if (body) render(null, body);
      host?.remove();
      host = undefined;
      body = undefined;
      anchor = undefined;
    },
    holds: (event) => host !== undefined && event.composedPath().includes(host),
    get isOpen() {
      return host !== undefined;
    },
  };
}
