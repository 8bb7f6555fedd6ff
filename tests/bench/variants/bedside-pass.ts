/** Bedside's whole pass in one go: the page cut, some of its stretches read and all others overlooked, and all settled. */
import engine from 'virtual:engine';
import { startCompiled } from '../../../content/engine/start.ts';
import { createRecogniser } from '../../../content/recogniser.ts';
import { createSenses, sureness } from '../../../content/senses.ts';
import { createPageBook } from '../../../entrypoints/page.content/page-book.ts';
import { planPage } from '../../../entrypoints/page.content/page-plan.ts';
import { readStretch, textsOf } from '../../../entrypoints/page.content/read-text.ts';
import type { Variant } from './variant.ts';

const nothing = () => {};

function finish(steps: Iterator<void, unknown>): void {
  while (!steps.next().done);
}

/** Of the stretches in the order of the page so many are read word by word, as if they were near the viewport. */
export const passOf =
  (mostRead: number): Variant =>
  ({ tables }) => {
    const recognise = createRecogniser(tables, startCompiled(engine));
    return () => {
      const senses = (sure: keyof typeof sureness) => createSenses(recognise, { sure: sureness[sure] });
      const book = createPageBook(recognise, senses, { show: nothing, hide: nothing });
      const events = {
        came: nothing,
        went: nothing,
        changed: nothing,
        neared: nothing,
        stale: nothing,
        pending: nothing,
      };
      const plan = planPage(events, new AbortController().signal);
      while (plan.cut());
      const order = plan.order();
      for (const [index, stretch] of order.entries()) {
        if (index < mostRead) {
          plan.watch(stretch);
          finish(book.read(stretch, readStretch(stretch, { shadow: nothing, custom: nothing }), order[index - 1]));
        } else finish(book.overlook(stretch, textsOf(stretch)));
      }
      finish(book.settle(order, true));
      return book.terms().size;
    };
  };
