/** Bedside's single promises to a page, each held to its bound. */
import type { BrowserName } from '../e2e/driver/launch.ts';
import { startWith, startWithout } from './browsers.ts';
import {
  type Bench,
  firstMarks,
  floorOf,
  heapOf,
  hover,
  insertAndRemove,
  inTurns,
  pages,
  startOf,
  sum,
  termsOnFullPage,
  times,
  withoutUs,
  withUs,
  work,
} from './measures.ts';
import { inMB, inMs, inTimes, median, quantile } from './numbers.ts';

type Promised = { what: string; bound: number; write(value: number): string };

/** A promise with what was measured, or why nothing was. */
export type Kept = Promised & { value: number | { notMeasured: string } };

/** A frame at 60 a second, in milliseconds. */
const frame = 1000 / 60;

const promised = {
  slice: { what: 'longest slice of our work on the 4 MB page (p99)', bound: 8, write: inMs },
  task: { what: 'most of our work in one task on the 4 MB page', bound: 16, write: inMs },
  marks: { what: 'first marks in view after the script starts, 4 MB against 10 kB', bound: 2, write: inTimes },
  script: {
    what: `the page's own 4,000 insertions and removals, ${termsOnFullPage} terms on the page, against without us`,
    bound: 1.05,
    write: inTimes,
  },
  observed: { what: 'the same without us, but with one mutation observer', bound: 1.05, write: inTimes },
  heap: { what: 'heap of the 4 MB page over without us', bound: 5, write: inMB },
  plain: { what: 'our work on 1 MB without a medical word, against the floor', bound: 0.5, write: inTimes },
  hover: { what: 'hover, from the end of the rest to the card painted', bound: frame, write: inMs },
  start: { what: 'script start on an empty page, tables included', bound: 3, write: inMs },
} satisfies Record<string, Promised>;

type Values = Partial<Record<keyof typeof promised, Kept['value']>>;

/** What takes a few milliseconds varies by a third from page to page: it is measured so many times as often. */
const moreOften = ({ repetitions, ...bench }: Bench): Bench => ({ ...bench, repetitions: 3 * repetitions });

/** Every way of measuring, for one promise or two. */
const measures: readonly ((bench: Bench) => Promise<Values>)[] = [
  async (bench) => {
    const tasks = (await times(bench.repetitions, () => work(bench, '/large'))).flatMap((each) => each.tasks);
    const notMeasured = 'Firefox does not tell where a task begins and ends';
    return { slice: quantile(tasks, 0.99), task: bench.name === 'chromium' ? Math.max(...tasks) : { notMeasured } };
  },
  async (bench) => {
    const { small, large } = await inTurns(bench.repetitions, {
      small: () => firstMarks(bench, '/watching/small'),
      large: () => firstMarks(bench, '/watching/large'),
    });
    return { marks: large / small };
  },
  async (bench) => {
    const { without, observed, us } = await inTurns(moreOften(bench).repetitions, {
      without: () => withoutUs(bench, '/full', insertAndRemove),
      observed: () => withoutUs(bench, '/observed', insertAndRemove),
      us: () => withUs(bench, '/full', insertAndRemove),
    });
    return { script: us / without, observed: observed / without };
  },
  async (bench) => {
    if (bench.name !== 'chromium') return { heap: { notMeasured: 'Firefox does not tell the heap of one page' } };
    const { without, us } = await inTurns(bench.repetitions, {
      without: () => withoutUs(bench, '/large', heapOf),
      us: () => withUs(bench, '/large', heapOf),
    });
    return { heap: us - without };
  },
  async (bench) => {
    const { floor, us } = await inTurns(bench.repetitions, {
      floor: () => floorOf(bench, '/plain'),
      us: async () => sum((await work(bench, '/plain')).tasks),
    });
    return { plain: us / floor };
  },
  async (bench) => ({ hover: median(await times(bench.repetitions, () => hover(bench))) }),
  async (bench) => ({
    start: median(await times(moreOften(bench).repetitions, () => startOf(bench, '/empty'))),
  }),
];

export async function measurePromises(
  name: BrowserName,
  repetitions: number,
  /** Told of each as soon as it is measured. */
  told: (kept: Kept) => void,
): Promise<void> {
  const bench: Bench = {
    name,
    us: await startWith(name),
    without: await startWithout(name),
    ...(name === 'chromium' && { untimed: await startWith(name, false) }),
    repetitions,
  };
  try {
    for (const browser of [bench.us, bench.without, ...(bench.untimed ? [bench.untimed] : [])])
      for (const [path, html] of Object.entries(pages)) browser.serve(path, html);
    for (const measure of measures) {
      const values = await measure(bench);
      for (const key of Object.keys(values) as (keyof Values)[])
        told({ ...promised[key], value: values[key] ?? Number.NaN });
    }
  } finally {
    await bench.us.close();
    await bench.without.close();
    await bench.untimed?.close();
  }
}
