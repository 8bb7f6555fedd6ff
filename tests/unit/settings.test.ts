/** Settings: what was stored is never lost, and the rule for a site as truth tables. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaults,
  isChange,
  isOn,
  isOnInAll,
  know,
  markingOf,
  patterns,
  type Rule,
  readRule,
  readSettings,
  type Settings,
  siteOf,
  switchSite,
} from '../../content/settings.ts';

/** `*.example.org` with everything below it, `example.org` alone. */
const rule = (text: string): Rule => ({ host: text.replace('*.', ''), subdomains: text.startsWith('*.') });
const settings = (change: Partial<Settings>): Settings => ({ ...defaults, ...change });
const except = (...off: string[]) => settings({ mode: 'except', off: off.map(rule) });
const only = (...on: string[]) => settings({ mode: 'only', on: on.map(rule) });

describe('stored settings', () => {
  const off = [{ host: 'a.example', subdomains: true }];

  test.each<[string, unknown, Partial<Settings>, Record<string, unknown>]>([
    ['nothing', undefined, {}, {}],
    ['null', null, {}, {}],
    [
      'valid ones',
      { version: 1, mode: 'only', look: 'tint', paused: true, off },
      { mode: 'only', look: 'tint', paused: true, off },
      {},
    ],
    [
      'valid choices of words',
      { occurrences: 'page', sure: 'generous', known: ['ferritin', 'cd8-t-cell'] },
      { occurrences: 'page', sure: 'generous', known: ['ferritin', 'cd8-t-cell'] },
      {},
    ],
    ['wrong choices of words', { occurrences: 'none', sure: 1 }, {}, { occurrences: 'none', sure: 1 }],
    [
      'known terms among what are none',
      { known: ['ferritin', 7, 'Ferritin', '', 'a--b', `${'x'.repeat(80)}y`, 'x'.repeat(80), null] },
      { known: ['ferritin', 'x'.repeat(80)] },
      { known: [7, 'Ferritin', '', 'a--b', `${'x'.repeat(80)}y`, null] },
    ],
    ['a known term twice', { known: ['fever', 'ferritin', 'fever'] }, { known: ['fever', 'ferritin'] }, {}],
    ['known terms of a wrong type', { known: 'ferritin', paused: true }, { paused: true }, { known: 'ferritin' }],
    ['a wrong type', { mode: 7, off }, { off }, { mode: 7 }],
    ['a wrong choice', { look: 'sparkle', paused: true }, { paused: true }, { look: 'sparkle' }],
    ['a list of a wrong type', { off: 'a.example', mode: 'only' }, { mode: 'only' }, { off: 'a.example' }],
    ['a newer version', { version: 2, off, sync: true }, { off }, { version: 2, sync: true }],
    ['an unknown field', { glossaries: [1] }, {}, { glossaries: [1] }],
    ['a text', 'garbage', {}, { stored: 'garbage' }],
    ['a list', [1], {}, { stored: [1] }],
    ['a number', 0, {}, { stored: 0 }],
    ['constructor as a key', { constructor: { x: 1 } }, {}, { constructor: { x: 1 } }],
  ])('%s', (_what, stored, read, aside) => {
    expect(readSettings(stored)).toEqual({ settings: { ...defaults, ...read }, aside });
  });

  test('one broken rule does not turn the sites of the others on', () => {
    const stored = { off: [...off, { host: 7 }] };
    expect(isOn(readSettings(stored).settings, 'a.example')).toBe(false);
  });

  test('`__proto__` as a key changes no prototype, and is kept aside', () => {
    const { settings: read, aside } = readSettings(JSON.parse('{ "__proto__": { "paused": true }, "paused": false }'));
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(aside)).toBe(Object.prototype);
    expect(Object.hasOwn(aside, '__proto__')).toBe(true);
    expect({}).not.toHaveProperty('paused');
  });

  test('anything at all gives settings that a change could make', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (stored) => {
        expect(isChange(readSettings(stored).settings)).toBe(true);
      }),
    );
  });
});

