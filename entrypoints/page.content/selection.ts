/** The words that the reader has selected, and where they stand. */
import type { Anchor } from './card-host.ts';

export function selectionAnchor(): { text: string; anchor: Anchor } | undefined {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const element = around instanceof Element ? around : (around.parentElement ?? document.documentElement);
  return {
    text: selection.toString(),
    anchor: { element, boxes: () => [...range.getClientRects()], isThere: () => !range.collapsed },
  };
}
