/** The results of a search: each term with the first sentence of its definition. */
import type { Ref } from 'preact';
import { glossaryLanguage, useTexts } from './texts.ts';

export type Result = { id: string; name: string; about: string };

type ResultListProps = {
  id: string;
  optionId: (index: number) => string;
  results: readonly Result[];
  /** Which one the keyboard is on. */
  active: number;
  onChoose: (id: string) => void;
  listRef?: Ref<HTMLDivElement>;
};

export function ResultList({ id, optionId, results, active, onChoose, listRef }: ResultListProps) {
  const text = useTexts();
  return (
    <div class="results" role="listbox" id={id} aria-label={text('results')} ref={listRef ?? null}>
      {results.map(({ id: term, name, about }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the search field listens to the keys
        <div
          key={term}
          class="result"
          role="option"
          id={optionId(index)}
          aria-selected={index === active}
          tabIndex={-1}
          lang={glossaryLanguage}
          // The focus stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(term)}
        >
          <span class="result-name">{name}</span> <span class="result-about">{about}</span>
        </div>
      ))}
    </div>
  );
}