describe('a change', () => {
  test.each<[unknown, boolean]>([
    [{}, true],
    [{ paused: true }, true],
    [{ mode: 'only', on: [{ host: 'a.example', subdomains: false }] }, true],
    [{ paused: 'yes' }, false],
    [{ unknown: 1 }, false],
    [{ off: [{ host: '', subdomains: true }] }, false],
    [{ occurrences: 'every', sure: 'generous', known: [] }, true],
    [{ occurrences: 'all' }, false],
    [{ sure: true }, false],
    [{ known: ['ferritin', 'fever'] }, true],
    [{ known: ['ferritin', 'ferritin'] }, false],
    [{ known: ['Not an id'] }, false],
    [{ known: 'ferritin' }, false],
    [JSON.parse('{ "__proto__": {} }'), false],
    [undefined, false],
    [null, false],
    ['paused', false],
  ])('%j: %s', (value, is) => {
    expect(isChange(value)).toBe(is);
  });
});

describe('a term', () => {
  test.each<[string, string[], string, boolean, string[]]>([
    ['known for the first time', ['fever'], 'ferritin', true, ['fever', 'ferritin']],
    ['known already', ['fever', 'ferritin'], 'fever', true, ['ferritin', 'fever']],
    ['brought back', ['fever', 'ferritin'], 'fever', false, ['ferritin']],
    ['brought back that was not known', ['fever'], 'ferritin', false, ['fever']],
  ])('%s', (_what, before, id, known, after) => {
    expect(know(settings({ known: before }), id, known)).toEqual({ known: after });
  });

  const ids = fc.constantFrom('fever', 'ferritin', 'a-1', 'b-2');
  test('is known or not as was last said, and no other changes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, fc.boolean())), (said) => {
        let current = defaults;
        for (const [id, known] of said) current = { ...current, ...know(current, id, known) };
        expect(isChange(current)).toBe(true);
        expect(new Set(current.known)).toEqual(new Set([...new Map(said)].flatMap(([id, known]) => (known ? id : []))));
      }),
    );
  });
});

test('the page script gets its part of the settings and no more', () => {
  const given = settings({ paused: true, off: [rule('a.example')], look: 'tint', sure: 'generous', known: ['fever'] });
  expect(markingOf(given)).toEqual({ look: 'tint', occurrences: 'section', sure: 'generous', known: ['fever'] });
});

