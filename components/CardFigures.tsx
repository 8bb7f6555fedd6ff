/** The key figures of a card: what is counted, then each threshold in words, for whom, and its source. */
import type { Card } from '../content/glossary.ts';
import { boundsOf, type NumberLine } from '../content/number-line.ts';
import { CardBar } from './CardBar.tsx';
import { figureInWords } from './figure-words.ts';
import { SourceLink } from './SourceLink.tsx';
import { glossaryLanguage, useTexts } from './texts.ts';

type CardFiguresProps = Pick<Card, 'figures' | 'sources'> & {
  /** With the line of a test, each threshold is drawn on it. */
  lab?: Card['lab'];
  line?: NumberLine | undefined;
};

export function CardFigures({ figures, sources, lab, line }: CardFiguresProps) {
  const text = useTexts();
  if (figures.length === 0) return null;
  const draw = (figure: Card['figures'][number]) => {
    const bounds = lab && boundsOf(figure, lab);
    return line && bounds && <CardBar line={line} stretch={line.stretch(bounds.from, bounds.to)} kind="bound" />;
  };
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
                {draw(figure)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
