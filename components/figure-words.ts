/** A figure in words: `500 µg/L or more`. */
import type { Figure } from '../content/figures.ts';
import { numberInWords, type TextKey, type Texts } from './texts.ts';

const comparisons: Record<Figure['is'], TextKey> = {
  'at least': 'figureAtLeast',
  above: 'figureAbove',
  'at most': 'figureAtMost',
  below: 'figureBelow',
  'from to': 'figureRange',
  about: 'figureAbout',
  equals: 'figureEquals',
};

/** The number and its unit must not be parted at the end of a line. */
const noBreakSpace = '\u00a0';

export function figureInWords(
  text: Texts,
  { is, value, to, unit }: Pick<Figure, 'is' | 'value' | 'to' | 'unit'>,
): string {
  const number = (n: number) => numberInWords(text, n);
  const withUnit = (n: number) => {
    if (unit === '%') return text('percent', number(n));
    return unit === '' ? number(n) : `${number(n)}${noBreakSpace}${unit}`;
  };
  return to === undefined ? text(comparisons[is], withUnit(value)) : text(comparisons[is], number(value), withUnit(to));
}