test.each([
  ['https://www.example.org/a?b#c', 'www.example.org'],
  ['http://example.org:8080/', 'example.org'],
  ['https://EXAMPLE.org', 'example.org'],
  ['https://example.org./', 'example.org'],
  ['http://[::1]:3000/', '[::1]'],
  ['http://127.0.0.1/', '127.0.0.1'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
  ['file:///home/a.html', 'file:'],
  ['about:blank', undefined],
  ['chrome://extensions', undefined],
  ['data:text/html,x', undefined],
  ['blob:https://example.org/1', undefined],
  ['', undefined],
  ['example.org', undefined],
])('the site of %j is %j', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

describe('whether a site is on', () => {
  test.each<[string, Settings, string, boolean]>([
    ['except nothing', except(), 'a.example', true],
    ['except itself', except('a.example'), 'a.example', false],
    ['except its parent alone', except('a.example'), 'b.a.example', true],
    ['except its parent and all below', except('*.a.example'), 'b.a.example', false],
    ['except all below, itself', except('*.a.example'), 'a.example', false],
    ['except a name that ends alike', except('*.a.example'), 'aa.example', true],
    ['except a site below it', except('*.b.a.example'), 'a.example', true],
    ['except local files', except('file:'), 'file:', false],
    ['local files by default', except(), 'file:', true],
    ['only nothing', only(), 'a.example', false],
    ['only itself', only('a.example'), 'a.example', true],
    ['only its parent alone', only('a.example'), 'b.a.example', false],
    ['only its parent and all below', only('*.a.example'), 'c.b.a.example', true],
    ['the list of the other mode', { ...only('a.example'), off: [rule('a.example')] }, 'a.example', true],
    ['paused', { ...only('a.example'), paused: true }, 'a.example', false],
  ])('%s', (_what, given, site, on) => {
    expect(isOn(given, site)).toBe(on);
  });

  test.each<[string, Settings, string[], boolean]>([
    ['no frame', except(), [], false],
    ['all on', except(), ['a.example', 'b.example'], true],
    ['an outer one off', except('a.example'), ['a.example', 'b.example'], false],
    ['an inner one off', except('b.example'), ['a.example', 'b.example'], false],
    ['only one of two', only('a.example'), ['a.example', 'b.example'], false],
  ])('in frames: %s', (_what, given, sites, on) => {
    expect(isOnInAll(given, sites)).toBe(on);
  });
});

describe('the switch', () => {
  test.each<[string, Settings, string, boolean, string[]]>([
    ['off adds it and all below', except(), 'a.example', false, ['*.a.example']],
    ['on takes it away', except('*.a.example', 'b.example'), 'a.example', true, ['b.example']],
    ['on takes away what covers it', except('*.a.example'), 'b.a.example', true, []],
    ['only: on adds it', only('b.example'), 'a.example', true, ['b.example', '*.a.example']],
    ['only: off takes it away', only('*.a.example'), 'a.example', false, []],
    ['off twice is off once', except('*.a.example'), 'a.example', false, ['*.a.example']],
  ])('%s', (_what, given, site, on, rules) => {
    const list = given.mode === 'except' ? 'off' : 'on';
    expect(switchSite(given, site, on)).toEqual({ [list]: rules.map(rule) });
  });

  const sites = ['example', 'a.example', 'b.a.example', 'c.example', 'file:'];
  const rules = fc.array(fc.record({ host: fc.constantFrom(...sites), subdomains: fc.boolean() }), { maxLength: 4 });
  const anySettings = fc.record({ mode: fc.constantFrom('except' as const, 'only' as const), off: rules, on: rules });

  test('does what it says', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...sites), fc.boolean(), (given, site, on) => {
        const before = settings(given);
        expect(isOn({ ...before, ...switchSite(before, site, on) }, site)).toBe(on);
      }),
    );
  });

  test('turned off, turns no site on', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...sites), (given, site) => {
        const before = settings(given);
        const after = { ...before, ...switchSite(before, site, false) };
        expect(sites.filter((other) => isOn(after, other) && !isOn(before, other))).toEqual([]);
      }),
    );
  });
});

describe('a typed line', () => {
  test.each<[string, string | undefined]>([
    ['example.org', '*.example.org'],
    ['  Example.ORG ', '*.example.org'],
    ['https://www.example.org/x?y', '*.www.example.org'],
    ['*.example.org', '*.example.org'],
    ['example.org:8080/x', '*.example.org'],
    ['localhost', '*.localhost'],
    ['bücher.example', '*.xn--bcher-kva.example'],
    ['file:///home', '*.file:'],
    ['file:', '*.file:'],
    ['', undefined],
    ['  ', undefined],
    ['*', undefined],
    ['*.*', undefined],
    ['example.*', undefined],
    ['.example.org', undefined],
    ['two words', undefined],
    ['about:blank', undefined],
    ['chrome://extensions', undefined],
    ['javascript:alert(1)', undefined],
  ])('%j is %j', (typed, expected) => {
    expect(readRule(typed)).toEqual(expected === undefined ? undefined : rule(expected));
  });

  test('alone, when asked', () => {
    expect(readRule('example.org', false)).toEqual(rule('example.org'));
  });
});

test.each([
  ['*.example.org', '*://*.example.org/*'],
  ['example.org', '*://example.org/*'],
  ['*.127.0.0.1', '*://127.0.0.1/*'],
  ['*.[::1]', '*://[::1]/*'],
  ['*.file:', 'file:///*'],
])('the pattern of %j is %j', (text, pattern) => {
  expect(patterns([rule(text)])).toEqual([pattern]);
});

test('every typed line that makes a rule makes a pattern that browsers take', () => {
  const valid = /^(?:file:\/\/\/\*|\*:\/\/(?:\*\.)?[^*/:.][^*/:]*\/\*|\*:\/\/\[[\da-f:.]+\]\/\*)$/;
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab.*-:/[1% é'), maxLength: 12 }), (typed) => {
      const read = readRule(typed);
      if (read) expect(patterns([read])[0]).toMatch(valid);
    }),
    { numRuns: 1000 },
  );
});
