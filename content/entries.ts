/**
 * Spellings in as few entries of the recognition tables as may be: an entry says a text, its British spelling and the
 * plurals of both together, and the engine spells it out (`addEntry` in engine.ts).
 */

/** A text, its British spelling, and whether `pluralOf` each is said as well. */
export type Entry = { text: string; british?: string; plural?: boolean };

/** The letters that British spelling has and American has not, by the sign that says each. */
const britishOnly: Record<string, string> = { a: 'U', o: 'V', u: 'W' };
/** The sign of a z that British spelling writes s. */
const zOrS = 'X';

/** How a text is written that says its British spelling as well; nothing where the two differ in other ways. */
export function withBritish(american: string, british: string): string | undefined {
  let written = '';
  let at = 0;
  for (const letter of british) {
    if (american[at] === letter) {
      written += letter;
      at += 1;
    } else if (american[at] === 'z' && letter === 's') {
      written += zOrS;
      at += 1;
    } else if (britishOnly[letter]) written += britishOnly[letter];
    else return undefined;
  }
  return at === american.length ? written : undefined;
}

/** The plural that the engine makes. */
export function pluralOf(text: string): string {
  if (text.endsWith('y')) return `${text.slice(0, -1)}ies`;
  if (text.endsWith('is')) return `${text.slice(0, -2)}es`;
  return /(?:[sxz]|[cs]h)$/.test(text) ? `${text}es` : `${text}s`;
}

/** Every text that an entry stands for. */
export function spelledOut({ text, british, plural }: Entry): string[] {
  const singular = british === undefined ? [text] : [text, british];
  return plural ? [...singular, ...singular.map(pluralOf)] : singular;
}

/** A singular before its plural, American before British. */
export const bySpelling = (a: string, b: string): number => a.length - b.length || (a < b ? 1 : -1);

/** Texts in few entries. Exact ones differ by their capitals, and only their plurals are joined. */
export function entriesOf(texts: Iterable<string>, isExact: boolean): Entry[] {
  const left = new Set([...texts].sort(bySpelling));
  const entries: Entry[] = [];
  for (const text of left) {
    left.delete(text);
    const british = isExact ? undefined : [...left].find((other) => withBritish(text, other));
    const singular = british === undefined ? { text } : { text, british };
    const plurals = spelledOut(singular).map(pluralOf);
    const plural = plurals.every((one) => left.has(one));
    for (const said of plural ? [...plurals, british] : [british]) left.delete(said ?? text);
    entries.push(plural ? { ...singular, plural } : singular);
  }
  return entries;
}
