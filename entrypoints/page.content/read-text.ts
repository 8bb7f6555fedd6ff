/**
 * Reads a page's text by block: the text nodes that a reader sees as one running text, inline elements
 * included. Two blocks never join. Nothing is changed, and nothing but text is touched.
 */
import { contains, isConnected, matches, nodeTypeOf, parentOf, shadowOf, tagOf } from './unclobbered.ts';

/**
 * A running text: its nodes in order, where each begins in the text, and the element it stands in. A very long
 * text comes in pieces: then the first node may begin before the text, at a negative offset.
 * Blocks of one reading carry the same `reading`.
 */
export type TextBlock = { container: Element; nodes: Text[]; starts: number[]; text: string; reading: symbol };

/** What a reading comes upon, in document order. */
export type Reading =
  | { kind: 'block'; block: TextBlock }
  | { kind: 'shadow'; root: ShadowRoot }
  | { kind: 'custom'; element: Element }
  | { kind: 'frame'; element: Element };

/** Elements whose text is not running text: code, form fields, drawings, and what is never shown. */
const unread = new Set(
  'audio bedside-card canvas code datalist head iframe frame input kbd math meter noframes noscript object option progress samp script select style svg template textarea title video'.split(
    ' ',
  ),
);

/** Elements that stand within a line. Every other element begins and ends a block. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby s slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const frames = new Set(['iframe', 'frame']);

/** UTF-16 units of text that are looked at in one go. */
const mostInPiece = 16_384;

/** A page that takes the reader's place away more often than this is read no further; its changes still are. */
const mostRestarts = 100;

/** Text that somebody edits, or that an editor draws: never read. */
const edited =
  '[contenteditable]:not([contenteditable="false" i]), [role="textbox"], .CodeMirror, .cm-editor, .monaco-editor, .ace_editor, .ProseMirror';

/** Whether an element, or one around it, is not to be read; looked at from the outside in when reading begins. */
export function isUnread(node: Node): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : parentOf(at)) {
    if (nodeTypeOf(at) !== Node.ELEMENT_NODE) continue;
    if (unread.has(tagOf(at as Element)) || matches(at as Element, edited)) return true;
  }
  return false;
}

const isInline = (element: Element) => inline.has(tagOf(element));

/** Whether a node is part of the running text around it, rather than a block beside it. */
export const isOfRunningText = (node: Node): boolean =>
  nodeTypeOf(node) === Node.ELEMENT_NODE
    ? isInline(node as Element)
    : nodeTypeOf(node) === Node.TEXT_NODE && /\S/.test((node as Text).data);

/** The element whose running text a node belongs to: the nearest that is not inline, or a shadow root's host. */
export function containerOf(node: Node): Element | undefined {
  for (let at = parentOf(node); at; at = parentOf(at)) {
    if (at instanceof ShadowRoot) return at.host;
    if (nodeTypeOf(at) === Node.ELEMENT_NODE && !isInline(at as Element)) return at as Element;
  }
  return undefined;
}

/**
 * Reads everything below a root, or only the root's own running text when `shallow`.
 * The page may change between two steps: reading then goes on behind the place where it was.
 */
export function* readText(root: Element | ShadowRoot, shallow = false): Generator<Reading> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let nodes: Text[] = [];
  let container: Element | undefined;
  const containers = new Map<Node, Element>();
  const id = Symbol('reading');
  let restarts = 0;

  const containerAt = (text: Text): Element | undefined => {
    const parent = parentOf(text);
    if (!parent) return undefined;
    const known = containers.get(parent) ?? containerOf(text);
    if (known) containers.set(parent, known);
    return known;
  };

  /** Gives the running text that has come to its end. */
  function* finish(): Generator<Reading> {
    const read = nodes;
    const of = container;
    nodes = [];
    container = undefined;
    if (!of || !read.some((node) => /\S/.test(node.data))) return;
    for (const block of blocksOf(of, read, id)) yield* pause({ kind: 'block', block });
  }

  /** The next node that is not below the current one. */
  function leap(): Node | null {
    for (let at: Node | null = walker.currentNode; at && at !== root; at = walker.parentNode()) {
      const next = walker.nextSibling();
      if (next) return next;
    }
    return null;
  }

  if (root instanceof Element) {
    const shadow = shadowOf(root);
    if (shadow && !shallow) yield { kind: 'shadow', root: shadow };
  }
  let node = walker.nextNode();
  while (node) {
    if (nodeTypeOf(node) === Node.TEXT_NODE) {
      const text = node as Text;
      const around = containerAt(text);
      if (around !== container) {
        yield* finish();
        container = around;
      }
      nodes.push(text);
      node = walker.nextNode();
      continue;
    }
    const element = node as Element;
    const isBoundary = !isInline(element);
    if (isBoundary) yield* finish();
    const tag = tagOf(element);
    if (frames.has(tag)) yield* pause({ kind: 'frame', element });
    const shadow = shadowOf(element);
    if (shadow) yield* pause({ kind: 'shadow', root: shadow });
    else if (tag.includes('-')) yield* pause({ kind: 'custom', element });
    const isSkipped = unread.has(tag) || (shallow && isBoundary) || matches(element, edited);
    node = isSkipped ? leap() : walker.nextNode();
  }
  yield* finish();

  /** Gives a reading; when the page has taken the walker's place away meanwhile, goes back to one that is there. */
  function* pause(reading: Reading): Generator<Reading> {
    const way: Node[] = [];
    for (let at: Node | null = walker.currentNode; at && at !== root; at = parentOf(at)) way.push(at);
    yield reading;
    if (isConnected(walker.currentNode) && contains(root, walker.currentNode)) return;
    restarts += 1;
    if (restarts > mostRestarts) return;
    walker.currentNode = way.find((at) => isConnected(at) && contains(root, at)) ?? root;
  }
}

/** The text of these nodes as one block, or as several where it is very long. */
function* blocksOf(container: Element, nodes: Text[], reading: symbol): Generator<TextBlock> {
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  if (text.length <= mostInPiece) return yield { container, nodes, starts, text, reading };
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    const within = nodes.flatMap((node, index) => {
      const start = starts[index] as number;
      return start < to && start + node.data.length > from ? [{ node, start: start - from }] : [];
    });
    yield {
      container,
      nodes: within.map(({ node }) => node),
      starts: within.map(({ start }) => start),
      text: text.slice(from, to),
      reading,
    };
    from = to;
  }
}

/** Where a piece ends: after a line or a sentence where there is one, so that no term is cut. */
function pieceEnd(text: string, from: number): number {
  const to = from + mostInPiece;
  if (to >= text.length) return text.length;
  for (const end of ['\n', '. ', ' ']) {
    const at = text.lastIndexOf(end, to);
    if (at > from + mostInPiece / 2) return at + 1;
  }
  return to;
}
