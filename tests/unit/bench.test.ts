/** The pure parts of the benchmark: its pages, its numbers, its table, its reading of a trace. */
import { describe, expect, test } from 'vitest';
import { generatePage } from '../bench/generate.ts';
import { median, quantile, short, table } from '../bench/numbers.ts';
import type { Cell } from '../bench/passes.ts';
import { passFindings, passTable, verdict } from '../bench/report.ts';
import { ourWork } from '../bench/trace.ts';

describe('a generated page', () => {
  const terms = ['ferritin', 'bone marrow', 'T cell'];

  test.each([10_000, 100_000, 1_000_000])('is about %i bytes large', (bytes) => {
    const { length } = generatePage(bytes, terms).html;
    expect(length).toBeGreaterThanOrEqual(bytes);
    expect(length).toBeLessThan(bytes + 4000);
  });

  test('is the same every time', () => {
    expect(generatePage(20_000, terms)).toEqual(generatePage(20_000, terms));
  });

  test('has about one word in twenty from terms', () => {
    const { words, termWords } = generatePage(300_000, terms);
    expect(termWords / words).toBeCloseTo(0.05, 2);
  });

  test('has no word of a term where it is to have none', () => {
    const page = generatePage(300_000, [], ['the bone', 'Water']);
    expect(page.terms).toBe(0);
    expect(page.html).not.toMatch(/\b(the|bone|water)\b/i);
  });

  test('has the markup of articles, nested too', () => {
    const { html } = generatePage(100_000, terms);
    for (const tag of ['h2', 'table', 'li', 'cite', 'sub', 'sup', 'span']) expect(html).toContain(`<${tag}`);
    expect(html).toMatch(/<b>(?:(?!<\/b>).)*<i>/);
  });

  test('has words by their natural frequency: few often, most seldom', () => {
    const words =
      generatePage(300_000, [])
        .html.replace(/<[^>]*>/g, ' ')
        .toLowerCase()
        .match(/[a-z]+/g) ?? [];
    const counts = [...Map.groupBy(words, (word) => word).values()].map(({ length }) => length).sort((a, b) => b - a);
    expect(counts.length).toBeGreaterThan(2000);
    expect((counts[0] as number) / (counts[9] as number)).toBeGreaterThan(4);
  });
});

test('numbers are summed up and written', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5);
  expect([0.1234, 12.34, 1234.5].map(short)).toEqual(['0.12', '12.3', '1235']);
  expect(table(['', 'a', 'bb'], [['row', '10', '2']])).toBe('      a  bb\n---  --  --\nrow  10   2');
});

describe('the report', () => {
  const timed = (pass: number) => ({ setUp: 1, pass, found: 3 });
  const cells = new Map<string, Cell>([
    ['bundled | 1MB | floor', timed(10)],
    ['bundled | 1MB | bedside', timed(20)],
    ['bundled | 1MB | regexp', timed(15)],
    ['bundled | 1MB | ahocorasick', timed(30)],
    ['bundled | 1MB | mark', { leftOut: 'not done in time' }],
  ]);

  test('has the floor in milliseconds, the others as ratios, and says what is left out', () => {
    const shown = { cells, glossary: 'bundled', pages: ['1MB'], variants: ['floor', 'bedside', 'mark'] as const };
    expect(
      passTable(shown)
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['', '1MB', 'set-up', 'found'],
      ['------------------', '-------', '-------', '-----'],
      ['floor (TreeWalker)', '10.0 ms', '1.00 ms', '-'],
      ['Bedside', '2.00 x', '1.00 ms', '3'],
      ['mark.js', '-', '-', '-'],
      ['mark.js is left out on 1MB: not done in time'],
    ]);
  });

  test('names what falls short, and no race that is won', () => {
    expect(passFindings(cells).map(verdict)).toEqual([
      'falls short   whole pass, bundled terms, 1MB, against the floor: 2.00 x, bound 1.50 x',
      'falls short   whole pass, bundled terms, 1MB, against one RegExp (1.31 x with the set-up of both): 1.33 x, bound 1.00 x',
    ]);
  });

  test('says what holds and what was not measured', () => {
    const promise = { what: 'hover', bound: 16, write: (value: number) => `${value} ms` };
    expect(verdict({ ...promise, value: 4 })).toBe('holds         hover: 4 ms, bound 16 ms');
    expect(verdict({ ...promise, value: { notMeasured: 'no clock' } })).toBe('not measured  hover: no clock');
  });
});

test('our work is read from a trace by task, calls within calls once, others not at all', () => {
  const event = (name: string, ts: number, dur: number, url?: string) => ({
    name,
    ph: 'X',
    pid: 1,
    tid: 1,
    ts: ts * 1000,
    dur: dur * 1000,
    ...(url && { args: { data: { url } } }),
  });
  const ours = 'chrome-extension://abc/content-scripts/begin.js';
  const card = 'chrome-extension://abc/content-scripts/card.js';
  const events = [
    event('RunTask', 0, 100),
    event('EvaluateScript', 10, 4, ours),
    event('FunctionCall', 11, 1, ours),
    event('RunTask', 200, 100),
    event('FunctionCall', 210, 5, ours),
    event('FunctionCall', 212, 1, ours),
    event('FunctionCall', 220, 3, ours),
    event('FunctionCall', 230, 30, 'http://localhost/page.js'),
    event('RunTask', 400, 100),
    event('EvaluateScript', 410, 2, card),
    event('FunctionCall', 420, 1, card),
  ];
  expect(ourWork(events)).toEqual({ tasks: [8, 3], start: 4 });
});
