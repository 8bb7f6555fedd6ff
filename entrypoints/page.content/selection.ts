/** The words that the reader has selected, and where they stand. */
import type { Anchor } from '../card.content/card-script.ts';
import { isInView } from './in-view.ts';

export function selectionAnchor(): { text: string; anchor: Anchor } | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const element = around instanceof Element ? around : (around.parentElement ?? document.documentElement);
  const boxes = () => [...range.getClientRects()];
  return {
    text: selection.toString(),
    anchor: {
      boxes,
      isInView: () => boxes().some((box) => isInView(box, element)),
      isThere: () => !range.collapsed,
    },
  };
}
