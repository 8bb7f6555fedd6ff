/** What every card has: its title and buttons, which stay, and a body that scrolls. */
import type { ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import { useTexts } from './texts.ts';

/** The id of a card's heading, for whatever names itself after the card. */
export const cardHeadingId = 'bedside-card-heading';

type CardFrameProps = {
  title: string;
  /** The language of the title, where it is not that of the interface. */
  titleLanguage?: string;
  /** A change of key begins a new body: scrolled to its top, nothing unfolded. */
  bodyKey?: string;
  headingRef?: Ref<HTMLHeadingElement>;
  onBack?: (() => void) | undefined;
  onClose?: (() => void) | undefined;
  footer?: ComponentChildren;
  children: ComponentChildren;
};

export function CardFrame(props: CardFrameProps) {
  const { title, titleLanguage, bodyKey, headingRef, onBack, onClose, footer, children } = props;
  const text = useTexts();
  return (
    <article class="card" lang={text('language')}>
      <header class="card-head">
        {onBack && (
          <button type="button" class="card-icon-button" aria-label={text('back')} onClick={onBack}>
            <Icon of="back" />
          </button>
        )}
        <h2 class="card-name" id={cardHeadingId} ref={headingRef ?? null} tabIndex={-1} lang={titleLanguage}>
          {title}
        </h2>
        {onClose && (
          <button type="button" class="card-icon-button" aria-label={text('close')} onClick={onClose}>
            <Icon of="close" />
          </button>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long card must scroll from the keyboard */}
      <section class="card-body" key={bodyKey} aria-labelledby={cardHeadingId} tabIndex={0}>
        {children}
      </section>
      {footer && <footer class="card-foot">{footer}</footer>}
    </article>
  );
}
