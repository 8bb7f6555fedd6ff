/** The words that the reader knows, each to be brought back. */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TermLink } from '../content/glossary.ts';
import { glossaryLanguage, useTexts } from './texts.ts';

type KnownWordsProps = {
  words: readonly TermLink[];
  onBringBack: (id: string) => void;
  onBringAllBack: () => void;
};

/** What was asked to leave the list, and where in it the first of it stood. */
type Leaving = { words: readonly TermLink[]; index: number };

export function KnownWords({ words, onBringBack, onBringAllBack }: KnownWordsProps) {
  const text = useTexts();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const leaving = useRef<Leaving | undefined>(undefined);
  const [news, setNews] = useState('');

  // When the background has kept it, not when it is asked for: a refused change leaves the focus where it is.
  useLayoutEffect(() => {
    const asked = leaving.current;
    if (!asked || asked.words.some(({ id }) => words.some((word) => word.id === id))) return;
    leaving.current = undefined;
    const [first, second] = asked.words;
    setNews(second || !first ? text('allAreBack') : text('wordIsBack', first.name));
    const { activeElement, body } = document;
    if (activeElement && activeElement !== body) return;
    // The button that was pressed went with its word: on to the next, or else the one before.
    const buttons = list.current?.querySelectorAll('button') ?? [];
    (buttons[Math.min(asked.index, buttons.length - 1)] ?? heading.current)?.focus();
  }, [words, text]);

  return (
    <>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        {text('knownHeading')}
      </h3>
      {words.length === 0 ? (
        <p class="quiet">{text('knownNone')}</p>
      ) : (
        <ul class="plain-list" aria-labelledby={headingId} ref={list}>
          {words.map(({ id, name }, index) => (
            <li key={id} class="known-word">
              <span class="known-word-name" lang={glossaryLanguage}>
                {name}
              </span>
              <button
                type="button"
                class="button"
                aria-label={text('bringBackWord', name)}
                onClick={() => {
                  leaving.current = { words: [{ id, name }], index };
                  onBringBack(id);
                }}
              >
                {text('bringBack')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {words.length > 1 && (
        <button
          type="button"
          class="button bring-all-back"
          onClick={() => {
            leaving.current = { words, index: 0 };
            onBringAllBack();
          }}
        >
          {text('bringAllBack')}
        </button>
      )}
      <p class="unseen" role="status">
        {news}
      </p>
    </>
  );
}
