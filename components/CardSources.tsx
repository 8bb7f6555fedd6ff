/** The sources of a card, and when it was written. */
import type { Card } from '../content/glossary.ts';
import { dateInWords, glossaryLanguage, useTexts } from './texts.ts';

export function CardSources({ sources, written }: Pick<Card, 'sources' | 'written'>) {
  const text = useTexts();
  return (
    <section class="card-part">
      <h3 class="card-title">{text('sources')}</h3>
      <ul class="card-sources">
        {sources.map(({ key, title, address }) => (
          <li key={key}>
            {address ? (
              <a href={address} target="_blank" rel="noopener noreferrer">
                <span class="card-key">{key}</span> <span lang={glossaryLanguage}>{title}</span>
              </a>
            ) : (
              <>
                <span lang={glossaryLanguage}>{title}</span> {text('sourceNotLookedUp')}
              </>
            )}
          </li>
        ))}
      </ul>
      <p class="card-small">{text('written', dateInWords(text, written))}</p>
    </section>
  );
}
