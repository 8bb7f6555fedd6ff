/** What the benchmark prints: a table for each glossary, and a list of what holds and what falls short. */
import { type VariantName, variants } from './bundle.ts';
import { inMs, inTimes, table } from './numbers.ts';
import { type Cell, type Cells, keyOf } from './passes.ts';
import type { Kept } from './promises.ts';

type Shown = { cells: Cells; glossary: string; pages: readonly string[]; variants: readonly VariantName[] };

/** The passes with one glossary: milliseconds for the floor, and how many times that for the others. */
export function passTable({ cells, glossary, pages, variants: names }: Shown): string {
  const cellOf = (page: string, variant: VariantName) => cells.get(keyOf(glossary, page, variant));
  const passIn = (cell: Cell | undefined) => (cell && 'pass' in cell ? cell.pass : Number.NaN);
  const written = (page: string, variant: VariantName) => {
    const pass = passIn(cellOf(page, variant));
    if (Number.isNaN(pass)) return '-';
    return variant === 'floor' ? inMs(pass) : inTimes(pass / passIn(cellOf(page, 'floor')));
  };
  const setUp = (variant: VariantName) => {
    const cell = pages.map((page) => cellOf(page, variant)).find((each) => each && 'setUp' in each);
    return cell && 'setUp' in cell ? inMs(cell.setUp) : '-';
  };
  /** On the largest page; what the floor reads is letters. */
  const found = (variant: VariantName) => {
    const cell = cellOf(pages.at(-1) ?? '', variant);
    return cell && 'found' in cell && variant !== 'floor' ? String(cell.found) : '-';
  };
  const rows = names.map((variant) => [
    variants[variant],
    ...pages.map((page) => written(page, variant)),
    setUp(variant),
    found(variant),
  ]);
  const leftOut = names.flatMap((variant) =>
    pages.flatMap((page) => {
      const cell = cellOf(page, variant);
      return cell && 'leftOut' in cell ? [`${variants[variant]} is left out on ${page}: ${cell.leftOut}`] : [];
    }),
  );
  return [table(['', ...pages, 'set-up', 'found'], rows), ...leftOut].join('\n');
}

/** How many times the floor Bedside may take, by glossary and page. */
const passBounds: readonly { glossary: string; pages: readonly string[]; bound: number }[] = [
  { glossary: 'bundled', pages: ['1MB', '4MB'], bound: 1.5 },
  { glossary: '100000', pages: ['1MB', '4MB'], bound: 2 },
];

/** What the table says of the promises about the pass. */
export function passFindings(cells: Cells): Kept[] {
  const timedIn = (key: string) => {
    const cell = cells.get(key);
    return cell && 'pass' in cell ? cell : undefined;
  };
  const bounds = passBounds.flatMap(({ glossary, pages, bound }) =>
    pages.flatMap((page): Kept[] => {
      const floor = timedIn(keyOf(glossary, page, 'floor'))?.pass;
      const ours = timedIn(keyOf(glossary, page, 'bedside'))?.pass;
      const what = `whole pass, ${glossary} terms, ${page}, against the floor`;
      return floor && ours ? [{ what, bound, write: inTimes, value: ours / floor }] : [];
    }),
  );
  const races = [...cells.keys()].flatMap((key): Kept[] => {
    const [glossary = '', page = '', variant] = key.split(' | ') as [string, string, VariantName];
    const ours = timedIn(keyOf(glossary, page, 'bedside'));
    const theirs = timedIn(key);
    if (variant === 'floor' || variant.startsWith('bedside') || !ours || !theirs || ours.pass < theirs.pass) return [];
    const withSetUp = inTimes((ours.setUp + ours.pass) / (theirs.setUp + theirs.pass));
    const what = `whole pass, ${glossary} terms, ${page}, against ${variants[variant]} (${withSetUp} with the set-up of both)`;
    return [{ what, bound: 1, write: inTimes, value: ours.pass / theirs.pass }];
  });
  return [...bounds, ...races];
}

export function verdict({ what, bound, write, value }: Kept): string {
  if (typeof value !== 'number') return `not measured  ${what}: ${value.notMeasured}`;
  return `${value <= bound ? 'holds       ' : 'falls short '}  ${what}: ${write(value)}, bound ${write(bound)}`;
}
