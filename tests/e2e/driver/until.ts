/** Waits for a condition, the only way that a test waits. */

const most = 10_000;
const mostForOne = 4_000;
const between = 25;

type Truthy<T> = Exclude<T, false | 0 | '' | null | undefined>;

/**
 * Asks again and again until the answer is truthy, and gives it; an error, or no answer in four seconds, counts
 * as "not yet".
 * @throws after ten seconds, naming what was awaited and the last answer or error.
 */
export async function until<T>(ask: () => T | Promise<T>, what: string): Promise<Truthy<T>> {
  const end = performance.now() + most;
  let last: unknown;
  do {
    try {
      const answer = await soon(Promise.resolve(ask()), what, mostForOne);
      if (answer) return answer as Truthy<T>;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, between));
  } while (performance.now() < end);
  throw new Error(`Waited ${most / 1000} s for ${what}; last: ${last}`, { cause: last });
}

/** The answer, or an error when it does not come: some of what is asked of Firefox is never answered. */
export async function soon<T>(answer: Promise<T>, what: string, within = most): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${what}: no answer in ${within / 1000} s`)), within);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
}
