/** One regular expression of all forms, for each text node. */
import { texts, type Variant } from './variant.ts';

const regexp: Variant = ({ forms }) => {
  const longestFirst = forms.toSorted((a, b) => b.length - a.length).map((form) => RegExp.escape(form));
  const pattern = new RegExp(`\\b(?:${longestFirst.join('|')})\\b`, 'gi');
  return (deadline) => {
    let found = 0;
    for (const text of texts()) {
      deadline();
      for (const _match of text.matchAll(pattern)) found += 1;
    }
    return found;
  };
};
export default regexp;
