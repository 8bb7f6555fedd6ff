/**
 * Reads a stretch of a page as a reader sees it: blocks of running text, inline elements included. Two blocks never
 * join. Nothing is changed, and nothing but text is touched.
 */
import type { Block, Passage } from '../../content/senses.ts';
import { cardElement } from '../../content/world.ts';
import type { Stretch } from './cut-page.ts';
import {
  attributeOf,
  closest,
  findWithin,
  matches,
  nextOf,
  nodeTypeOf,
  parentOf,
  shadowOf,
  tagOf,
} from './unclobbered.ts';

/** A block of a passage, and the element it stands in. */
export type PageBlock = Block & { container: Element };

/**
 * A passage as it lies on the page: its text nodes in order, and where each begins in the text. Of a text so long that
 * it comes in several, the first node may begin before it.
 */
export type PagePassage = Omit<Passage, 'section'> & {
  blocks: readonly PageBlock[];
  nodes: Text[];
  starts: number[];
  /** Whether a new section begins with it. */
  opens: boolean;
};

/** What a reading comes upon besides text. */
export type Met = {
  /** An element with an open shadow root. */
  shadow(root: ShadowRoot): void;
  /** A custom element without one, as yet. */
  custom(element: Element): void;
};

/** Elements whose text is not running text: code, form fields, drawings, and what is never shown. */
const unread = new Set([
  cardElement,
  ...'audio canvas code datalist head iframe frame input kbd math meter noframes noscript object option progress samp script select style svg template textarea title video'.split(
    ' ',
  ),
]);

/** Elements that stand within a line. Every other element begins and ends a block. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby s slot small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** UTF-16 units of text that are weighed in one go: of several blocks together, and of a single one. */
const mostTogether = 4096;
const mostInBlock = 16_384;

/** Text that somebody edits, or that an editor draws: never read. */
const edited =
  '[contenteditable]:not([contenteditable="false" i]), [role="textbox"], .CodeMirror, .cm-editor, .monaco-editor, .ace_editor, .ProseMirror';

const headings = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Whether an element, or one around it, is not to be read; looked at from the outside in when reading begins. */
export function isUnread(node: Node): boolean {
  for (let at: Node | null = node; at; at = at instanceof ShadowRoot ? at.host : parentOf(at)) {
    if (nodeTypeOf(at) !== Node.ELEMENT_NODE) continue;
    if (isUnreadKind(at as Element)) return true;
  }
  return false;
}

export const isInline = (element: Element): boolean => inline.has(tagOf(element));

/** Whether nothing of an element is read. */
export const isUnreadKind = (element: Element): boolean => unread.has(tagOf(element)) || matches(element, edited);

/** The element whose running text a node belongs to: the nearest that is not inline, or a shadow root's host. */
export function containerOf(node: Node): Element | undefined {
  for (let at = parentOf(node); at; at = parentOf(at)) {
    if (at instanceof ShadowRoot) return at.host;
    if (nodeTypeOf(at) === Node.ELEMENT_NODE && !isInline(at as Element)) return at as Element;
  }
  return undefined;
}

type Run = { container: Element; nodes: Text[] };

/** Reads a stretch: all of its nodes at once, and then passage by passage. */
export function readStretch(stretch: Pick<Stretch, 'first' | 'last'>, met: Met): Generator<PagePassage> {
  return passagesOf(runsIn(stretch, met));
}

/** Whether the first words of a stretch are a heading. */
export function beginsSection({ first, last }: Pick<Stretch, 'first' | 'last'>): boolean {
  for (let top: ChildNode | null = first; top; top = top === last ? null : nextOf(top)) {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (nodeTypeOf(node) !== Node.TEXT_NODE || !/\S/.test((node as Text).data)) continue;
      const parent = parentOf(node);
      if (parent instanceof Element && !unread.has(tagOf(parent))) return closest(parent, headings) !== null;
    }
  }
  return false;
}

/** UTF-16 units that are overlooked in one go. */
const mostAtOnce = 65_536;

/** A range costs the page's own work as long as it lies on a page: there is one, which is put aside after use. */
let range: Range | undefined;

/** All the text of a stretch as the browser gives it at once, its blocks run together, in pieces of some length. */
export function* textsOf({ first, last, tops }: Stretch): Generator<string> {
  // What somebody edits is not read: then block by block.
  if (tops.some((top) => matches(top, edited) || findWithin(top, edited))) {
    for (const { text } of readStretch({ first, last }, { shadow: () => {}, custom: () => {} })) yield text;
    return;
  }
  range ??= document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  const text = range.toString();
  range.selectNodeContents(document);
  range.collapse();
  for (let from = 0; from < text.length; from += mostAtOnce) yield text.slice(from, from + mostAtOnce);
}

