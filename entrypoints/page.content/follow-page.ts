/**
 * Keeps the page's book true: reads the page once, then what changes, alone. Reading runs in slices between
 * the page's own work; what a change makes wrong is struck at once, before it can be painted.
 */
import { awaitUpgrades } from './await-upgrades.ts';
import type { PageBook } from './page-book.ts';
import { containerOf, isOfRunningText, isUnread, readText } from './read-text.ts';
import { isConnected, nodeTypeOf, parentOf } from './unclobbered.ts';

/** Milliseconds of work between two pauses. */
const slice = 6;

export type Found = {
  /** An open shadow root was met for the first time. */
  shadow(root: ShadowRoot): void;
  /** A frame element was met for the first time. */
  frame(element: Element): void;
  /** The document was opened and written anew, which takes every listener away. */
  rewritten(): void;
  /** The reading of all that was to be read is done. */
  done(): void;
};

type Task = { root: Element | ShadowRoot; shallow: boolean };

export function followPage(
  book: PageBook,
  /** The open shadow roots that are known; kept true here. */
  shadowRoots: Set<ShadowRoot>,
  found: Found,
  signal: AbortSignal,
): void {
  const deep = new Set<Element | ShadowRoot>();
  const shallow = new Set<Element>();
  const frames = new WeakSet<Element>();
  let reading: ReturnType<typeof readText> | undefined;
  let isScheduled = false;
  let isEdited = false;

  const observer = new MutationObserver(changed);
  const upgrades = awaitUpgrades(shadowRoots, meetLate, signal);

  function watch(root: Document | ShadowRoot): void {
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['contenteditable'],
    });
  }

  /** Strikes what these changes touch and notes what to read again; reads nothing itself. */
  function changed(records: MutationRecord[]): void {
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (target === document && addedNodes.length > 0) {
        found.rewritten();
        return;
      }
      if (type === 'characterData') {
        book.strike(target);
        again(containerOf(target));
      } else if (type === 'attributes') {
        book.strike(target);
        deep.add(target as Element);
      } else {
        for (const node of removedNodes) book.strike(node);
        for (const node of addedNodes) if (nodeTypeOf(node) === Node.ELEMENT_NODE) deep.add(node as Element);
        const owner = ownerOf(target);
        const isRunningText = [...addedNodes, ...removedNodes].some(isOfRunningText);
        if (owner && (isRunningText || book.hasOwnText(owner))) again(owner);
      }
    }
    schedule();
  }

  function again(container: Element | undefined): void {
    if (!container) return;
    book.strikeOwnText(container);
    shallow.add(container);
  }

  /** The container whose running text a changed parent belongs to: itself, or the nearest around it. */
  function ownerOf(parent: Node): Element | undefined {
    if (parent instanceof ShadowRoot) return parent.host;
    const child = document.createTreeWalker(parent).firstChild();
    return child ? containerOf(child) : nodeTypeOf(parent) === Node.ELEMENT_NODE ? (parent as Element) : undefined;
  }

  function schedule(): void {
    if (isScheduled || signal.aborted) return;
    isScheduled = true;
    requestIdleCallback(work, { timeout: 200 });
  }

  function next(): Task | undefined {
    for (const set of [deep, shallow]) {
      for (const root of set) {
        set.delete(root);
        if (!isConnected(root) || (set === deep && isInside(root, deep)) || isUnread(root)) continue;
        return { root, shallow: set === shallow };
      }
    }
    return undefined;
  }

  function work(): void {
    isScheduled = false;
    if (signal.aborted || checkEdited()) return;
    forgetShadows();
    upgrades.look();
    const end = performance.now() + slice;
    do {
      if (!reading) {
        const task = next();
        if (!task) {
          book.settle();
          found.done();
          return;
        }
        reading = readTask(task);
      }
      const { value, done } = reading.next();
      if (done) reading = undefined;
      else if (value.kind === 'block') book.enter(value.block);
      else if (value.kind === 'shadow') meetShadow(value.root);
      else if (value.kind === 'custom') upgrades.met(value.element);
      else if (!frames.has(value.element)) {
        frames.add(value.element);
        found.frame(value.element);
      }
    } while (performance.now() < end);
    schedule();
  }

  /** A container's own text lies in its shadow root where it has one that slots nothing of it. */
  function* readTask({ root, shallow: isShallow }: Task): ReturnType<typeof readText> {
    yield* readText(root, isShallow);
    if (!isShallow || root instanceof ShadowRoot) return;
    for (const shadow of shadowRoots) if (shadow.host === root) yield* readText(shadow, true);
  }

  function meetShadow(root: ShadowRoot): void {
    if (shadowRoots.has(root)) return;
    shadowRoots.add(root);
    watch(root);
    found.shadow(root);
    deep.add(root);
  }

  function meetLate(root: ShadowRoot): void {
    meetShadow(root);
    schedule();
  }

  /** Strikes what stood in shadow roots that have left the page. */
  function forgetShadows(): void {
    for (const root of shadowRoots) {
      if (isConnected(root)) continue;
      shadowRoots.delete(root);
      book.strike(root);
    }
  }

  /** While the whole document is being edited nothing is marked; no event tells when that begins or ends. */
  function checkEdited(): boolean {
    const before = isEdited;
    isEdited = document.designMode === 'on';
    if (isEdited) book.clear();
    else if (before) {
      deep.add(document.documentElement);
      schedule();
    }
    return isEdited;
  }

  for (const event of ['selectionchange', 'focusin', 'pointerdown', 'keydown']) {
    document.addEventListener(event, checkEdited, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => observer.disconnect());
  watch(document);
  deep.add(document.documentElement);
  schedule();
}

/** Whether a node lies below another one of the set. */
function isInside(node: Node, set: ReadonlySet<Node>): boolean {
  for (let at = parentOf(node); at; at = parentOf(at)) if (set.has(at)) return true;
  return false;
}
