/** A drawing of a card, drawn with the card's own colours. */
import { type ComponentChild, h } from 'preact';
import type { Picture, Shape } from '../content/pictures.ts';
import { glossaryLanguage } from './texts.ts';

export function CardPicture({ picture }: { picture: Picture }) {
  return (
    <svg class="card-picture" viewBox={picture.viewBox} role="img" lang={glossaryLanguage}>
      <title>{picture.title}</title>
      <desc>{picture.description}</desc>
      {picture.shapes.map(draw)}
    </svg>
  );
}

const draw = (shape: Shape | string): ComponentChild => {
  if (typeof shape === 'string') return shape;
  const [tag, attributes, ...inner] = shape;
  return h(tag, attributes, ...inner.map(draw));
};
