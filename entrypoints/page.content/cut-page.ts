/**
 * Cuts a page into stretches: neighbours under one parent, small enough to be read in one go. A cut goes where a
 * reader sees one block end and another begin, so that no running text is ever cut. Nothing is read here; how
 * large an element is the browser counts.
 */
import { isInline, isUnreadKind } from './read-text.ts';
import { countWithin, lastOf, nextElementOf, nextOf, parentOf, previousOf } from './unclobbered.ts';

/** Neighbours under one parent, from the first to the last; `tops` are the elements among them. */
export type Stretch = { first: ChildNode; last: ChildNode; tops: Element[] };

/** A stretch, or an element that is too large for one and has to be cut itself. */
export type Part = Stretch | { branch: Element };

/** Elements in a stretch, and how many of them stand side by side: a screen or two. */
export const mostElements = 256;
export const mostTops = 32;

/** Cuts the nodes from one on, up to another that is their neighbour or to the end. The page may not change meanwhile. */
export function* cut(from: ChildNode | null, until: ChildNode | null = null): Generator<Part> {
  let start = from;
  let tops: Element[] = [];
  let size = 0;

  /** The stretch that ends before a node, unless there is nothing in it. */
  function* finish(before: ChildNode | null): Generator<Part> {
    const first = start;
    const parent = first && parentOf(first);
    const last = before ? previousOf(before) : parent && lastOf(parent);
    const stretch = first && last && first !== before && { first, last, tops };
    start = before;
    tops = [];
    size = 0;
    if (stretch && (stretch.tops.length > 0 || hasText(stretch))) yield stretch;
  }

  const end = elementFrom(until);
  for (let element = elementFrom(from); element && element !== end; element = nextElementOf(element)) {
    const within = countWithin(element, mostElements);
    const isLarge = within >= mostElements && standsAlone(element);
    if (isLarge || isUnreadKind(element)) {
      yield* finish(element);
      start = nextOf(element);
      if (isLarge && !isUnreadKind(element)) yield { branch: element };
      continue;
    }
    const isFull = size + within >= mostElements || tops.length >= mostTops;
    const before = tops.at(-1);
    if (isFull && before) {
      if (!isInline(element)) yield* finish(element);
      else if (!isInline(before)) yield* finish(nextOf(before));
    }
    tops.push(element);
    size += within + 1;
  }
  if (start !== until) yield* finish(until);
}

/** The first element from a node on, among its neighbours. */
function elementFrom(node: ChildNode | null): Element | null {
  for (let at = node; at; at = nextOf(at)) if (at instanceof Element) return at;
  return null;
}

/** Whether no running text goes on from an element's neighbours into it. */
function standsAlone(element: Element): boolean {
  if (!isInline(element)) return true;
  return isBorder(element, previousOf) && isBorder(element, nextOf);
}

function isBorder(element: Element, next: (node: ChildNode) => ChildNode | null): boolean {
  let at = next(element);
  while (at && !(at instanceof Element) && !isText(at)) at = next(at);
  return !at || (at instanceof Element && !isInline(at));
}

const isText = (node: Node) => node instanceof Text && /\S/.test(node.data);

function hasText({ first, last }: Stretch): boolean {
  for (let at: ChildNode | null = first; at; at = nextOf(at)) {
    if (isText(at)) return true;
    if (at === last) return false;
  }
  return false;
}
