/** What is marked in a tab, gathered from its frames: for the popup's list and the badge. */

import type { Glossary } from '../../content/glossary.ts';
import type { PageTerm } from '../../content/messages.ts';
import { framesOf, toFrame } from './frames.ts';

export type FrameTerms = { frame: number; terms: { id: string; count: number }[]; current: boolean };

/** The terms of every frame that answers, outer frames first. */
export async function frameTerms(tabId: number): Promise<FrameTerms[]> {
  const frames = await framesOf(tabId);
  const answers = await Promise.all(
    frames.map(async ({ frameId }) =>
      toFrame(
        tabId,
        frameId,
      )('terms')
        .then((answer) => [{ frame: frameId, ...answer }])
        .catch(() => []),
    ),
  );
  return answers.flat();
}

/** One list over all frames: a term stands where it is first met, with the count of all its marks. */
export function listTerms(frames: readonly FrameTerms[], glossary: Glossary): PageTerm[] {
  const list = new Map<string, PageTerm>();
  for (const { frame, terms } of frames) {
    for (const { id, count } of terms) {
      const listed = list.get(id);
      const term = glossary.terms.get(id);
      if (listed) listed.count += count;
      else if (term) list.set(id, { id, name: term.name, count, frame });
    }
  }
  return [...list.values()];
}
