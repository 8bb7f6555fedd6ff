/** mark.js, which wraps what it finds in elements. */
import Mark from 'mark.js';
import type { Variant } from './variant.ts';

/** It calls itself for every term, so that more of them at once would overflow the stack. */
const mostAtOnce = 200;

const mark: Variant =
  ({ forms }) =>
  (deadline) => {
    let found = 0;
    const marker = new Mark(document.body);
    for (let from = 0; from < forms.length; from += mostAtOnce)
      marker.mark(forms.slice(from, from + mostAtOnce), {
        accuracy: 'exactly',
        diacritics: false,
        separateWordSearch: false,
        filter: () => {
          deadline();
          return true;
        },
        noMatch: deadline,
        done: (count) => {
          found += count;
        },
      });
    return found;
  };
export default mark;
