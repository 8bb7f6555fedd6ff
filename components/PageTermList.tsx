/** The marked words of the page in reading order, each with how often it stands there; known ones are left out. */
import { useId } from 'preact/hooks';
import type { PageTerm } from '../content/messages.ts';
import { counted, glossaryLanguage, useTexts } from './texts.ts';

type PageTermListProps = {
  terms: readonly PageTerm[];
  /** Ids of the terms that the reader knows. */
  known: readonly string[];
  onShow: (term: PageTerm) => void;
};

export function PageTermList({ terms, known, onShow }: PageTermListProps) {
  const text = useTexts();
  const heading = useId();
  const listed = terms.filter(({ id }) => !known.includes(id));
  if (listed.length === 0) return <p class="quiet">{text(terms.length === 0 ? 'onPageNone' : 'onPageAllKnown')}</p>;
  return (
    <section aria-labelledby={heading}>
      <h2 class="list-heading" id={heading}>
        {counted(text, listed.length, 'onPageOne', 'onPageOther')}
      </h2>
      <ul class="plain-list">
        {listed.map((term) => (
          <li key={`${term.frame} ${term.id}`}>
            <button type="button" class="page-term" onClick={() => onShow(term)}>
              <span lang={glossaryLanguage}>{term.name}</span>{' '}
              <span class="page-term-count">{counted(text, term.count, 'timesOne', 'timesOther')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
