/** Makes article-like pages of any size, the same ones every time, with or without terms in their text. */
import { commonWords, inventedWords } from './words.ts';

export type GeneratedPage = {
  html: string;
  /** Words of running text, and how many of them belong to a term; how many terms there are. */
  words: number;
  termWords: number;
  terms: number;
};

/** What part of the words belongs to terms. */
const termShare = 0.05;
const vocabularySize = 4000;

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Words by Zipf's law: the word of rank n comes 1/n as often as the first. */
function wordSource(random: () => number, words: readonly string[]): () => string {
  let sum = 0;
  const upTo = words.map((_word, rank) => {
    sum += 1 / (rank + 1);
    return sum;
  });
  return () => {
    const wanted = random() * sum;
    let low = 0;
    for (let high = words.length - 1; low < high; ) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] as string;
  };
}

/**
 * A page of about so many bytes.
 * @param terms what its terms are drawn from; with none, no medical word is on it.
 * @param avoid forms whose words do not come by chance either.
 */
export function generatePage(bytes: number, terms: readonly string[], avoid: readonly string[] = terms): GeneratedPage {
  const random = randomFrom(bytes);
  const avoided = new Set(avoid.flatMap((form) => form.toLowerCase().split(/[^a-z]+/)));
  const words = [...commonWords, ...inventedWords(vocabularySize, randomFrom(1))].filter((word) => !avoided.has(word));
  const word = wordSource(random, words);
  const page: GeneratedPage = { html: '', words: 0, termWords: 0, terms: 0 };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const many = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, i) => make(i));
  const lengthOf = (term: string) => term.split(' ').length;
  const meanLength = terms.reduce((sum, term) => sum + lengthOf(term), 0) / terms.length;
  // A term of several words takes the place of one: p·m / (p·m + 1 - p) of the words are of terms.
  const chance = terms.length === 0 ? 0 : termShare / (meanLength - termShare * (meanLength - 1));

  function written(): string {
    const isTerm = random() < chance;
    const text = isTerm ? pick(terms) : word();
    page.words += isTerm ? lengthOf(text) : 1;
    page.termWords += isTerm ? lengthOf(text) : 0;
    page.terms += isTerm ? 1 : 0;
    return asHtml(text);
  }

  /** Words with inline markup among them, nested at times. */
  function run(count: number, depth = 0): string {
    const parts: string[] = [];
    for (let left = count; left > 0; ) {
      const length = Math.min(left, between(1, 4));
      const isMarked = depth < 3 && random() < 0.12;
      const inside = isMarked ? run(length, depth + 1) : many(length, written).join(' ');
      parts.push(isMarked ? pick(inlineMarkup)(inside) : inside);
      left -= length;
    }
    return parts.join(' ');
  }

  const sentence = () => {
    const text = `${run(between(6, 24))}${random() < 0.15 ? `<sup><a href="#r">[${between(1, 99)}]</a></sup>` : ''}.`;
    return text.startsWith('<') ? text : text.charAt(0).toUpperCase() + text.slice(1);
  };
  const paragraph = () => `<p>${many(between(3, 7), sentence).join(' ')}</p>`;
  const list = () => `<ul>\n${many(between(3, 7), () => `<li>${run(between(3, 12))}</li>`).join('\n')}\n</ul>`;
  const table = () => {
    const columns = between(3, 5);
    const row = (cell: string) =>
      `<tr>${many(columns, () => `<${cell}>${run(between(1, 3))}</${cell}>`).join('')}</tr>`;
    const body = many(between(3, 8), () => row('td')).join('\n');
    return `<table><thead>${row('th')}</thead><tbody>\n${body}\n</tbody></table>`;
  };
  const references = () =>
    `<ol class="references">\n${many(between(3, 6), () => `<li><cite>${run(between(8, 16))}</cite> <i>${run(2)}</i> ${between(1970, 2026)};${between(1, 90)}:${between(1, 900)}.</li>`).join('\n')}\n</ol>`;
  const blocks = [paragraph, paragraph, paragraph, paragraph, paragraph, paragraph, list, table, references];

  const parts = [
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>An article</title><style>body { max-width: 45em; margin: auto; font: 16px/1.5 sans-serif }</style></head><body><article>\n<h1>${run(5)}</h1>`,
  ];
  let length = (parts[0] as string).length;
  for (let count = 0; length < bytes; count += 1) {
    const part = count % 8 === 7 ? `</section><section><h2>${run(between(2, 6))}</h2>` : pick(blocks)();
    parts.push(part);
    length += part.length + 1;
  }
  page.html = `${parts.join('\n')}\n</article></body></html>`;
  return page;
}

/** Marked words as articles have them; the first ones are the commonest. */
const inlineMarkup: readonly ((inside: string) => string)[] = [
  (inside) => `<a href="#a">${inside}</a>`,
  (inside) => `<a href="#b">${inside}</a>`,
  (inside) => `<i>${inside}</i>`,
  (inside) => `<b>${inside}</b>`,
  (inside) => `<span class="s">${inside}</span>`,
  (inside) => `<em>${inside}</em>`,
  (inside) => `${inside}<sub>2</sub>`,
];
