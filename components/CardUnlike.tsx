/** What a term is often taken for, and what that is instead. */
import type { Card } from '../content/glossary.ts';
import { glossaryLanguage, useTexts } from './texts.ts';

type CardUnlikeProps = { unlike: Card['unlike']; onRelated: (id: string) => void };

export function CardUnlike({ unlike, onRelated }: CardUnlikeProps) {
  const text = useTexts();
  if (unlike.length === 0) return null;
  return (
    <section class="card-part">
      <h3 class="card-title">{text('unlike')}</h3>
      <ul class="card-list" lang={glossaryLanguage}>
        {unlike.map(({ id, name, why }) => (
          <li key={name}>
            {id ? (
              <button type="button" class="card-link" onClick={() => onRelated(id)}>
                {name}
              </button>
            ) : (
              <strong>{name}</strong>
            )}
            {': '}
            {why}
          </li>
        ))}
      </ul>
    </section>
  );
}
