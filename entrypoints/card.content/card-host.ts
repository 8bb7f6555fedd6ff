/**
 * The one element of ours in a page, there only while a card is open: a closed shadow root in the top
 * layer, beside the word and never over it.
 */
import { type ComponentChild, render } from 'preact';
import { cardHeadingId } from '../../components/CardFrame.tsx';
import cardStyle from '../../components/card.css?inline';
import { cardElement } from '../../content/world.ts';
import hostStyle from './card-host.css?inline';
import type { Anchor, OpenCard } from './card-script.ts';
import { around, placeCard } from './place-card.ts';

const xhtml = 'http://www.w3.org/1999/xhtml';

export type CardHost = Pick<OpenCard, 'placeAgain' | 'close' | 'holds' | 'isOpen'> & {
  /** Shows a view beside an anchor, in place of what was shown. */
  show(view: ComponentChild, anchor: Anchor): void;
  /** Lays a view out beside an anchor where nobody sees it: what is left to do for showing it is painting. */
  prepare(view: ComponentChild, anchor: Anchor): void;
  /** Shows what has been prepared; false where nothing has. */
  reveal(anchor: Anchor): boolean;
  focus(): void;
};

export function createCardHost(lost: () => void): CardHost {
  let host: HTMLElement | undefined;
  let body: HTMLElement | undefined;
  let anchor: Anchor | undefined;
  let placing: AbortController | undefined;
  /** The words that the card has been placed beside. */
  let placedBy: DOMRect | undefined;

  function open(): HTMLElement {
    host = document.createElementNS(xhtml, cardElement) as HTMLElement;
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
    // Until it is shown it can be neither seen, nor reached, nor read out.
    host.inert = true;
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
    if (!anchor || !body) return;
    if (anchor.isInView()) {
      placedBy = around(anchor.boxes());
      placeCard(body, placedBy);
    } else lost();
  }

  function put(view: ComponentChild, at: Anchor): void {
    // A dialog may have opened since it was prepared.
    if (host?.inert && host.parentNode !== home()) close();
    anchor = at;
    render(view, body ?? open());
    place();
  }

  function uncover(): void {
    if (host) host.inert = false;
  }

  function close(): void {
    placing?.abort();
    cancelAnimationFrame(frame);
    if (body) render(null, body);
    host?.remove();
    host = undefined;
    body = undefined;
    anchor = undefined;
  }

  let frame = 0;
  function placeSoon(): void {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(place);
  }

  return {
    show(view, at) {
      put(view, at);
      uncover();
    },
    prepare: put,
    reveal(at) {
      if (!host?.inert || host.parentNode !== home()) return false;
      anchor = at;
      if (!placedBy || !isSame(placedBy, around(at.boxes()))) place();
      uncover();
      return true;
    },
    focus() {
      body?.focus({ preventScroll: true });
    },
    placeAgain() {
      if (anchor?.isThere()) place();
      else if (anchor) lost();
    },
    close,
    holds: (event) => host !== undefined && event.composedPath().includes(host),
    get isOpen() {
      return host !== undefined && !host.inert;
    },
  };
}

const isSame = (one: DOMRect, other: DOMRect): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;
