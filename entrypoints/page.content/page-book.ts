/** What is known of a page: its blocks with their matches, by text node and by container. */
import type { Recogniser } from '../../content/recogniser.ts';
import { type Evidence, gather, type Senses, type Settled } from '../../content/senses.ts';
import type { TextBlock } from './read-text.ts';
import { nodeTypeOf } from './unclobbered.ts';

/** A block with what was found in it, and the matches that stand. */
export type BookedBlock = TextBlock & { evidence: Evidence; settled: Settled[] };

export type PageBook = {
  /** Enters a block, in place of whatever its nodes belonged to. */
  enter(block: TextBlock): void;
  /** Strikes the block of a text node, of all nodes below one, or of a container's own text. */
  strike(node: Node): void;
  strikeOwnText(container: Element): void;
  hasOwnText(container: Element): boolean;
  /** Settles again what new evidence may have changed. */
  settle(): void;
  /** The blocks of a text node: several where its text is very long. */
  blocksOf(node: Text): BookedBlock[];
  /** All blocks with marks, in no order. */
  marked(): BookedBlock[];
  clear(): void;
};

/** Told of every block whose marks appear or disappear. */
export type OnMarks = (block: BookedBlock) => void;

export function createPageBook(
  recognise: Recogniser,
  senses: Senses,
  { show, hide }: { show: OnMarks; hide: OnMarks },
): PageBook {
  const byNode = new WeakMap<Text, Set<BookedBlock>>();
  const byContainer = new Map<Element, Set<BookedBlock>>();
  let settledVersion = senses.version;

  const all = () => [...byContainer.values()].flatMap((blocks) => [...blocks]);

  function remove(block: BookedBlock): void {
    for (const node of block.nodes) byNode.get(node)?.delete(block);
    const blocks = byContainer.get(block.container);
    blocks?.delete(block);
    if (blocks?.size === 0) byContainer.delete(block.container);
    senses.remove(block.evidence);
    if (block.settled.length > 0) hide(block);
  }

  function settleBlock(block: BookedBlock): void {
    const settled = senses.settle(block.evidence);
    const isSame =
      settled.length === block.settled.length &&
      settled.every(({ start, term }, index) => {
        const before = block.settled[index];
        return before?.start === start && before.term === term;
      });
    if (isSame) return;
    if (block.settled.length > 0) hide(block);
    block.settled = settled;
    if (settled.length > 0) show(block);
  }

  return {
    enter(text) {
      for (const node of text.nodes) {
        for (const before of byNode.get(node) ?? []) if (before.reading !== text.reading) remove(before);
      }
      const passage = { text: text.text, blocks: [], section: '', lang: document.documentElement.lang };
      const evidence = gather(recognise, passage);
      // Most blocks hold nothing of ours: no trace of them is kept.
      if (evidence.matches.length === 0 && evidence.cues.length === 0) return;
      const block: BookedBlock = { ...text, evidence, settled: [] };
      for (const node of block.nodes) byNode.set(node, (byNode.get(node) ?? new Set()).add(block));
      const blocks = byContainer.get(block.container) ?? new Set();
      byContainer.set(block.container, blocks.add(block));
      senses.add(evidence);
      settleBlock(block);
    },
    strike(node) {
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (
        let at: Node | null = nodeTypeOf(node) === Node.TEXT_NODE ? node : walker.nextNode();
        at;
        at = walker.nextNode()
      ) {
        for (const block of byNode.get(at as Text) ?? []) remove(block);
      }
    },
    strikeOwnText(container) {
      for (const block of byContainer.get(container) ?? []) remove(block);
    },
    hasOwnText: (container) => byContainer.has(container),
    settle() {
      if (senses.version === settledVersion) return;
      settledVersion = senses.version;
      for (const block of all()) settleBlock(block);
    },
    blocksOf: (node) => [...(byNode.get(node) ?? [])],
    marked: () => all().filter(({ settled }) => settled.length > 0),
    clear() {
      for (const block of all()) remove(block);
    },
  };
}
