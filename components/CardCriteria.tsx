/** A set of criteria or a score: its rule, and every item with its values, each leading to its term. */
import type { Card, CardCriterion } from '../content/glossary.ts';
import { figureInWords } from './figure-words.ts';
import { counted, glossaryLanguage, type Texts, useTexts } from './texts.ts';

type CardCriteriaProps = { criteria: NonNullable<Card['criteria']>; onRelated: (id: string) => void };

export function CardCriteria({ criteria, onRelated }: CardCriteriaProps) {
  const text = useTexts();
  return (
    <section class="card-part">
      <h3 class="card-title">{text('criteria')}</h3>
      <p class="card-text" lang={glossaryLanguage}>
        {criteria.rule}
      </p>
      <ol class="card-list" lang={glossaryLanguage}>
        {criteria.items.map((item) => (
          <li key={item.text}>
            <button type="button" class="card-link" onClick={() => onRelated(item.term.id)}>
              {item.text}
            </button>
            {item.values.length > 0 && (
              <ul class="card-values">
                {item.values.map((value, index) => (
                  <li key={index}>{valueInWords(text, value)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** "hemoglobin below 90 g/L", "6,000 µg/L or more: 50 points". */
function valueInWords(text: Texts, value: CardCriterion['values'][number]): string {
  const what =
    'when' in value ? value.when : [value.label, figureInWords(text, value), value.for].filter(Boolean).join(' ');
  return value.points === undefined ? what : `${what}: ${counted(text, value.points, 'pointsOne', 'pointsOther')}`;
}
