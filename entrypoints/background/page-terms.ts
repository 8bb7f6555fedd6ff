/** What stands in a tab, gathered from its frames: for the popup's list, the badge and the commands. */

import type { Glossary } from '../../content/glossary.ts';
import type { PageTerm, ToPage } from '../../content/messages.ts';
import { framesOf, toFrame } from './frames.ts';

type InFrame<K extends 'overview' | 'terms'> = { frame: number; answer: ToPage[K][1] };
export type FrameTerms = InFrame<'terms'>;

/** The answers of every frame that gives one, outer frames first. */
export async function askFrames<K extends 'overview' | 'terms'>(tabId: number, name: K): Promise<InFrame<K>[]> {
  const frames = await framesOf(tabId);
  const answers = await Promise.all(
    frames.map(async ({ frameId }) => {
      const ask: (name: K) => Promise<ToPage[K][1]> = toFrame(tabId, frameId) as never;
      return ask(name).then(
        (answer) => [{ frame: frameId, answer }],
        () => [],
      );
    }),
  );
  return answers.flat();
}

/** One list over all frames: a term stands where it is first met, with the count of all its places. */
export function listTerms(frames: readonly FrameTerms[], glossary: Glossary): PageTerm[] {
  const list = new Map<string, PageTerm>();
  for (const { frame, answer } of frames) {
    for (const { id, count } of answer) {
      const listed = list.get(id);
      const term = glossary.terms.get(id);
      if (listed) listed.count += count;
      else if (term) list.set(id, { id, name: term.name, count, frame });
    }
  }
  return [...list.values()];
}
