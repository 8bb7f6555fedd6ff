/** What a reader sees of one term, on a page and in the popup alike. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card } from '../content/glossary.ts';
import { CardFigures } from './CardFigures.tsx';
import { CardFrame } from './CardFrame.tsx';
import { CardSources } from './CardSources.tsx';
import { Failure } from './Failure.tsx';
import { dateInWords, glossaryLanguage, type TextKey, useTexts } from './texts.ts';

type CardViewProps = {
  card: Card;
  onRelated: (id: string) => void;
  onBack?: () => void;
  onClose?: () => void;
  /** The reader knows this term: it is marked nowhere. */
  isKnown?: boolean;
  /** Told with `true` that the reader knows the term, with `false` that it is wanted back; without it, no button. */
  onKnown?: (known: boolean) => void;
  /** Why that could not be saved, the last time. */
  refusal?: string | undefined;
};

const directions: Record<NonNullable<Card['lab']>['hlh'], TextKey> = {
  high: 'labHigh',
  low: 'labLow',
  varies: 'labVaries',
};

export function CardView({ card, onRelated, onBack, onClose, isKnown = false, onKnown, refusal }: CardViewProps) {
  const text = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const isAskedFor = useRef(false);

  // The button that was pressed is gone with the old card: the focus goes to the new one's name.
  useLayoutEffect(() => {
    if (isAskedFor.current) heading.current?.focus();
    isAskedFor.current = false;
  }, [card.id]);

  const show = (ask: () => void) => () => {
    isAskedFor.current = true;
    ask();
  };

  return (
    <CardFrame
      title={card.name}
      titleLanguage={glossaryLanguage}
      bodyKey={card.id}
      headingRef={heading}
      onBack={onBack && show(onBack)}
      onClose={onClose}
      footer={<Status card={card} isKnown={isKnown} onKnown={onKnown} refusal={refusal} />}
    >
      <Names card={card} />
      <p class="card-text" lang={glossaryLanguage}>
        {card.plain}
      </p>
      {card.lab && <Lab lab={card.lab} />}
      {card.hlh && (
        <section class="card-part">
          <h3 class="card-title">{text('inHlh')}</h3>
          <p class="card-text" lang={glossaryLanguage}>
            {card.hlh}
          </p>
        </section>
      )}
      {card.figures.length > 0 && <CardFigures figures={card.figures} sources={card.sources} />}
      {card.more && (
        <details class="card-part card-more">
          <summary class="card-title">{text('more')}</summary>
          <p class="card-text" lang={glossaryLanguage}>
            {card.more}
          </p>
        </details>
      )}
      {card.related.length > 0 && (
        <section class="card-part">
          <h3 class="card-title">{text('related')}</h3>
          <ul class="card-related" lang={glossaryLanguage}>
            {card.related.map(({ id, name }) => (
              <li key={id}>
                <button type="button" class="card-related-button" onClick={show(() => onRelated(id))}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.sources.length > 0 && <CardSources sources={card.sources} />}
    </CardFrame>
  );
}

function Names({ card: { say, alsoCalled } }: { card: Card }) {
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
    </>
  );
}

function Lab({ lab }: { lab: NonNullable<Card['lab']> }) {
  const text = useTexts();
  return (
    <p class="card-lab">
      <strong class="card-direction">{text(directions[lab.hlh])}</strong>
      {lab.unit && <span class="card-label">{text('labUnit', lab.unit)}</span>}
    </p>
  );
}

type StatusProps = Pick<CardViewProps, 'card' | 'refusal'> & {
  isKnown: boolean;
  onKnown: CardViewProps['onKnown'] | undefined;
};

function Status({ card: { written, reviewed }, isKnown, onKnown, refusal }: StatusProps) {
  const text = useTexts();
  return (
    <>
      <p class="card-small">
        {reviewed ? text('reviewed', reviewed.by, dateInWords(text, reviewed.on)) : text('notReviewed')}{' '}
        {text('written', dateInWords(text, written))}
      </p>
      <div class="card-foot-row">
        <p class="card-small">{text('notAdvice')}</p>
        {/* One button for both, so that the focus stays on it. */}
        {onKnown && (
          <button type="button" class="card-known-button" onClick={() => onKnown(!isKnown)}>
            {text(isKnown ? 'bringBack' : 'knowWord')}
          </button>
        )}
      </div>
      <p class="card-small" role="status">
        {isKnown && text('wordIsKnown')}
      </p>
      {onKnown && <Failure reason={refusal} />}
    </>
  );
}
