/**
 * Regular expressions that name Unicode classes (`\p{L}`) cost an engine a tenth of a millisecond each, and it checks
 * them when it reads a script, used or not. This makes each of them at its first use, which changes nothing else.
 */
import type { Plugin } from 'vite';

type Node = { type: string; start: number; end: number; regex?: { pattern: string; flags: string } };

/** Every regular expression in a syntax tree, in order. */
function* patternsIn(tree: unknown): Generator<Node> {
  if (typeof tree !== 'object' || tree === null) return;
  if ((tree as Node).type === 'Literal' && (tree as Node).regex) yield tree as Node;
  else for (const child of Object.values(tree)) yield* patternsIn(child);
}

export function latePatterns(): Plugin {
  return {
    name: 'bedside:late-patterns',
    enforce: 'post',
    transform(code) {
      if (!code.includes('\\p{')) return undefined;
      const names: string[] = [];
      let written = '';
      let last = 0;
      for (const { start, end, regex } of patternsIn(this.parse(code))) {
        if (!regex?.pattern.includes('\\p{')) continue;
        const made = `new RegExp(${JSON.stringify(regex.pattern)}, ${JSON.stringify(regex.flags)})`;
        // One that keeps its place in a text is made anew every time, as a literal is.
        const isShared = !/[gy]/.test(regex.flags);
        const name = `latePattern${names.length}`;
        if (isShared) names.push(name);
        written += code.slice(last, start) + (isShared ? `(${name} ??= ${made})` : `(${made})`);
        last = end;
      }
      const declared = names.length > 0 ? `let ${names.join(', ')};\n` : '';
      return { code: declared + written + code.slice(last), map: null };
    },
  };
}
