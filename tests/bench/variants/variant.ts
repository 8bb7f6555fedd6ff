/** What every contender of the benchmark is: set up once with a glossary, then one pass over the document. */
import type { Glossary } from '../glossaries.ts';

/** Throws once the pass has taken too long; to be called now and then. */
export type Deadline = () => void;

/** Gives the pass; the pass gives how much it found. */
export type Variant = (glossary: Glossary) => (deadline: Deadline) => number;

/** Every text of the document, for contenders that read text node by text node. */
export function* texts(): Generator<string> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) yield (walker.currentNode as Text).data;
}
