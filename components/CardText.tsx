/** A text of a card; the terms that it names can be opened from there. */
import { Fragment } from 'preact';
import type { TextLink } from '../content/text-links.ts';
import { glossaryLanguage } from './texts.ts';

type CardTextProps = { text: string; links: readonly TextLink[] | undefined; onRelated: (id: string) => void };

export function CardText({ text, links = [], onRelated }: CardTextProps) {
  return (
    <p class="card-text" lang={glossaryLanguage}>
      {links.map(([start, end, id], index) => (
        <Fragment key={id}>
          {text.slice(links[index - 1]?.[1] ?? 0, start)}
          <button type="button" class="card-word" onClick={() => onRelated(id)}>
            {text.slice(start, end)}
          </button>
        </Fragment>
      ))}
      {text.slice(links.at(-1)?.[1] ?? 0)}
    </p>
  );
}
