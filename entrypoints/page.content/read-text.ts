/**
 * Reads a page's text by block: the text nodes that a reader sees as one running text, inline elements
 * included. Two blocks never join. Nothing is changed, and nothing but text is touched.
 */
import { contains, isConnected, matches, nodeTypeOf, parentOf, shadowOf, tagOf } from './unclobbered.ts';

/** A running text: its nodes in order, where each begins in the text, and the element it stands in. */
export type TextBlock = { container: Element; nodes: Text[]; starts: number[]; text: string };

/** What a reading comes upon, in document order. */
export type Reading =
  | { kind: 'block'; block: TextBlock }
  | { kind: 'shadow'; root: ShadowRoot }
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
  let restarts = 0;

  const containerAt = (text: Text): Element | undefined => {
    const parent = parentOf(text);
    if (!parent) return undefined;
    const known = containers.get(parent) ?? containerOf(text);
    if (known) containers.set(parent, known);
    return known;
  };

  function finish(): Reading | undefined {
    const read = nodes;
    const of = container;
    nodes = [];
    container = undefined;
    return of && read.some((node) => /\S/.test(node.data)) ? { kind: 'block', block: blockOf(of, read) } : undefined;
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
        const reading = finish();
        if (reading) yield* pause(reading);
        container = around;
      }
      nodes.push(text);
      node = walker.nextNode();
      continue;
    }
    const element = node as Element;
    const isBoundary = !isInline(element);
    if (isBoundary) {
      const reading = finish();
      if (reading) yield* pause(reading);
    }
    const tag = tagOf(element);
    if (frames.has(tag)) yield* pause({ kind: 'frame', element });
    const shadow = shadowOf(element);
    if (shadow) yield* pause({ kind: 'shadow', root: shadow });
    const isSkipped = unread.has(tag) || (shallow && isBoundary) || matches(element, edited);
    node = isSkipped ? leap() : walker.nextNode();
  }
  const reading = finish();
  if (reading) yield reading;

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

function blockOf(container: Element, nodes: Text[]): TextBlock {
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  return { container, nodes, starts, text };
}
