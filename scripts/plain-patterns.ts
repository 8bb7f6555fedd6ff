/**
 * Regular expressions that name Unicode classes (`\p{L}`) are dear: an engine checks each when it reads a script, used
 * or not, and takes a third of a millisecond for its hundreds of ranges when it is first used. This writes the classes
 * out in a few ranges, exact for Latin, Greek and Cyrillic and by whole blocks for other scripts, and makes each
 * expression at its first use.
 */
import type { Plugin } from 'vite';

type Node = { type: string; start: number; end: number; regex?: { pattern: string; flags: string } };

/** Every regular expression in a syntax tree, in order. */
function* patternsIn(tree: unknown): Generator<Node> {
  if (typeof tree !== 'object' || tree === null) return;
  if ((tree as Node).type === 'Literal' && (tree as Node).regex) yield tree as Node;
  else for (const child of Object.values(tree)) yield* patternsIn(child);
}

/** Up to here classes are exact. */
const lastExact = 0x52f;
/** Beyond that, blocks that are letters, capitals or figures for the most part. */
const blocks: Record<string, string> = {
  L: '\u0531-\u1fff\u2c00-\u2dff\u3005-\u3007\u3031-\ud7ff\uf900-\ufdff\ufe70-\ufefe\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc',
  Lu: '\u0531-\u0556\uff21-\uff3a',
  Ll: '\u0560-\u0588\uff41-\uff5a',
  N: '\u2070-\u2089\u2150-\u218b\u2460-\u249b\uff10-\uff19',
};

/** The ranges of a class, as they stand between brackets. */
function rangesOf(name: string): string {
  const isIn = new RegExp(`\\p{${name}}`, 'u');
  const has = (code: number) => code <= lastExact && isIn.test(String.fromCharCode(code));
  const ranges: string[] = [];
  for (let code = 0; code <= lastExact; code += 1) {
    if (!has(code)) continue;
    const first = code;
    while (has(code + 1)) code += 1;
    ranges.push([...new Set([first, code])].map((edge) => String.fromCharCode(edge)).join('-'));
  }
  return ranges.join('') + blocks[name];
}

/** A pattern in pieces: as it is written, and by turns the names of the classes between. */
function piecesOf(pattern: string): { texts: string[]; names: string[] } {
  const texts = [''];
  const names: string[] = [];
  let isInBrackets = false;
  for (const [part, name] of pattern.matchAll(/\\p\{(\w+)\}|\\.|[^\\]/gs)) {
    if (part === '[' || part === ']') isInBrackets = part === '[';
    if (name === undefined) texts[texts.length - 1] += part;
    else {
      texts[texts.length - 1] += isInBrackets ? '' : '[';
      names.push(name);
      texts.push(isInBrackets ? '' : ']');
    }
  }
  return { texts, names };
}

/** What the build makes of a pattern whose classes it writes out. */
export function plainPattern(pattern: string): RegExp {
  const { texts, names } = piecesOf(pattern);
  return new RegExp(texts.map((part, index) => part + (names[index] ? rangesOf(names[index]) : '')).join(''));
}

const classes = 'virtual:plain-classes';

export function plainPatterns(): Plugin {
  return {
    name: 'bedside:plain-patterns',
    enforce: 'post',
    resolveId: (id) => (id === classes ? `\0${classes}` : undefined),
    // An object, whose texts no build writes out in every place where they are used.
    load: (id) =>
      id === `\0${classes}`
        ? `export const plain = ${JSON.stringify(Object.fromEntries(Object.keys(blocks).map((name) => [name, rangesOf(name)])))};`
        : undefined,
    transform(code) {
      if (!code.includes('\\p{')) return undefined;
      const declared: string[] = [];
      let text = '';
      let last = 0;
      for (const { start, end, regex } of patternsIn(this.parse(code))) {
        if (!regex?.pattern.includes('\\p{')) continue;
        const { texts, names } = piecesOf(regex.pattern);
        const isPlain = names.every((name) => name in blocks);
        const pattern = isPlain
          ? texts
              .map((part, index) => JSON.stringify(part) + (names[index] ? ` + plain.${names[index]}` : ''))
              .join(' + ')
          : JSON.stringify(regex.pattern);
        const flags = isPlain ? regex.flags.replace('u', '') : regex.flags;
        const made = `new RegExp(${pattern}, ${JSON.stringify(flags)})`;
        // One that keeps its place in a text is made anew every time, as a literal is.
        const isShared = !/[gy]/.test(flags);
        const name = `latePattern${declared.length}`;
        if (isShared) declared.push(name);
        text += code.slice(last, start) + (isShared ? `(${name} ??= ${made})` : `(${made})`);
        last = end;
      }
      return {
        code: [
          `import { plain } from '${classes}';`,
          ...(declared.length > 0 ? [`let ${declared.join(', ')};`] : []),
          text + code.slice(last),
        ].join('\n'),
        map: null,
      };
    },
  };
}
