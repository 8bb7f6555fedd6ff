/** Bundles the contenders, each as one script that a page can run. */
import { build } from 'vite';
import { buildEngine } from '../../scripts/build-engine.ts';
import { plainPatterns } from '../../scripts/plain-patterns.ts';
import { root } from '../../scripts/run.ts';

/** The contenders, in the order of the table: their files, and what they are called there. The floor comes first. */
export const variants = {
  floor: 'floor (TreeWalker)',
  bedside: 'Bedside',
  'bedside-every-word': 'Bedside, all read',
  regexp: 'one RegExp',
  ahocorasick: 'modern-ahocorasick',
  mark: 'mark.js',
  'advanced-mark': 'advanced-mark.js',
} as const;

export type VariantName = keyof typeof variants;

export const variantNames = Object.keys(variants) as VariantName[];

/** A script that leaves the contender in `globalThis.variant`. */
export async function bundle(name: VariantName): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [buildEngine(), plainPatterns()],
    build: {
      write: false,
      minify: true,
      target: 'esnext',
      lib: { entry: `${root}tests/bench/variants/${name}.ts`, formats: ['iife'], name: 'variant' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${name} was not bundled`);
  return chunk.code;
}
