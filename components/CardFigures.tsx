/** The key figures of a card: what is counted, then each threshold in words, for whom, and its source. */
import type { Card } from '../content/glossary.ts';
import { figureInWords } from './figure-words.ts';
import { SourceLink } from './SourceLink.tsx';
import { glossaryLanguage, useTexts } from './texts.ts';

export function CardFigures({ figures, sources }: Pick<Card, 'figures' | 'sources'>) {
  const text = useTexts();
  if (figures.length === 0) return null;
  return (
    <section class="card-part">
      <h3 class="card-title">{text('figures')}</h3>
      <dl class="card-figures">
        {[...Map.groupBy(figures, ({ label }) => label)].map(([label, alike]) => (
          <div key={label} class="card-figure">
            <dt lang={glossaryLanguage}>{label}</dt>
            {alike.map((figure, index) => (
              <dd key={index}>
                <strong class="card-value">{figureInWords(text, figure)}</strong>{' '}
                <span lang={glossaryLanguage}>{figure.for}</span>{' '}
                <SourceLink source={sources.find(({ key }) => key === figure.source)} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
