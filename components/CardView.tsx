/** What a reader sees of one term, on a page and in the popup alike. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../content/glossary.ts';
import type { Measured } from '../content/measured.ts';
import { numberLineOf } from '../content/number-line.ts';
import { CardCriteria } from './CardCriteria.tsx';
import { CardFigures } from './CardFigures.tsx';
import { CardFrame } from './CardFrame.tsx';
import { CardLab, CardUsual } from './CardLab.tsx';
import { CardMeasured } from './CardMeasured.tsx';
import { CardMore } from './CardMore.tsx';
import { CardNames } from './CardNames.tsx';
import { CardPicture } from './CardPicture.tsx';
import { CardRegisters } from './CardRegisters.tsx';
import { CardSources } from './CardSources.tsx';
import { CardText } from './CardText.tsx';
import { CardUnlike } from './CardUnlike.tsx';
import { cardInWords } from './card-words.ts';
import { Failure } from './Failure.tsx';
import { dateInWords, glossaryLanguage, useTexts } from './texts.ts';

type CardViewProps = {
  card: Card;
  /** The number that the page gives for it, where it is a test. */
  measured?: Measured | undefined;
  onRelated: (id: string) => void;
  onBack?: () => void;
  onClose?: () => void;
  /** The reader knows this term: it is marked nowhere. */
  isKnown?: boolean;
  /** Told with `true` that the reader knows the term, with `false` that it is wanted back; without it, no button. */
  onKnown?: (known: boolean) => void;
  /** Why that could not be saved, the last time. */
  refusal?: string | undefined;
  /** Puts the card's words into the clipboard: whether that went well. */
  onCopy?: ((words: string) => boolean | Promise<boolean>) | undefined;
};

export function CardView({
  card,
  measured,
  onRelated,
  onBack,
  onClose,
  isKnown = false,
  onKnown,
  refusal,
  onCopy,
}: CardViewProps) {
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

  const figures = card.figures.filter(({ hard }) => !hard);
  const line = card.lab && numberLineOf(card.lab, figures, measured);
  const goTo = (id: string) => show(() => onRelated(id))();

  return (
    <CardFrame
      title={card.name}
      titleLanguage={glossaryLanguage}
      bodyKey={card.id}
      headingRef={heading}
      onBack={onBack && show(onBack)}
      onClose={onClose}
      footer={
        <Status key={card.id} card={card} isKnown={isKnown} onKnown={onKnown} refusal={refusal} onCopy={onCopy} />
      }
    >
      <CardNames card={card} />
      <CardText text={card.plain} links={card.links.plain} onRelated={goTo} />
      {card.lab && measured && <CardMeasured measured={measured} lab={card.lab} figures={figures} />}
      {card.lab && <CardLab lab={card.lab} />}
      {card.hlh && (
        <section class="card-part">
          <h3 class="card-title">{text('inHlh')}</h3>
          <CardText text={card.hlh} links={card.links.hlh} onRelated={goTo} />
        </section>
      )}
      {card.picture && <CardPicture picture={card.picture} />}
      {card.criteria && <CardCriteria criteria={card.criteria} onRelated={goTo} />}
      <CardFigures figures={figures} sources={card.sources} lab={card.lab} line={line} />
      {card.lab && <CardUsual lab={card.lab} line={line} sources={card.sources} />}
      <CardUnlike unlike={card.unlike} onRelated={goTo} />
      <CardMore card={card} onRelated={goTo} />
      {card.related.length > 0 && (
        <section class="card-part">
          <h3 class="card-title">{text('related')}</h3>
          <ul class="card-related" lang={glossaryLanguage}>
            {card.related.map(({ id, name }) => (
              <li key={id}>
                <button type="button" class="card-related-button" onClick={() => goTo(id)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CardRegisters gene={card.gene} codes={card.codes} />
      {card.sources.length > 0 && <CardSources sources={card.sources} written={card.written} />}
    </CardFrame>
  );
}

type StatusProps = Pick<CardViewProps, 'card' | 'refusal' | 'onCopy'> & {
  isKnown: boolean;
  onKnown: CardViewProps['onKnown'] | undefined;
};

function Status({ card, isKnown, onKnown, refusal, onCopy }: StatusProps) {
  const text = useTexts();
  const { reviewed } = card;
  const [isCopied, setCopied] = useState<boolean>();
  return (
    <>
      <p class="card-small">
        {reviewed ? text('reviewed', reviewed.by, dateInWords(text, reviewed.on)) : text('notReviewed')}{' '}
        {text('notAdvice')}
      </p>
      <div class="card-foot-row">
        {/* One button for both, so that the focus stays on it. */}
        {onKnown && (
          <button type="button" class="card-foot-button" onClick={() => onKnown(!isKnown)}>
            {text(isKnown ? 'bringBack' : 'knowWord')}
          </button>
        )}
        {onCopy && (
          <button
            type="button"
            class="card-foot-button"
            onClick={async () => setCopied(await onCopy(cardInWords(text, card)))}
          >
            {text('copy')}
          </button>
        )}
      </div>
      <p class="card-small" role="status">
        {isKnown && text('wordIsKnown')}
        {isCopied !== undefined && ` ${text(isCopied ? 'copied' : 'notCopied')}`}
      </p>
      {onKnown && <Failure reason={refusal} />}
    </>
  );
}
