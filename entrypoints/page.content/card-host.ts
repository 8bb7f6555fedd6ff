/**
 * The one element of ours in a page, there only while a card is open: a closed shadow root in the top
 * layer, beside the word and never over it.
 */
import { autoUpdate, computePosition, flip, hide, inline, offset, shift, size } from '@floating-ui/dom';
import { type ComponentChild, render } from 'preact';
import cardStyle from '../../components/card.css?inline';
import hostStyle from './card-host.css?inline';

export const hostName = 'bedside-card';
const xhtml = 'http://www.w3.org/1999/xhtml';

/** What a card stands beside: something with boxes in the viewport. */
export type Anchor = { boxes(): DOMRect[]; element: Element };

export type CardHost = {
  /** Shows a view beside an anchor, in place of what was shown. */
  show(view: ComponentChild, anchor: Anchor): void;
  focus(): void;
  close(): void;
  /** Whether an event happened in the card. */
  holds(event: Event): boolean;
  readonly isOpen: boolean;
};

/** Takes away hosts that an earlier load of the extension left behind. */
export function removeStaleHosts(): void {
  for (const host of document.querySelectorAll(hostName)) host.remove();
}

export function createCardHost(lost: () => void): CardHost {
  let host: HTMLElement | undefined;
  let body: HTMLElement | undefined;
  let anchored: Element | undefined;
  let stopPlacing: (() => void) | undefined;

  function open(): HTMLElement {
    host = document.createElementNS(xhtml, hostName) as HTMLElement;
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${hostStyle}\n${cardStyle}`);
    root.adoptedStyleSheets = [sheet];
    body = document.createElementNS(xhtml, 'div') as HTMLElement;
    body.className = 'place';
    body.tabIndex = -1;
    root.append(body);
    host.popover = 'manual';
    home().append(host);
    host.showPopover();
    return body;
  }

  /** The document, or the modal dialog that makes everything outside it inert. */
  function home(): Element {
    return [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
  }

  function place(anchor: Anchor, at: HTMLElement): void {
    stopPlacing?.();
    anchored = anchor.element;
    const reference = {
      contextElement: anchor.element,
      getClientRects: () => anchor.boxes() as unknown as DOMRectList,
      getBoundingClientRect: () => around(anchor.boxes()),
    };
    const update = async () => {
      const { x, y, middlewareData } = await computePosition(reference, at, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [
          inline(),
          offset(6),
          flip({ padding: 8, fallbackPlacements: ['top-start', 'right', 'left'] }),
          shift({ padding: 8 }),
          size({
            padding: 8,
            apply({ availableHeight, availableWidth, elements }) {
              elements.floating.style.setProperty('--most-high', `${Math.max(120, Math.floor(availableHeight))}px`);
              elements.floating.style.setProperty('--most-wide', `${Math.floor(Math.max(availableWidth, 0))}px`);
            },
          }),
          hide(),
        ],
      });
      if (middlewareData.hide?.referenceHidden || anchor.boxes().length === 0) return lost();
      at.style.setProperty('left', `${Math.round(x)}px`);
      at.style.setProperty('top', `${Math.round(y)}px`);
    };
    stopPlacing = autoUpdate(reference, at, update);
  }

  return {
    show(view, anchor) {
      const at = body ?? open();
      render(view, at);
      place(anchor, at);
    },
    focus() {
      body?.focus({ preventScroll: true });
    },
    close() {
      stopPlacing?.();
      stopPlacing = undefined;
      if (body) render(null, body);
      host?.remove();
      host = undefined;
      body = undefined;
      anchored = undefined;
    },
    holds: (event) => host !== undefined && event.composedPath().includes(host),
    get isOpen() {
      return host !== undefined && anchored !== undefined;
    },
  };
}

function around(boxes: readonly DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return boxes.length > 0 ? new DOMRect(left, top, right - left, bottom - top) : new DOMRect();
}