/** The running texts of a stretch. */
function runsIn({ first, last }: Pick<Stretch, 'first' | 'last'>, met: Met): Run[] {
  const runs: Run[] = [];
  const containers = new Map<Node, Element | undefined>();
  let nodes: Text[] = [];
  let container: Element | undefined;

  function containerAt(text: Text): Element | undefined {
    const parent = parentOf(text);
    if (!parent) return undefined;
    if (!containers.has(parent)) containers.set(parent, containerOf(text));
    return containers.get(parent);
  }

  function finish(): void {
    if (container && nodes.some((node) => /\S/.test(node.data))) runs.push({ container, nodes });
    nodes = [];
    container = undefined;
  }

  function readText(text: Text): void {
    const around = containerAt(text);
    if (around !== container) finish();
    container = around;
    nodes.push(text);
  }

  /** Whether there is anything to read below an element. */
  function enter(element: Element): boolean {
    if (!isInline(element)) finish();
    const shadow = shadowOf(element);
    if (shadow) met.shadow(shadow);
    else if (tagOf(element).includes('-')) met.custom(element);
    return !isUnreadKind(element);
  }

  for (let top: ChildNode | null = first; top; top = top === last ? null : nextOf(top)) {
    if (nodeTypeOf(top) === Node.TEXT_NODE) readText(top as Text);
    if (nodeTypeOf(top) !== Node.ELEMENT_NODE) continue;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = top; node; ) {
      const isText: boolean = nodeTypeOf(node) === Node.TEXT_NODE;
      if (isText) readText(node as Text);
      node = isText || enter(node as Element) ? walker.nextNode() : leap(walker, top);
    }
  }
  finish();
  return runs;
}

/** The next node that is not below the current one. */
function leap(walker: TreeWalker, root: Node): Node | null {
  for (let at: Node | null = walker.currentNode; at && at !== root; at = walker.parentNode()) {
    const next = walker.nextSibling();
    if (next) return next;
  }
  return null;
}

/** Puts running texts together: one passage for each section and language, unless it would be very long. */
function* passagesOf(runs: readonly Run[]): Generator<PagePassage> {
  let blocks: (PageBlock & Run & { starts: number[] })[] = [];
  let text = '';
  let lang = '';
  let opens = false;

  function* finish(): Generator<PagePassage> {
    if (blocks.length > 0) yield passageOf(text, lang, opens, blocks);
    blocks = [];
    text = '';
    opens = false;
  }

  for (const run of runs) {
    const starts: number[] = [];
    let own = '';
    for (const { data } of run.nodes) {
      starts.push(own.length);
      own += data;
    }
    const isHeading = closest(run.container, headings) !== null;
    const spoken = langOf(run.container);
    if (isHeading || spoken !== lang) yield* finish();
    if (isHeading) opens = true;
    lang = spoken;
    for (const piece of piecesOf(run, own, starts)) {
      if (text.length + piece.text.length > mostTogether) yield* finish();
      if (text !== '') text += '\n';
      const start = text.length;
      text += piece.text;
      blocks.push({ ...piece, container: run.container, isHeading, start, end: text.length });
    }
  }
  yield* finish();
}

/** As the page says it: in shadow trees it goes on from the document. */
function langOf(element: Element): string {
  return attributeOf(closest(element, '[lang]') ?? document.documentElement, 'lang') ?? '';
}

function passageOf(
  text: string,
  lang: string,
  opens: boolean,
  blocks: readonly (PageBlock & Run & { starts: number[] })[],
): PagePassage {
  const nodes = blocks.flatMap((block) => block.nodes);
  const starts = blocks.flatMap((block) => block.starts.map((at) => block.start + at));
  const blockOf = blocks.flatMap((block, index) => block.nodes.map(() => index));
  const seams = {
    starts: starts.slice(1),
    parted: (before: number, after: number) => blockOf[before] !== blockOf[after],
  };
  return { text, lang, opens, blocks, nodes, starts, seams };
}

/** A running text as it is, or cut into several where it is very long. */
function* piecesOf(
  { nodes }: Run,
  text: string,
  starts: number[],
): Generator<{ text: string; nodes: Text[]; starts: number[] }> {
  if (text.length <= mostInBlock) return yield { text, nodes, starts };
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    const within = nodes.flatMap((node, index) => {
      const start = starts[index] as number;
      return start < to && start + node.data.length > from ? [{ node, start: start - from }] : [];
    });
    yield {
      text: text.slice(from, to),
      nodes: within.map(({ node }) => node),
      starts: within.map(({ start }) => start),
    };
    from = to;
  }
}

/** Where a piece ends: after a line or a sentence where there is one, so that no term is cut. */
function pieceEnd(text: string, from: number): number {
  const to = from + mostInBlock;
  if (to >= text.length) return text.length;
  for (const end of ['\n', '. ', ' ']) {
    const at = text.lastIndexOf(end, to);
    if (at > from + mostInBlock / 2) return at + 1;
  }
  return to;
}
