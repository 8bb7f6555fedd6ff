/** Messages: a sender wired to a listener, and everything that a listener must refuse or leave alone. */
import { describe, expect, test } from 'vitest';
import { type Answers, listener, permits, sender, type ToBackground } from '../../content/messages.ts';

type Table = { double: [{ number: number }, number]; hello: [undefined, string | null]; fail: [undefined, null] };
type From = { trusted: boolean };

const answers: Answers<Table, From> = {
  double: async ({ number }) => number * 2,
  hello: (_nothing, { trusted }) => (trusted ? 'hello' : null),
  fail: () => {
    throw new Error('it broke');
  },
};

/** What a listener replies to a message, or `undefined` where it leaves it alone. */
const heard = (message: unknown, from: From, permits?: Parameters<typeof listener<Table, From>>[1]) =>
  new Promise<unknown>((resolve) => {
    if (!listener<Table, From>(answers, permits)(message, from, resolve)) resolve(undefined);
  });

const send = sender<Table>((message) => heard(structuredClone(message), { trusted: true }));

describe('sent and answered', () => {
  test('with parameters', async () => expect(await send('double', { number: 21 })).toBe(42));
  test('without', async () => expect(await send('hello')).toBe('hello'));
  test('a failure of the other side', () => expect(send('fail')).rejects.toThrow('it broke'));
  test('the answer knows who asked', async () => {
    expect(await heard({ bedside: 'hello' }, { trusted: false })).toEqual({ answer: null });
  });
});

describe('not answered', () => {
  test('nobody there', () =>
    expect(sender<Table>(async () => undefined)('hello')).rejects.toThrow('hello: nobody answered'));
  test('the browser cannot carry it', () => {
    const broken = sender<Table>(() => Promise.reject(new Error('no receiving end')));
    return expect(broken('hello')).rejects.toThrow('no receiving end');
  });
});

test.each([
  undefined,
  null,
  'hello',
  7,
  [],
  {},
  { bedside: 7 },
  { bedside: 'unknown' },
  { bedside: '__proto__' },
  { bedside: 'constructor' },
  { bedside: 'toString' },
  { type: 'hello' },
])('%j is left alone', async (message) => {
  expect(await heard(message, { trusted: true })).toBeUndefined();
});

describe('refused', () => {
  const permits = (name: string, parameters: unknown, { trusted }: From) =>
    trusted && (name !== 'double' || parameters !== undefined);

  test.each<[string, unknown, From, unknown]>([
    ['by who asks', { bedside: 'hello' }, { trusted: false }, { error: 'hello: refused' }],
    ['by its parameters', { bedside: 'double' }, { trusted: true }, { error: 'double: refused' }],
    ['not, when permitted', { bedside: 'hello' }, { trusted: true }, { answer: 'hello' }],
  ])('%s', async (_what, message, from, reply) => {
    let replied: unknown;
    const waits = listener<Table, From>(answers, permits)(message, from, (value) => {
      replied = value;
    });
    if (waits) await new Promise(setImmediate);
    expect(replied).toEqual(reply);
  });
});

describe('parameters to the background', () => {
  const long = 'x'.repeat(501);
  test.each<[keyof ToBackground, unknown, boolean]>([
    ['begin', undefined, true],
    ['begin', {}, false],
    ['cards', { ids: ['ferritin'] }, true],
    ['cards', { ids: [] }, true],
    ['cards', { ids: 'ferritin' }, false],
    ['cards', { ids: [7] }, false],
    ['cards', { ids: [long] }, false],
    ['cards', undefined, false],
    ['cards', null, false],
    ['define', { text: 'HLH' }, true],
    ['define', { text: long }, false],
    ['define', {}, false],
    ['page', undefined, true],
    ['card', undefined, true],
    ['page', { frameId: 0 }, false],
    ['card', { frameId: 0 }, false],
    ['know', { id: 'ferritin', known: true }, true],
    ['know', { id: 'ferritin', known: false }, true],
    ['know', { id: 'ferritin' }, false],
    ['know', { id: 'ferritin', known: 'yes' }, false],
    ['know', { id: long, known: true }, false],
    ['know', undefined, false],
    ['names', { ids: ['ferritin'] }, true],
    ['names', { ids: 'ferritin' }, false],
    ['names', { ids: [long] }, false],
    ['marked', undefined, true],
    ['framed', { blob: false }, true],
    ['framed', { blob: 'no' }, false],
    ['framed', undefined, false],
    ['change', { paused: true }, true],
    ['change', 'paused', false],
    ['showOnPage', { id: 'ferritin', frame: 0 }, true],
    ['showOnPage', { id: 'ferritin', frame: 0.5 }, false],
    ['showOnPage', { id: 'ferritin' }, false],
    ['state', undefined, true],
    ['pageTerms', {}, false],
    ['pending', undefined, true],
  ])('%s with %j: %s', (name, parameters, is) => {
    expect(permits(name, parameters, true)).toBe(is);
  });

  test.each<[keyof ToBackground, unknown, boolean]>([
    ['begin', undefined, true],
    ['begin', {}, false],
    ['cards', { ids: ['ferritin'] }, true],
    ['cards', { ids: [7] }, false],
    ['define', { text: 'HLH' }, true],
    ['marked', undefined, true],
    ['framed', { blob: true }, true],
    ['page', undefined, true],
    ['card', undefined, true],
    ['page', { frameId: 0 }, false],
    ['card', { frameId: 0 }, false],
    ['know', { id: 'ferritin', known: true }, true],
    ['know', { id: 'ferritin', known: false }, false],
    ['know', { id: 7, known: true }, false],
    ['names', { ids: ['ferritin'] }, false],
    ['state', undefined, false],
    ['change', { paused: true }, false],
    ['pageTerms', undefined, false],
    ['showOnPage', { id: 'ferritin', frame: 0 }, false],
    ['pending', undefined, false],
  ])('from a page, %s with %j: %s', (name, parameters, may) => {
    expect(permits(name, parameters, false)).toBe(may);
  });
});
