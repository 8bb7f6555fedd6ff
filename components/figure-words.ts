/** A figure in words: `500 µg/L or more`. */
import type { Figure } from '../content/schema.ts';
import type { TextKey, Texts } from './texts.ts';

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

export function figureInWords(text: Texts, { is, value, to, unit }: Figure): string {
  const language = text('language');
  const number = (n: number) => n.toLocaleString(language, { maximumFractionDigits: 10 });
  const withUnit = (n: number) => {
    // Languages differ in whether a space stands before the sign.
    if (unit === '%') return n.toLocaleString(language, { style: 'unit', unit: 'percent', maximumFractionDigits: 10 });
    return unit === '' ? number(n) : `${number(n)}${noBreakSpace}${unit}`;
  };
  return to === undefined ? text(comparisons[is], withUnit(value)) : text(comparisons[is], number(value), withUnit(to));
}
