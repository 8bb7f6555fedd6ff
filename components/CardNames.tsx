/** How a term is said, what else it is called, and what its name is made of. */
import type { Card } from '../content/glossary.ts';
import { glossaryLanguage, useTexts } from './texts.ts';

export function CardNames({ card: { say, alsoCalled, parts } }: { card: Pick<Card, 'say' | 'alsoCalled' | 'parts'> }) {
  const text = useTexts();
  return (
    <>
      {say && (
        <p class="card-aside">
          <span class="card-label">{text('sayIt')}</span> <span lang={glossaryLanguage}>{say}</span>
        </p>
      )}
      {alsoCalled.length > 0 && (
        <p class="card-aside">
          <span class="card-label">{text('alsoCalled')}</span>{' '}
          <span lang={glossaryLanguage}>{alsoCalled.join(', ')}</span>
        </p>
      )}
      {parts.length > 0 && (
        <p class="card-aside">
          <span class="card-label">{text('wordParts')}</span>{' '}
          <span lang={glossaryLanguage}>
            {parts.map(({ part, means }, index) => (
              <span key={part}>
                {index > 0 && ', '}
                <span class="card-word-part">{part}</span> {means}
              </span>
            ))}
          </span>
        </p>
      )}
    </>
  );
}
