/** The number that the page gives for a test, and what it cannot tell. */
import type { Card } from '../content/glossary.ts';
import type { Measured } from '../content/measured.ts';
import { counts } from '../content/number-line.ts';
import { figureInWords } from './figure-words.ts';
import { glossaryLanguage, useTexts } from './texts.ts';

type CardMeasuredProps = { measured: Measured; lab: NonNullable<Card['lab']>; figures: Card['figures'] };

export function CardMeasured({ measured: { number, unit, value }, lab, figures }: CardMeasuredProps) {
  const text = useTexts();
  const equals = (of: number, in_: string) => figureInWords(text, { is: 'equals', value: of, unit: in_ });
  const told = figures.find((figure) => counts(figure, lab, value) !== undefined);
  return (
    <section class="card-part card-measured">
      <h3 class="card-title">{text('onThisPage')}</h3>
      <p>
        <strong class="card-value">{equals(number, unit)}</strong>
        {unit !== lab.unit && value !== number && ` ${text('thatIs', equals(value, lab.unit))}`}
      </p>
      {told && (
        <p>
          <span lang={glossaryLanguage}>{told.label}</span>
          {`: ${figureInWords(text, told)}. `}
          {text(counts(told, lab, value) ? 'numberCounts' : 'numberDoesNotCount')}
        </p>
      )}
      <p class="card-aside card-caution">{text('oneNumber')}</p>
    </section>
  );
}
