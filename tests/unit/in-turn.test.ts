/** Turns: work begins when the work before it has ended. */
import { expect, test } from 'vitest';
import { createTurns } from '../../entrypoints/background/in-turn.ts';

test('pieces of work never cross, one that fails included, and each gives its own answer', async () => {
  const inTurn = createTurns();
  const log: string[] = [];
  const work = (name: string, fails = false) =>
    inTurn(async () => {
      log.push(`${name} begins`);
      await new Promise(setImmediate);
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const done = await Promise.allSettled([work('a'), work('b', true), work('c')]);
  expect(log).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  expect(done.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
    'a',
    'Error: b',
    'c',
  ]);
});
