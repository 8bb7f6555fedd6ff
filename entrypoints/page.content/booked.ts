/** What has been read of a page, as it is kept: sections, their passages, and the blocks of these. */
import type { Recogniser } from '../../content/recogniser.ts';
import { type Evidence, gather, type Settled } from '../../content/senses.ts';
import type { PageBlock, PagePassage } from './read-text.ts';
import { isVisible } from './unclobbered.ts';

/** A block of running text: its nodes, where each begins, what stands in it, and what of that is marked. */
export type BookedBlock = {
  container: Element;
  nodes: Text[];
  starts: number[];
  /** The text of its passage, in which all these numbers count. */
  text: string;
  settled: Settled[];
  shown: Settled[];
  /** Its text has changed since: nothing of it is marked until it is read again. */
  isStale?: true;
};

/** How often each term stands in the part of a section that lies in a stretch. */
export type Counts = Map<string, number>;

/** What has been read under one heading of a stretch; without its passages once it is far away. */
export type Section = { key: object; passages: BookedPassage[]; counts: Counts };
export type BookedPassage = { evidence: Evidence; blocks: BookedBlock[]; settledAt?: string };

/** Recognises a passage, and parts its nodes among its blocks. */
export function bookPassage(recognise: Recogniser, passage: PagePassage, section: object): BookedPassage {
  let node = 0;
  const blocks = passage.blocks.map((block: PageBlock): BookedBlock => {
    const first = node;
    while (node < passage.nodes.length && isBefore(passage, node, block)) node += 1;
    const nodes = passage.nodes.slice(first, node);
    return {
      container: block.container,
      nodes,
      starts: passage.starts.slice(first, node),
      text: passage.text,
      settled: [],
      shown: [],
    };
  });
  return { evidence: gather(recognise, { ...passage, section }), blocks };
}

/** Whether a node begins before a block of its passage ends. */
const isBefore = ({ starts }: PagePassage, node: number, block: PageBlock): boolean =>
  (starts[node] as number) < block.end || (starts[node] as number) === block.start;

/** How often each term stands in passages where it can be seen. */
export function countIn(passages: readonly BookedPassage[]): Counts {
  const counts: Counts = new Map();
  for (const { container, settled } of passages.flatMap(({ blocks }) => blocks)) {
    if (settled.length === 0 || !isVisible(container)) continue;
    for (const { term } of settled) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}
