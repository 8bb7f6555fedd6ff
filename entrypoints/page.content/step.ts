/** Going through a page's marks by key: the next, the previous, the first of a term. */
import type { Mark, PageMarks } from './page-marks.ts';
import { boxesOf } from './page-marks.ts';

export type Steps = {
  /** The mark after or before the last one gone to; `fresh` begins at the page's edge. Nothing at the end. */
  step(by: 1 | -1, fresh: boolean): Mark | undefined;
  first(term: string): Mark | undefined;
};

export function createSteps(marks: PageMarks): Steps {
  /** Weak, so that a word the page has thrown away is not kept alive by us. */
  let last: WeakRef<Text> | undefined;
  let lastStart = 0;

  const isLast = ({ block, settled }: Mark) => block.nodes[0] === last?.deref() && settled.start === lastStart;

  /** Where going on begins: the last mark, or else what is in view. */
  function from(list: readonly Mark[], by: 1 | -1): number {
    const index = list.findIndex(isLast);
    if (index >= 0) return index;
    const inView = list.findIndex((mark) => (boxesOf(mark)[0]?.bottom ?? -1) >= 0);
    if (inView < 0) return by > 0 ? -1 : list.length;
    return by > 0 ? inView - 1 : inView;
  }

  const remember = (mark: Mark | undefined) => {
    const node = mark?.block.nodes[0];
    if (node) last = new WeakRef(node);
    lastStart = mark?.settled.start ?? lastStart;
    return mark;
  };

  return {
    step(by, fresh) {
      const list = marks.inOrder();
      if (fresh) return remember(list.at(by > 0 ? 0 : -1));
      const index = from(list, by) + by;
      return remember(index < 0 ? undefined : list[index]);
    },
    first: (term) => remember(marks.inOrder().find(({ settled }) => settled.term === term)),
  };
}
