/** What a laboratory value does in HLH, its unit, and where it usually lies. */
import type { Card } from '../content/glossary.ts';
import { figureInWords } from './figure-words.ts';
import { SourceLink } from './SourceLink.tsx';
import { glossaryLanguage, numberInWords, type TextKey, useTexts } from './texts.ts';

type Lab = NonNullable<Card['lab']>;

const directions: Record<Exclude<Lab['hlh'], 'unknown'>, TextKey> = {
  high: 'labHigh',
  low: 'labLow',
  varies: 'labVaries',
};

export function CardLab({ lab }: { lab: Lab }) {
  const text = useTexts();
  return (
    <p class="card-lab">
      {lab.hlh !== 'unknown' && <strong class="card-direction">{text(directions[lab.hlh])}</strong>}
      {lab.unit && <span class="card-label">{text('labUnit', lab.unit)}</span>}
      {lab.conversions.map(({ unit, factor }) => (
        <span key={unit} class="card-label">
          {text('labConversion', lab.unit, `${numberInWords(text, factor)} ${unit}`)}
        </span>
      ))}
    </p>
  );
}

/** One end or both of what is usual, as a figure that can be said in words. */
function asFigure({ unit }: Lab, { from, to }: Lab['usual'][number]) {
  if (from !== undefined && to !== undefined) return { is: 'from to' as const, value: from, to, unit };
  return from !== undefined
    ? { is: 'at least' as const, value: from, unit }
    : { is: 'at most' as const, value: to ?? 0, unit };
}

export function CardUsual({ lab, sources }: { lab: Lab; sources: Card['sources'] }) {
  const text = useTexts();
  if (lab.usual.length === 0) return null;
  return (
    <section class="card-part">
      <h3 class="card-title">{text('labUsual')}</h3>
      <ul class="card-list">
        {lab.usual.map((usual, index) => (
          <li key={index}>
            <span lang={glossaryLanguage}>{usual.for}</span>{' '}
            <strong class="card-value">{figureInWords(text, asFigure(lab, usual))}</strong>{' '}
            <SourceLink source={sources.find(({ key }) => key === usual.source)} />
          </li>
        ))}
      </ul>
      <p class="card-aside card-caution">{text('labsDiffer')}</p>
    </section>
  );
}
