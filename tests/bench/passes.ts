/** Measures the contenders' passes, each on a page freshly loaded, in turns. */
import type { BrowserName } from '../e2e/driver/launch.ts';
import { soon } from '../e2e/driver/until.ts';
import { type BenchBrowser, startWithout } from './browsers.ts';
import { bundle, type VariantName } from './bundle.ts';
import type { Glossary } from './glossaries.ts';
import { median } from './numbers.ts';
import type { Variant } from './variants/variant.ts';

/** A pass in milliseconds, and the setting up before it. */
type Timed = { setUp: number; pass: number; found: number };

/** Medians, or why there are none. */
export type Cell = Timed | { leftOut: string };

export type Passes = {
  /** Pages as HTML, from the smallest to the largest. */
  pages: ReadonlyMap<string, string>;
  /** From the smallest to the largest. */
  glossaries: ReadonlyMap<string, Glossary>;
  variants: readonly VariantName[];
  repetitions: number;
  /** Seconds after which a contender is left out. */
  limit: number;
};

/** By glossary, page and contender. */
export type Cells = Map<string, Cell>;
export const keyOf = (glossary: string, page: string, variant: VariantName) => [glossary, page, variant].join(' | ');

const tooLong = 'not done in time';

/** Runs in the page. */
async function run(script: string, glossaryPath: string, limit: number): Promise<Timed | { leftOut: string }> {
  const glossary: Glossary = await fetch(glossaryPath).then((response) => response.json());
  const make = new Function(`${script}; return variant`)() as Variant;
  const start = performance.now();
  try {
    const pass = make(glossary);
    const ready = performance.now();
    const found = pass(() => {
      if (performance.now() - start > limit * 1000) throw new Error('not done in time');
    });
    return { setUp: ready - start, pass: performance.now() - ready, found };
  } catch (error) {
    return { leftOut: error instanceof Error ? error.message : String(error) };
  }
}

export async function measurePasses(
  browserName: BrowserName,
  { pages, glossaries, variants, repetitions, limit }: Passes,
  say: (what: string) => void,
  /** Told when all is measured with a glossary. */
  done: (glossary: string, cells: Cells) => void,
): Promise<Cells> {
  const scripts = new Map(await Promise.all(variants.map(async (name) => [name, await bundle(name)] as const)));
  const bodies = new Map([...glossaries].map(([name, glossary]) => [name, JSON.stringify(glossary)]));
  const cells: Cells = new Map();
  let browser: BenchBrowser | undefined;

  async function freshBrowser(): Promise<BenchBrowser> {
    const started = await startWithout(browserName);
    for (const [name, html] of pages) started.serve(`/page/${name}`, html);
    for (const [name, body] of bodies) started.serve(`/glossary/${name}`, body, 'application/json');
    return started;
  }

  async function once(page: string, glossary: string, variant: VariantName): Promise<Cell> {
    browser ??= await freshBrowser();
    const script = scripts.get(variant) as string;
    const measured = browser.inPage(`/page/${page}`, (each) =>
      each.evaluate(run, script, `/glossary/${glossary}`, limit),
    );
    return soon(measured, tooLong, (limit * 1.5 + 10) * 1000).catch(async (error: Error) => {
      // What hangs or has crashed takes its browser with it.
      await browser?.close();
      browser = undefined;
      return { leftOut: error.message };
    });
  }

  /** What has been left out with less is not tried with more. */
  const failed = new Map<VariantName, { page: number; glossary: number; why: string }[]>();
  const isHopeless = (variant: VariantName, page: number, glossary: number) =>
    failed.get(variant)?.find((earlier) => earlier.page <= page && earlier.glossary <= glossary)?.why;

  const glossaryNames = [...glossaries.keys()];
  const pageNames = [...pages.keys()];
  try {
    for (const [g, glossary] of glossaryNames.entries()) {
      for (const [p, page] of pageNames.entries()) {
        const taken = new Map<VariantName, Timed[]>(variants.map((variant) => [variant, []]));
        for (let repetition = 0; repetition < repetitions; repetition += 1) {
          for (const variant of variants) {
            const hopeless = isHopeless(variant, p, g);
            const cell: Cell = hopeless ? { leftOut: hopeless } : await once(page, glossary, variant);
            if ('leftOut' in cell) {
              if (!hopeless)
                failed.set(variant, [...(failed.get(variant) ?? []), { page: p, glossary: g, why: cell.leftOut }]);
              cells.set(keyOf(glossary, page, variant), cell);
            } else taken.get(variant)?.push(cell);
          }
        }
        for (const [variant, all] of taken) {
          const key = keyOf(glossary, page, variant);
          const middle = (of: keyof Timed) => median(all.map((timed) => timed[of]));
          if (!cells.has(key)) cells.set(key, { setUp: middle('setUp'), pass: middle('pass'), found: middle('found') });
        }
        say(`${browserName}: ${page}, ${glossary} terms`);
      }
      done(glossary, cells);
    }
  } finally {
    await browser?.close();
  }
  return cells;
}
