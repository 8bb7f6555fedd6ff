/** The marks of a page as it really holds them: the ranges in the document's own registry of highlights. */
import type { Frame, JSHandle, Page } from 'puppeteer-core';
import { until } from './until.ts';

export type Place = Page | Frame;
export type Point = { x: number; y: number };

export const frameOf = (place: Place): Frame => ('mainFrame' in place ? place.mainFrame() : place);
export const pageOf = (place: Place): Page => ('mainFrame' in place ? place : place.page());

/** The marked texts of one frame, in document order. Only what is near the viewport is registered. */
export async function marks(place: Place): Promise<string[]> {
  const ranges = await markRanges(place);
  const texts = await ranges.evaluate((found) => found.map(String));
  await ranges.dispose();
  return texts;
}

/** The middle of a mark's first line, as the whole page counts, once the mark is there, in view and at rest. */
export async function pointOfMark(place: Place, text: string, nth = 0): Promise<Point> {
  const inFrame = await until(async () => {
    const ranges = await markRanges(place);
    const point = await ranges.evaluate(
      async (found, wanted, index) => {
        const range = found.filter((each) => String(each) === wanted)[index];
        if (!range) return undefined;
        const { parentElement: around } = range.startContainer;
        // A form's controls may have taken the name of the method.
        if (around)
          Element.prototype.scrollIntoView.call(around, { block: 'center', inline: 'nearest', behavior: 'instant' });
        // Browsers drop input before a page's first frame, and tell the page of a scroll with the next one: a
        // pointer that comes to rest before that does not rest for Bedside.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const [line] = range.getClientRects();
        return line && { x: line.x + line.width / 2, y: line.y + line.height / 2 };
      },
      text,
      nth,
    );
    await ranges.dispose();
    return point;
  }, `the mark "${text}"`);
  const { x, y } = await cornerOf(frameOf(place));
  return { x: x + inFrame.x, y: y + inFrame.y };
}

const markRanges = (place: Place): Promise<JSHandle<Range[]>> =>
  frameOf(place).evaluateHandle(() => {
    const ranges = new Map<string, Range>();
    const nodes: Node[] = [];
    const number = (node: Node) => {
      if (!nodes.includes(node)) nodes.push(node);
      return nodes.indexOf(node);
    };
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('bedside-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange();
        try {
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
        } catch {
          // The text has changed beneath a static range: the browser does not paint it.
          continue;
        }
        if (!startContainer.isConnected || !endContainer.isConnected) continue;
        // One mark may be in two highlights: its look, and being the one whose card is open.
        ranges.set([number(startContainer), startOffset, number(endContainer), endOffset].join(), range);
      }
    }
    /** A node, or the host around all the shadow roots that it is in. */
    const inDocument = (node: Node): Node => {
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? inDocument(root.host) : node;
    };
    const follows = (one: Node, other: Node) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [...ranges.values()].sort(({ startContainer: one, startOffset }, { startContainer: other, ...rest }) => {
      if (one === other) return startOffset - rest.startOffset;
      const isSameTree = one.getRootNode() === other.getRootNode();
      return (isSameTree ? follows(one, other) : follows(inDocument(one), inDocument(other))) ? -1 : 1;
    });
  });

/** Where a frame's own viewport begins in the whole page. */
async function cornerOf(frame: Frame): Promise<Point> {
  const element = await frame.frameElement();
  if (!element) return { x: 0, y: 0 };
  const box = await element.boundingBox();
  const border = await element.evaluate((each) => ({ x: each.clientLeft, y: each.clientTop }));
  await element.dispose();
  return { x: (box?.x ?? 0) + border.x, y: (box?.y ?? 0) + border.y };
}
