/** What a laboratory value does in HLH, its unit, and where it usually lies. */
import type { Card } from '../content/glossary.ts';
import type { NumberLine } from '../content/number-line.ts';
import { CardBar } from './CardBar.tsx';
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

/** How a number of the page compares with what is usual. */
const compared = ({ from, to }: Lab['usual'][number], number: number): TextKey => {
  if (from !== undefined && number < from) return 'belowUsual';
  return to !== undefined && number > to ? 'aboveUsual' : 'withinUsual';
};

type CardUsualProps = { lab: Lab; line?: NumberLine | undefined; sources: Card['sources'] };

export function CardUsual({ lab, line, sources }: CardUsualProps) {
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
            {line?.value && <span class="card-label"> {text(compared(usual, line.value.number))}</span>}
            {line && <CardBar line={line} stretch={line.stretch(usual.from, usual.to)} kind="usual" />}
          </li>
        ))}
      </ul>
      <p class="card-aside card-caution">{text('labsDiffer')}</p>
    </section>
  );
}
