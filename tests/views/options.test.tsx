/** The options and the welcome page, over a background that answers as told. */
import { describe, expect, test } from 'vitest';
import { welcomeSample } from '../../components/samples.ts';
import { Options } from '../../entrypoints/options/Options.tsx';
import { Welcome } from '../../entrypoints/welcome/Welcome.tsx';
import { type Background, createBackground } from './background.ts';
import { named, press, settle, show, type } from './stage.tsx';

const listShortcuts = async () => [
  { name: 'next', shortcut: 'Alt+Shift+N' },
  { name: 'switch', shortcut: '' },
];

async function open(background: Background) {
  const shown = show(<Options send={background.send} listShortcuts={listShortcuts} version="1.2.3" />);
  await settle();
  const field = shown.querySelector<HTMLInputElement>('.add-site input') as HTMLInputElement;
  const add = async (text: string) => {
    await type(field, text);
    await press(named('button', 'Add'));
  };
  const hosts = () => [...shown.querySelectorAll('.rule-host')].map((host) => host.textContent);
  const alerts = () => [...shown.querySelectorAll('[role=alert]')].map((alert) => alert.textContent).join('');
  return { shown, field, add, hosts, alerts };
}

const radio = (label: string) => named('.choice', label).querySelector('input') as HTMLInputElement;
const rule = (host: string, subdomains = true) => ({ host, subdomains });

describe('where Bedside runs', () => {
  test('the mode changes, with its list, and the other list is kept', async () => {
    const background = createBackground(undefined, { off: [rule('a.example')], on: [rule('b.example')] });
    const { hosts } = await open(background);
    expect(radio('Every site').checked).toBe(true);
    expect(hosts()).toEqual(['a.example']);
    await press(radio('Only the sites'));
    expect(hosts()).toEqual(['b.example']);
    expect(background.settings).toMatchObject({ mode: 'only', off: [rule('a.example')], on: [rule('b.example')] });
  });

  test.each([
    ['example.org', 'example.org'],
    ['https://www.example.org/a?b#c', 'www.example.org'],
    ['*.example.org', 'example.org'],
  ])('%s is added as %s', async (typed, host) => {
    const background = createBackground(undefined);
    const { add, field, hosts } = await open(background);
    await add(typed);
    expect(background.settings.off).toEqual([rule(host)]);
    expect(hosts()).toEqual([host]);
    expect(field.value).toBe('');
  });

  test.each([
    ['', 'Type the name of a site first'],
    ['about:blank', '“about:blank” names no website.'],
    ['not a site', '“not a site” names no website.'],
    ['a.example', 'a.example is in the list already.'],
  ])('“%s” is refused in words', async (typed, words) => {
    const background = createBackground(undefined, { off: [rule('a.example')] });
    const { add, field, alerts } = await open(background);
    await add(typed);
    expect(alerts()).toContain(words);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(background.settings.off).toEqual([rule('a.example')]);
    await type(field, 'b.example');
    expect(alerts()).toBe('');
  });

  test('a site’s subdomains come and go', async () => {
    const background = createBackground(undefined, { off: [rule('a.example'), rule('b.example')] });
    await open(background);
    await press(named('[type=checkbox]', 'b.example and its subdomains'));
    expect(background.settings.off).toEqual([rule('a.example'), rule('b.example', false)]);
  });

  test('a removed site is announced, and the focus is not lost', async () => {
    const background = createBackground(undefined, { off: [rule('a.example'), rule('file:')] });
    const { shown, field, hosts } = await open(background);
    expect(hosts()).toEqual(['a.example', 'files on this device']);
    await press(named('button', 'Remove a.example'));
    expect(background.settings.off).toEqual([rule('file:')]);
    expect(shown.querySelector('[role=status]')?.textContent).toBe('a.example was removed.');
    expect(document.activeElement).toBe(field);
  });

  test('what the popup changed meanwhile is seen on coming back', async () => {
    const background = createBackground(undefined);
    const { hosts } = await open(background);
    background.settings = { ...background.settings, off: [rule('popup.example')] };
    window.dispatchEvent(new Event('focus'));
    await settle();
    expect(hosts()).toEqual(['popup.example']);
  });
});

test.each([
  ['mode', () => press(radio('Only the sites'))],
  ['look', () => press(radio('Underline with a tint'))],
  ['pause', () => press(named('[role=switch]', 'Pause everywhere'))],
])('a refused change of %s is told, and the page shows what holds', async (_, change) => {
  const background = createBackground(undefined);
  background.refuses = 'the disk is full';
  const { alerts } = await open(background);
  await change();
  expect(alerts()).toBe('This could not be saved. (the disk is full)');
  expect(radio('Every site').checked).toBe(true);
  expect(named('.choice', 'Underline with a tint').querySelector('input')?.checked).toBe(false);
  expect(named('[role=switch]', 'Pause').getAttribute('aria-checked')).toBe('false');
});

test('the look of marks changes, and its sample', async () => {
  const background = createBackground(undefined);
  const { shown } = await open(background);
  expect(shown.querySelectorAll('.look-sample .sample-underline')).toHaveLength(2);
  await press(radio('Underline with a tint'));
  expect(background.settings.look).toBe('tint');
  expect(shown.querySelectorAll('.look-sample .sample-tint')).toHaveLength(2);
});

test('the shortcuts are those of the browser', async () => {
  const { shown } = await open(createBackground(undefined));
  const rows = [...shown.querySelectorAll('.shortcut')].map((row) => row.textContent);
  expect(rows).toContain('Go to the next explained word on the pageAlt+Shift+N');
  expect(rows).toContain('Turn Bedside on or off for this sitenot set');
  expect(shown.textContent).toContain('chrome://extensions/shortcuts');
  expect(shown.textContent).toContain('Bedside 1.2.3');
});

test('a background that does not answer leaves no dead controls', async () => {
  const background = createBackground(undefined);
  background.deaf.add('state');
  const shown = show(<Options send={background.send} listShortcuts={listShortcuts} version="1.2.3" />);
  await settle();
  expect(shown.querySelector('[role=alert]')?.textContent).toContain('Bedside does not answer.');
  expect(shown.querySelector('input, [role=switch]')).toBeNull();
});

test('the welcome page says what Bedside never does, has a sample, and the choice of modes', async () => {
  const background = createBackground(undefined);
  const shown = show(<Welcome send={background.send} listShortcuts={listShortcuts} />);
  await settle();
  expect(shown.querySelector('h1')?.textContent).toBe('Welcome to Bedside');
  expect(shown.textContent).toContain('It never uses the network.');
  expect(shown.textContent).toContain('No clinician has reviewed its texts yet.');
  expect(shown.querySelector('.sample')?.textContent).toBe(welcomeSample);
  await press(radio('Only the sites'));
  expect(background.settings.mode).toBe('only');
});
