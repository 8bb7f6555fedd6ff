/** What Chromium's own trace says of our work in a page: how long it ran in each of the browser's tasks. */
import type { Page } from 'puppeteer-core';

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args?: { data?: { url?: string } };
};
type Span = { thread: string; name: string; script: string; start: number; end: number };

export type OurWork = {
  /** Milliseconds of ours in each task that has some, the start left out. */
  tasks: number[];
  /** Milliseconds of the first script's run, with the compiling of it. */
  start: number;
};

const firstScript = 'content-scripts/begin.js';
const scripts = [firstScript, 'content-scripts/page.js', 'content-scripts/card.js'];

/** Traces a page from before it opens until `settled` says that it is over. Only in Chromium. */
export async function traceOf(page: Page, address: string, settled: () => Promise<unknown>): Promise<OurWork> {
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'] });
  await page.goto(address);
  await settled();
  const trace = await page.tracing.stop();
  if (!trace) throw new Error('Chromium gave no trace');
  return ourWork((JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents);
}

export function ourWork(events: readonly TraceEvent[]): OurWork {
  const whole = events.filter(({ ph }) => ph === 'X');
  const spanOf = ({ name, pid, tid, ts, dur = 0, args }: TraceEvent): Span => ({
    thread: `${pid}/${tid}`,
    name,
    script: args?.data?.url ?? '',
    start: ts,
    end: ts + dur,
  });
  const inOrder = (spans: Span[]) => spans.sort((a, b) => a.start - b.start);
  const tasks = Map.groupBy(
    inOrder(whole.filter(({ name }) => name === 'RunTask').map(spanOf)),
    ({ thread }) => thread,
  );
  const ours = inOrder(whole.map(spanOf).filter(({ script }) => scripts.some((path) => script.endsWith(path))));
  const isOuter = (span: Span, index: number) =>
    !ours.slice(0, index).some(({ thread, end }) => thread === span.thread && end >= span.end);
  const outer = ours.filter(isOuter);
  const taskOf = (span: Span) => tasks.get(span.thread)?.findLast(({ start }) => start <= span.start);
  const isStart = ({ name, script }: Span) =>
    (name === 'EvaluateScript' || name === 'v8.compile') && script.endsWith(firstScript);
  const sum = (spans: readonly Span[]) => spans.reduce((all, { start, end }) => all + (end - start) / 1000, 0);
  const byTask = Map.groupBy(
    outer.filter((span) => !isStart(span)),
    (span) => taskOf(span) ?? span,
  );
  return { tasks: [...byTask.values()].map(sum), start: sum(outer.filter(isStart)) };
}
