/** Where the numbers of a test lie on one line: usual values, thresholds, and the number of a page. */
import type { Figure, Lab } from './figures.ts';
import { inUnitOf, type Measured } from './measured.ts';

/** A part of the line, from 0 at its beginning to 1 at its end. */
export type Stretch = { from: number; to: number };

export type NumberLine = {
  /** Where the numbers lie from one to another; without one it goes on to the end of the line. */
  stretch(from: number | undefined, to: number | undefined): Stretch;
  /** The number of the page, where it gives one. */
  value?: { number: number; at: number };
};

/** Beyond so many times the least number the line is logarithmic, or what is small could not be told apart. */
const mostLinear = 20;
/** What is left free at both ends, of the whole line. */
const margin = 0.08;

type Bounds = { from?: number | undefined; to?: number | undefined };

/** The numbers that a figure counts, in the unit of the test; nothing where it is no bound, or of another unit. */
export function boundsOf(
  { is, value, to, unit }: Pick<Figure, 'is' | 'value' | 'to' | 'unit'>,
  lab: Lab,
): Bounds | undefined {
  const bound = inUnitOf(lab, value, unit);
  if (bound === undefined) return undefined;
  if (is === 'at least' || is === 'above') return { from: bound };
  if (is === 'at most' || is === 'below') return { to: bound };
  return is === 'from to' && to !== undefined ? { from: bound, to: inUnitOf(lab, to, unit) } : undefined;
}

/** Whether a figure counts a number of the test's unit; nothing where it is no bound. */
export function counts(
  figure: Pick<Figure, 'is' | 'value' | 'to' | 'unit'>,
  lab: Lab,
  number: number,
): boolean | undefined {
  const bounds = boundsOf(figure, lab);
  if (!bounds) return undefined;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = bounds;
  return (
    (figure.is === 'above' ? number > from : number >= from) && (figure.is === 'below' ? number < to : number <= to)
  );
}

/** The line of a test; nothing where it has no numbers of its own. */
export function numberLineOf(lab: Lab, figures: readonly Figure[], measured?: Measured): NumberLine | undefined {
  const shown = [...lab.usual, ...figures.flatMap((figure) => boundsOf(figure, lab) ?? [])];
  const own = shown.flatMap(({ from, to }) => [from, to]).filter((number) => number !== undefined);
  if (own.length === 0) return undefined;
  const all = measured ? [...own, measured.value] : own;
  const positive = all.filter((number) => number > 0);
  const [least, most] = [Math.min(...positive), Math.max(...positive)];
  const isLogarithmic = most > least * mostLinear;
  const scale = (number: number) => (isLogarithmic ? Math.log(Math.max(number, least)) : number);
  const first = isLogarithmic ? scale(least) : Math.min(...all);
  const span = scale(most) - first || Math.abs(first) || 1;
  const at = (number: number) => margin + ((scale(number) - first) / span) * (1 - 2 * margin);
  return {
    stretch: (from, to) => ({ from: from === undefined ? 0 : at(from), to: to === undefined ? 1 : at(to) }),
    ...(measured && { value: { number: measured.value, at: at(measured.value) } }),
  };
}
