/** Figures in words, in both languages. */
import { expect, test } from 'vitest';
import { figureInWords } from '../../components/figure-words.ts';
import { dateInWords, numberInWords } from '../../components/texts.ts';
import type { Figure } from '../../content/schema.ts';
import es from '../../public/_locales/es/messages.json';
import { english, textsOf } from './stage.tsx';

type Row = [is: Figure['is'], value: number, to: number | undefined, unit: string, english: string, spanish: string];

test.each<Row>([
  ['at least', 500, undefined, 'µg/L', '500 µg/L or more', '500 µg/L o más'],
  ['above', 10000, undefined, 'µg/L', 'above 10,000 µg/L', 'más de 10.000 µg/L'],
  ['at most', 1.5, undefined, 'g/L', '1.5 g/L or less', '1,5 g/L o menos'],
  ['below', 90, undefined, 'g/L', 'below 90 g/L', 'menos de 90 g/L'],
  ['from to', 134, 199, 'g/L', '134 to 199 g/L', 'de 134 a 199 g/L'],
  ['from to', 10, 20, '%', '10 to 20%', 'de 10 a 20 %'],
  ['about', 38.5, undefined, '°C', 'about 38.5 °C', 'alrededor de 38,5 °C'],
  ['equals', 54, undefined, '%', '54%', '54 %'],
  ['equals', 8, undefined, '', '8', '8'],
  ['equals', 0.0125, undefined, 'g/L', '0.0125 g/L', '0,0125 g/L'],
])('%s %d (to %s) %s', (is, value, to, unit, inEnglish, inSpanish) => {
  const figure = { label: 'a', is, value, unit, for: 'any age', source: 'S1', ...(to !== undefined && { to }) };
  const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ');
  expect(plainSpaces(figureInWords(english, figure))).toBe(inEnglish);
  expect(plainSpaces(figureInWords(textsOf(es), figure))).toBe(inSpanish);
});

test.each([
  ['en', english],
  ['es', textsOf(es)],
])('numbers and dates are written as the browser writes them in %s', (language, text) => {
  const numbers = Intl.NumberFormat(language, { maximumFractionDigits: 10 });
  const percents = Intl.NumberFormat(language, { style: 'unit', unit: 'percent', maximumFractionDigits: 10 });
  for (const number of [0, 0.0125, 1, 38.5, 999, 1000, 1500.25, 9999, 10_000, 123_456.7, 1_000_000, 12_345_678]) {
    expect(numberInWords(text, number)).toBe(numbers.format(number));
    expect(text('percent', numberInWords(text, number))).toBe(percents.format(number));
  }
  const dates = Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month += 1) {
    for (const day of [`2026-${String(month).padStart(2, '0')}-01`, `1999-${String(month).padStart(2, '0')}-23`])
      expect(dateInWords(text, day)).toBe(dates.format(new Date(day)));
  }
});

test('a number and its unit stay on one line', () => {
  const figure: Figure = { label: 'a', is: 'below', value: 90, unit: 'g/L', for: 'any age', source: 'S1' };
  expect(figureInWords(english, figure)).toBe('below 90\u00a0g/L');
});
