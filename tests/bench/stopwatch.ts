/**
 * Puts a built script of ours under a stopwatch, the same in both browsers: its first run and whatever the browser
 * calls back are measured, and noted among the page's performance entries. What it does at events and at the answers to
 * its messages is not seen.
 */
import type { Page } from 'puppeteer-core';

/** Every entry's name begins so; then comes what ran: a script for the first time, or what called, `setTimeout` … */
export const prefix = 'bedside-bench ';

/** Runs before the script, in its world. */
function timers(before: string) {
  type Act = (...given: never[]) => unknown;
  const timed = (name: string, act: Act): Act =>
    function (this: unknown, ...given) {
      const start = performance.now();
      try {
        return act.apply(this, given);
      } finally {
        performance.measure(before + name, { start });
      }
    };
  type Scheduler = (act: Act, ...more: never[]) => unknown;
  const scheduler = (name: string) => {
    const real = (globalThis as unknown as Record<string, Scheduler>)[name] as Scheduler;
    return (act: Act, ...more: never[]) => real.call(globalThis, timed(name, act), ...more);
  };
  type Observer = new (act: Act, options?: object) => object;
  const observer = (name: string) => {
    const Real = (globalThis as unknown as Record<string, Observer>)[name] as Observer;
    return function Timed(act: Act, options?: object) {
      return new Real(timed(name, act), options);
    };
  };
  /** Only what comes to its first port: no script of ours listens at the other. */
  function Channel() {
    const real = new MessageChannel();
    const own = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
    Object.defineProperty(real.port1, 'onmessage', { set: (act) => own?.set?.call(real.port1, timed('message', act)) });
    return real;
  }
  return { timed, scheduler, observer, Channel };
}

const schedulers = ['requestIdleCallback', 'requestAnimationFrame', 'setTimeout'];
const observers = ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'];

/**
 * The script under the stopwatch; its first run is noted under the name given. It lies in blocks and in no
 * function, which the browser would read twice.
 */
export function underStopwatch(script: string, firstRun: string): string {
  const values = [
    ...schedulers.map((name) => `${name} = bench.scheduler('${name}')`),
    ...observers.map((name) => `${name} = bench.observer('${name}')`),
    'MessageChannel = bench.Channel',
  ];
  return `{
const bench = (${timers})(${JSON.stringify(prefix)});
{
const ${values.join(', ')};
const start = performance.now();
try {
${script}
} finally {
performance.measure(${JSON.stringify(prefix + firstRun)}, { start });
}
}
}`;
}

/** One call of ours, in milliseconds since the page's beginning. */
export type Slice = { name: string; start: number; duration: number };

/** Waits until Bedside has done nothing in a page for a second, and gives all that it did. */
export function slicesOf(page: Page): Promise<Slice[]> {
  return page.evaluate(async (before) => {
    const read = () => performance.getEntriesByType('measure').filter(({ name }) => name.startsWith(before));
    const quiet = 1000;
    const most = performance.now() + 60_000;
    const isBusy = () => {
      const last = read().at(-1);
      return !last || last.startTime + last.duration > performance.now() - quiet;
    };
    while (isBusy() && performance.now() < most) await new Promise((resolve) => setTimeout(resolve, 100));
    return read().map(({ name, startTime, duration }) => ({
      name: name.slice(before.length),
      start: startTime,
      duration,
    }));
  }, prefix);
}
