/** Waits until a document has anything that could be read. */

type World = { [waiting]?: Document };
/** The document that is waited for or asked about, so that a second run of the script does not do the same. */
const waiting = Symbol.for('bedside waits');

/** Elements whose text nobody reads. */
const unseen = new Set(['head', 'noscript', 'script', 'style', 'template', 'title']);
/** Elements that hold documents of their own: the page script tells when these have loaded. */
const frames = new Set(['embed', 'frame', 'iframe', 'object']);

/** Not `node.localName`: in a form that may be one of its controls. */
const nameOf = Object.getOwnPropertyDescriptor(Element.prototype, 'localName')?.get as () => string;

/** Whether there is text, or an element that may have some in a shadow tree or a frame. Looks no further than the first. */
export function isReadable(root: Node): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return /\S/.test(node.data) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    const name = nameOf.call(node);
    if (unseen.has(name)) return NodeFilter.FILTER_REJECT;
    const mayHaveText = (node as Element).shadowRoot !== null || name.includes('-') || frames.has(name);
    return mayHaveText ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
  });
  return walker.nextNode() !== null;
}

/** Acts once there is something to read in this document: now, or after a change of it, when the page is idle. */
export function whenReadable(act: () => Promise<unknown>, world = globalThis as World): void {
  if (world[waiting] === document) return;
  world[waiting] = document;
  const go = () => act().finally(() => delete world[waiting]);
  if (isReadable(document)) {
    go();
    return;
  }
  const observer = new MutationObserver(() => {
    observer.disconnect();
    requestIdleCallback(look);
  });
  const watch = () => observer.observe(document, { childList: true, characterData: true, subtree: true });
  function look(): void {
    if (!isReadable(document)) {
      watch();
      return;
    }
    go();
  }
  watch();
}
