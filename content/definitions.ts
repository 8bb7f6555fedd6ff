/**
 * The abbreviations that a text defines itself, as in "helix-loop-helix (HLH)".
 * After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions
 * in biomedical text", Pacific Symposium on Biocomputing 8 (2003), 451-462; and the other ways in which pages say it.
 */

/** A pair found in a text: `HLH` and `helix-loop-helix`, and where the short form stands in it. */
export type Definition = {
  short: string;
  long: string;
  start: number;
  end: number;
  /** All that follows the short form, where the long form is only the beginning of it that was matched. */
  rest?: string;
  /** The long form was not matched letter by letter: "the illness that doctors shorten to HLH". */
  loose?: true;
};

const isLetterOrDigit = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** 2 to 10 characters, at most two words, at least one letter, beginning with a letter or digit. */
const isShortForm = (text: string) =>
  text.length >= 2 &&
  text.length <= 10 &&
  text.split(/\s+/).length <= 2 &&
  /\p{L}/u.test(text) &&
  isLetterOrDigit(text[0]);

/** Written as abbreviations are: at least two capitals, and nothing but letters, digits and hyphens. */
const isAbbreviation = (text: string) => isShortForm(text) && /^[\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*\p{Lu}/u.test(text);

/** The shortest end of `words` that holds every letter of `short` in order, its first at a word's start. */
function longForm(short: string, words: string): string | undefined {
  let at = words.length - 1;
  for (let s = short.length - 1; s >= 0; s -= 1) {
    const letter = short[s]?.toLowerCase();
    if (!isLetterOrDigit(letter)) continue;
    while (at >= 0 && (words[at]?.toLowerCase() !== letter || (s === 0 && isLetterOrDigit(words[at - 1])))) at -= 1;
    if (at < 0) return undefined;
    at -= 1;
  }
  const start = words.slice(0, at + 1).search(/\S+$/) === -1 ? at + 1 : words.slice(0, at + 2).search(/\S+$/);
  const long = words.slice(start).trim();
  return long.length > short.length && !long.split(/\s+/).includes(short) ? long : undefined;
}

/** The long form with which `words` begin, after an article. */
function longFormAtStart(short: string, words: string): { long: string; rest: string } | undefined {
  const rest =
    words
      .slice(0, 120)
      .trim()
      .replace(/^(?:an?|the|your|our|my)\s+/i, '')
      .split(/[.,;:!?()[\]]/, 1)[0]
      ?.trim() ?? '';
  const parts = rest.split(/\s+/);
  const beginnings = Array.from({ length: Math.min(parts.length, short.length + 3) }, (_, index) =>
    parts.slice(0, index + 1).join(' '),
  ).filter((beginning) => longForm(short, beginning) === beginning);
  // Letters that begin words say more than letters within them: "clinical nurse specialist" before "clinical nurse".
  const long = beginnings.find((beginning) => initials(beginning) === short.toLowerCase()) ?? beginnings[0];
  return long ? { long, rest } : undefined;
}

const initials = (words: string) =>
  words
    .split(/[\s-]+/)
    .map((word) => word[0]?.toLowerCase())
    .join('');

/** `long (SHORT)` and `SHORT (long)`, as Schwartz and Hearst find them. */
function inBrackets(text: string): Definition[] {
  const found: Definition[] = [];
  for (const bracket of text.matchAll(/\(([^()]{2,80})\)/g)) {
    const inside = (bracket[1] ?? '').split(/[,;]/)[0]?.trim() ?? '';
    const from = Math.max(0, bracket.index - 160);
    const before =
      text
        .slice(from, bracket.index)
        .split(/[.;:!?]\s|[()]/)
        .at(-1) ?? '';
    const words = before.trim().split(/\s+/);
    if (isShortForm(inside)) {
      const window = words.slice(-Math.min(inside.length + 5, inside.length * 2)).join(' ');
      const long = longForm(inside, window);
      const start = text.indexOf(inside, bracket.index);
      if (long) found.push({ short: inside, long, start, end: start + inside.length });
    } else {
      const short = words.at(-1) ?? '';
      if (isShortForm(short) && longForm(short, inside) === inside) {
        const start = text.lastIndexOf(short, bracket.index);
        found.push({ short, long: inside, start, end: start + short.length });
      }
    }
  }
  return found;
}

const stands = /(?<![\p{L}\p{N}])([\p{L}\p{N}-]{2,10})(?: ?=| (?:stands for|is short for|means)) /gu;

/** `SHORT stands for long`, `SHORT = long`; after `=` the long form may come last: "CTL = healthy control". */
function inSentences(text: string): Definition[] {
  return [...text.matchAll(stands)].flatMap(({ index, 0: whole, 1: short = '' }) => {
    if (!isAbbreviation(short)) return [];
    const words = text.slice(index + whole.length, index + whole.length + 120);
    const long = whole.includes('=') && short.length > 2 && longForm(short, words.split(/[.,;:!?()[\]\n]/, 1)[0] ?? '');
    const found = longFormAtStart(short, words) ?? (long && { long });
    return found ? [{ short, ...found, start: index, end: index + short.length }] : [];
  });
}

const naming =
  /(?:called|known as|shorten(?:ed)? to|abbreviated(?: as| to)?|written(?: as)?) ([\p{L}\p{N}-]{2,10})(?![\p{L}\p{N}])/gu;

/** `… shorten to SHORT`: what came before in the sentence is the long form, word for word or not. */
function inApposition(text: string): Definition[] {
  return [...text.matchAll(naming)].flatMap(({ index, 0: whole, 1: short = '' }) => {
    const before = text
      .slice(Math.max(0, index - 120), index)
      .split(/[.!?]\s/)
      .at(-1);
    const end = index + whole.length;
    return isAbbreviation(short) && before?.trim()
      ? [{ short, long: before.trim(), start: end - short.length, end, loose: true as const }]
      : [];
  });
}

/** `SHORT, long; SHORT, long`: at least two, as under a table or in a list of abbreviations. */
function inList(text: string): Definition[] {
  const pairs = [...text.matchAll(/(?:^|;|\.)\s*([\p{L}\p{N}-]{2,10})(?:,|:| [–—-]) ([^;.]{3,100})/gu)];
  if (pairs.length < 2 || !text.includes(';')) return [];
  return pairs.flatMap(({ index, 0: whole, 1: short = '', 2: words = '' }) => {
    if (!isAbbreviation(short)) return [];
    // Two letters are soon found: "LP: 61 cells, lymphocytic, protein 140".
    const long = short.length > 2 && longForm(short, words);
    const found = longFormAtStart(short, words) ?? (long && { long, rest: words });
    const start = index + whole.indexOf(short);
    return found ? [{ short, ...found, start, end: start + short.length }] : [];
  });
}

/** `SHORT: Long Form` where a sentence begins, if the letters of the one begin the words of the other. */
function afterColon(text: string): Definition[] {
  return [...text.matchAll(/(?:^|[.;]\s+)([\p{L}\p{N}]{3,10}): /gu)].flatMap(({ index, 0: whole, 1: short = '' }) => {
    const found = isAbbreviation(short) ? longFormAtStart(short, text.slice(index + whole.length)) : undefined;
    const start = index + whole.indexOf(short);
    return found && initials(found.long) === short.toLowerCase()
      ? [{ short, ...found, start, end: start + short.length }]
      : [];
  });
}

/** The definitions in a text. */
export function definitions(text: string): Definition[] {
  return [
    ...(text.includes('(') ? inBrackets(text) : []),
    ...(/=| means | stands for | is short for /.test(text) ? inSentences(text) : []),
    ...(/called |known as |shorten|abbreviated |written /.test(text) ? inApposition(text) : []),
    ...(text.includes(': ') ? afterColon(text) : []),
    ...(text.includes(';') ? inList(text) : []),
  ].sort((a, b) => a.start - b.start);
}

/** The definition that two cells of a table or the two parts of a glossary's line make: `AST`, `abstract syntax tree`. */
export function pairDefinition(short: string, beside: string): { long: string; rest: string } | undefined {
  return isAbbreviation(short) ? longFormAtStart(short, beside) : undefined;
}
