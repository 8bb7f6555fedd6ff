/**
 * How text is compared: as a sequence of tokens in which case, accents, kinds of dash and space,
 * invisible characters, sub- and superscripts and Greek letters no longer matter.
 *
 * A token is a run of letters, a run of digits, one Greek letter (by its name) or one other sign.
 * So IL-6, IL6 and IL 6 are `il 6`; IFN-γ, IFNγ and IFN-gamma are `ifn gamma`; CD8⁺ is `cd 8 +`.
 */

/** Character classes, one byte for each UTF-16 code unit. */
const kinds = { unknown: 0, letter: 1, digit: 2, sign: 3, space: 4, hyphen: 5, nothing: 6, greek: 7 } as const;

const greek: Record<string, string> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta',
  ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho',
  σ: 'sigma', ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
}; // biome-ignore format: a table

/** Letters that Unicode does not take apart. */
const ligatures: Record<string, string> = { æ: 'ae', œ: 'oe' };

/** The soft hyphen: before it there are neither marks nor format characters. */
const firstInvisible = 0xad;

const kindByCode = new Uint8Array(0x10000);
const foldedByCode: (string | undefined)[] = [];

/** What a character folds to: lower case, without marks; '' where it folds to nothing. */
function foldCharacter(character: string): string {
  const apart = character.normalize('NFKD').toLowerCase();
  const folded = apart.length > 1 ? apart.replace(/\p{M}/gu, '') : apart;
  return greek[folded] ?? ligatures[folded] ?? folded;
}

function classify(code: number): number {
  // Of a surrogate pair the first half decides: a picture is a sign, anything else a letter.
  if (code >= 0xdc00 && code <= 0xdfff) return kinds.nothing;
  if (code >= 0xd83c && code <= 0xd83e) return kinds.sign;
  if (code >= 0xd800 && code <= 0xdbff) return kinds.letter;
  const character = String.fromCharCode(code);
  // Compatibility would make letters of them: Jakafi™.
  if (/[™℠©®]/.test(character)) return kinds.sign;
  // Format characters are the soft hyphen, zero-width spaces and joiners; marks include variation selectors.
  if (code >= firstInvisible && /\p{Cf}|\p{M}/u.test(character)) return kinds.nothing;
  if (/\s/u.test(character)) return kinds.space;
  // The em dash parts sentences; every other dash, and the apostrophe, may stand inside a word.
  if (/[\u2010-\u2013\u2212\uFE63\uFF0D'\u2018\u2019\u02BC\uFF07-]/u.test(character)) return kinds.hyphen;
  const folded = foldCharacter(character);
  foldedByCode[code] = folded;
  if (folded === '') return kinds.nothing;
  if (greek[character.normalize('NFKD').toLowerCase()]) return kinds.greek;
  if (/^\p{N}/u.test(folded)) return kinds.digit;
  return /^\p{L}/u.test(folded) ? kinds.letter : kinds.sign;
}

/** The class of a UTF-16 code unit. */
export function kindOf(code: number): number {
  const known = kindByCode[code];
  if (known) return known;
  const kind = classify(code);
  kindByCode[code] = kind;
  return kind;
}

/** The folded text of a code unit whose class is letter, digit, sign or greek. */
export function foldedCode(code: number): string {
  return foldedByCode[code] ?? String.fromCharCode(code);
}

/** Whether a code unit is a letter in its capital shape, by which exact forms differ. Greek letters go by name. */
export function isCapital(code: number): boolean {
  const plain = String.fromCharCode(code).normalize('NFKD');
  return kindOf(code) === kinds.letter && plain !== plain.toLowerCase();
}

/** Whether a code unit is a raised figure: after a word it is a note. */
export const isRaised = (code: number): boolean =>
  code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079);

/** A token of a text: where it stands, and whether anything parts it from the token before. */
export type Token = { start: number; end: number; text: string; joined: Join };

/** How a token follows the one before: touching it, within one phrase, or across a break. */
type Join = 'touching' | 'phrase' | 'break';

/**
 * Cuts a text into tokens. Offsets are UTF-16 units of the text as given.
 * The recogniser does the same over hashes, without making strings; a test holds the two equal.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let hyphens = 0;
  let apart = true;
  let last = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const kind = kindOf(code);
    if (kind === kinds.nothing) continue;
    if (kind === kinds.space || kind === kinds.hyphen) {
      if (kind === kinds.hyphen) hyphens += 1;
      apart = true;
      last = 0;
      continue;
    }
    const before = found.at(-1);
    if (before && last === kind && (kind === kinds.letter || kind === kinds.digit)) {
      before.text += foldedCode(code);
      before.end = i + 1;
      continue;
    }
    found.push({
      start: i,
      end: i + 1,
      text: foldedCode(code),
      joined: !apart ? 'touching' : hyphens > 1 || !before ? 'break' : 'phrase',
    });
    last = kind;
    apart = false;
    hyphens = 0;
  }
  return found;
}

/** The one spelling by which two ways of writing the same form are equal: `il 6` for IL-6. */
export const fold = (text: string): string =>
  tokens(text)
    .map((token) => token.text)
    .join(' ');
