/**
 * A search field and the list of its results, as one combobox: the focus stays in the field, the arrow keys
 * move through the list, Enter chooses. After https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
import type { Ref } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Result, ResultList } from './ResultList.tsx';
import { counted, useTexts } from './texts.ts';

type SearchBoxProps = {
  query: string;
  results: readonly Result[];
  /** Whether more may still be found for the same query. */
  isBusy?: boolean;
  onQuery: (query: string) => void;
  onChoose: (id: string) => void;
  fieldRef?: Ref<HTMLInputElement>;
};

export function SearchBox({ query, results, isBusy = false, onQuery, onChoose, fieldRef }: SearchBoxProps) {
  const text = useTexts();
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const isOpen = results.length > 0;
  const isNothing = !isOpen && !isBusy;
  const optionId = (index: number) => `${id}-${index}`;

  // Before the next key: an arrow pressed at once would be taken back.
  useLayoutEffect(() => setActive(0), [query]);
  useEffect(() => list.current?.children[active]?.scrollIntoView?.({ block: 'nearest' }), [active]);

  function press(event: KeyboardEvent): void {
    // Enter and the arrows belong to an input method while it composes a word.
    if (!isOpen || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = results[active];
    if (step !== undefined) setActive((active + step + results.length) % results.length);
    else if (event.key === 'Enter' && chosen) onChoose(chosen.id);
    else return;
    event.preventDefault();
  }

  return (
    <search class="search" aria-busy={isBusy}>
      <label class="search-label" for={`${id}-field`}>
        {text('searchLabel')}
      </label>
      <input
        class="field"
        id={`${id}-field`}
        type="text"
        role="combobox"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        value={query}
        ref={fieldRef ?? null}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={press}
      />
      <p class="unseen" role="status">
        {query.trim() !== '' &&
          (isNothing ? text('noEntry') : isOpen && counted(text, results.length, 'resultsOne', 'resultsOther'))}
      </p>
      {isOpen && (
        <ResultList
          id={`${id}-list`}
          optionId={optionId}
          results={results}
          active={active}
          onChoose={onChoose}
          listRef={list}
        />
      )}
      {query.trim() !== '' && isNothing && (
        <p class="quiet" aria-hidden="true">
          {text('noEntry')}
        </p>
      )}
    </search>
  );
}
