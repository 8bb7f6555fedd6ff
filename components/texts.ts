/** The texts of the interface: views ask for them by key, and each entry says where they come from. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type en from '../public/_locales/en/messages.json';

export type TextKey = keyof typeof en;
export type Texts = (key: TextKey, ...values: (string | number)[]) => string;

/** The glossary is written in English, whatever the language of the interface. */
export const glossaryLanguage = 'en';

export const TextsContext = createContext<Texts>((key) => key);
export const useTexts = (): Texts => useContext(TextsContext);

/** Texts over a function like the browser's `i18n.getMessage`. */
export const textsFrom =
  (getMessage: (key: TextKey, values: string[]) => string): Texts =>
  (key, ...values) =>
    getMessage(key, values.map(String));

/** A text that differs for one and for several, with the count as its value. */
export function counted(text: Texts, count: number, one: TextKey, other: TextKey): string {
  const language = text('language');
  const key = new Intl.PluralRules(language).select(count) === 'one' ? one : other;
  return text(key, count.toLocaleString(language));
}

// Numbers and dates by the texts themselves, as `Intl` writes them: its first answer in a page takes 40 ms, and a card
// is to be there in a frame.

/** A number with its decimals, as it is written in the language of the texts. */
export function numberInWords(text: Texts, number: number): string {
  const [whole = '', decimals] = String(number).split('.');
  const isGrouped = whole.length >= Number(text('numberGroupsFrom'));
  const grouped = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, text('numberGroup')) : whole;
  return decimals === undefined ? grouped : grouped + text('numberDecimal') + decimals;
}

/** A date such as 2026-11-23, as it is written in the language of the texts. */
export function dateInWords(text: Texts, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return text('date', Number(date), text('months').split(' ')[Number(month) - 1] ?? month, year);
}
