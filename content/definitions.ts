/**
 * The abbreviations that a text defines itself, as in "helix-loop-helix (HLH)".
 * After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions
 * in biomedical text", Pacific Symposium on Biocomputing 8 (2003), 451-462.
 */

/** A pair found in a text: `HLH` and `helix-loop-helix`. */
export type Definition = { short: string; long: string };

const isLetterOrDigit = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** 2 to 10 characters, at most two words, at least one letter, beginning with a letter or digit. */
const isShortForm = (text: string) =>
  text.length >= 2 &&
  text.length <= 10 &&
  text.split(/\s+/).length <= 2 &&
  /\p{L}/u.test(text) &&
  isLetterOrDigit(text[0]);

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

/** The definitions in a text: `long (SHORT)` and `SHORT (long)`, in order. */
export function definitions(text: string): Definition[] {
  const found: Definition[] = [];
  for (const bracket of text.matchAll(/\(([^()]{2,80})\)/g)) {
    const inside = (bracket[1] ?? '').split(/[,;]/)[0]?.trim() ?? '';
    const before =
      text
        .slice(Math.max(0, bracket.index - 160), bracket.index)
        .split(/[.;:!?]\s|[()]/)
        .at(-1) ?? '';
    const words = before.trim().split(/\s+/);
    if (isShortForm(inside)) {
      const window = words.slice(-Math.min(inside.length + 5, inside.length * 2)).join(' ');
      const long = longForm(inside, window);
      if (long) found.push({ short: inside, long });
    } else {
      const short = words.at(-1) ?? '';
      if (isShortForm(short) && longForm(short, inside) === inside) found.push({ short, long: inside });
    }
  }
  return found;
}
