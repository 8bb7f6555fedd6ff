/** The explained words of the page in reading order, each with how often it stands there. */
import { useId } from 'preact/hooks';
import type { PageTerm } from '../content/messages.ts';
import { counted, glossaryLanguage, useTexts } from './texts.ts';

type PageTermListProps = { terms: readonly PageTerm[]; onShow: (term: PageTerm) => void };

export function PageTermList({ terms, onShow }: PageTermListProps) {
  const text = useTexts();
  const heading = useId();
  if (terms.length === 0) return <p class="quiet">{text('onPageNone')}</p>;
  return (
    <section aria-labelledby={heading}>
      <h2 class="list-heading" id={heading}>
        {counted(text, terms.length, 'onPageOne', 'onPageOther')}
      </h2>
      <ul class="plain-list">
        {terms.map((term) => (
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
