/** The fuller text of a card, which the reader unfolds, with the figures that are hard news. */
import type { Card } from '../content/glossary.ts';
import { CardFigures } from './CardFigures.tsx';
import { CardText } from './CardText.tsx';
import { useTexts } from './texts.ts';

type CardMoreProps = {
  card: Pick<Card, 'more' | 'hard' | 'links' | 'figures' | 'sources'>;
  onRelated: (id: string) => void;
};

export function CardMore({ card: { more, hard, links, figures, sources }, onRelated }: CardMoreProps) {
  const text = useTexts();
  if (!more) return null;
  const hardFigures = figures.filter((figure) => figure.hard);
  return (
    <details class="card-part card-more">
      <summary class="card-title">{text(hard ? 'moreHard' : 'more')}</summary>
      <CardText text={more} links={links.more} onRelated={onRelated} />
      {hardFigures.length > 0 && <p class="card-aside card-caution">{text('figuresOfGroups')}</p>}
      <CardFigures figures={hardFigures} sources={sources} />
    </details>
  );
}
