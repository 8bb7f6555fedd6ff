/** The options and the welcome page, over a background that answers as told. */
import { describe, expect, test } from 'vitest';
import { welcomeSample } from '../../components/samples.ts';
import { defaults } from '../../content/settings.ts';
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

describe('which words are marked', () => {
  test.each([
    ['Mark it every time', { occurrences: 'every' }, 'A long page can have very many marks.'],
    ['Mark the first on the page', { occurrences: 'page' }, 'The fewest marks.'],
    ['Generous', { sure: 'generous' }, 'Marks more words. Now and then a card may not fit what the page means.'],
  ])('%s', async (label, setting, explanation) => {
    const background = createBackground(undefined);
    const { shown } = await open(background);
    const textOf = (ids: string | null) =>
      ids?.split(' ').map((id) => shown.querySelector(`#${CSS.escape(id)}`)?.textContent);
    expect(radio('Mark the first in each section').checked).toBe(true);
    expect(radio('Careful').checked).toBe(true);
    await press(radio(label));
    expect(radio(label).checked).toBe(true);
    expect(background.settings).toEqual({ ...defaults, ...setting });
    expect(textOf(radio(label).getAttribute('aria-labelledby'))).toEqual([label]);
    expect(textOf(radio(label).getAttribute('aria-describedby'))).toEqual([explanation]);
  });

  test('every choice of words is explained, each group has its name', async () => {
    const { shown } = await open(createBackground(undefined));
    const groups = [...shown.querySelectorAll('fieldset')].map((group) => [
      group.querySelector('legend')?.textContent,
      group.querySelectorAll('[type=radio]').length,
      group.querySelectorAll('[aria-describedby] + span .choice-about').length,
    ]);
    expect(groups).toContainEqual(['A word that comes up several times', 3, 3]);
    expect(groups).toContainEqual(['A word that may mean something else', 2, 2]);
  });
});

describe('the words that the reader knows', () => {
  const names = [
    { id: 'spleen', name: 'spleen' },
    { id: 'hemophagocytic-lymphohistiocytosis', name: 'HLH' },
    { id: 'ferritin', name: 'ferritin' },
  ];
  async function openKnown(...known: string[]) {
    const background = createBackground(undefined, { known });
    background.names = names;
    const opened = await open(background);
    const { shown } = opened;
    const words = () => [...shown.querySelectorAll('.known-word-name')].map((word) => word.textContent);
    const news = () => [...shown.querySelectorAll('[role=status]')].map((one) => one.textContent).join('');
    const heading = [...shown.querySelectorAll('h3')].find((one) => one.textContent === 'Words you know');
    /** Presses a button that has the focus, as a reader with a keyboard does. */
    const pressFocused = async (name: string) => {
      named('button', name).focus();
      await press(named('button', name));
    };
    return { ...opened, background, words, news, heading, pressFocused };
  }

  test('are none at first, which one line says', async () => {
    const { shown, background } = await openKnown();
    expect(shown.textContent).toContain('None yet. “I know this word” on a card puts a word here');
    expect(shown.querySelector('.known-word')).toBeNull();
    expect(background.asked.filter(([name]) => name === 'names')).toEqual([]);
  });

  test('are listed by name, in the order of their names', async () => {
    const { words, shown } = await openKnown(...names.map(({ id }) => id));
    expect(words()).toEqual(['ferritin', 'HLH', 'spleen']);
    expect(shown.textContent).not.toContain('None yet.');
    expect(named('button', 'Bring back HLH').textContent).toBe('Bring back');
  });

  test('are listed by id where the glossary has them no more, or cannot be read', async () => {
    const { words, background } = await openKnown('spleen', 'gone');
    expect(words()).toEqual(['gone', 'spleen']);
    background.deaf.add('names');
    background.settings = { ...background.settings, known: ['spleen', 'gone', 'ferritin'] };
    window.dispatchEvent(new Event('focus'));
    await settle();
    expect(words()).toEqual(['ferritin', 'gone', 'spleen']);
  });

  test.each([
    ['first', 'ferritin', 'Bring back HLH'],
    ['middle', 'HLH', 'Bring back spleen'],
    ['last', 'spleen', 'Bring back HLH'],
  ])('the %s is brought back, announced, and the focus goes to its neighbour', async (_, name, neighbour) => {
    const { words, news, pressFocused, background } = await openKnown(...names.map(({ id }) => id));
    await pressFocused(`Bring back ${name}`);
    expect(words()).toEqual(['ferritin', 'HLH', 'spleen'].filter((other) => other !== name));
    expect(background.settings.known).toHaveLength(2);
    expect(news()).toBe(`${name} is marked again.`);
    expect(document.activeElement?.getAttribute('aria-label')).toBe(neighbour);
  });

  test('the only one is brought back, and the focus goes to the heading', async () => {
    const { words, news, heading, shown, pressFocused } = await openKnown('ferritin');
    expect([...shown.querySelectorAll('button')].some(({ textContent }) => textContent === 'Bring all back')).toBe(
      false,
    );
    await pressFocused('Bring back ferritin');
    expect(words()).toEqual([]);
    expect(news()).toBe('ferritin is marked again.');
    expect(document.activeElement).toBe(heading);
  });

  test('all are brought back at once, and the focus goes to the heading', async () => {
    const { words, news, heading, pressFocused, background } = await openKnown('ferritin', 'spleen');
    await pressFocused('Bring all back');
    expect(background.settings.known).toEqual([]);
    expect(words()).toEqual([]);
    expect(news()).toBe('All words are marked again.');
    expect(document.activeElement).toBe(heading);
  });

  test('a word that the popup hid meanwhile stays when another is brought back', async () => {
    const { pressFocused, background } = await openKnown('ferritin');
    background.settings = { ...background.settings, known: ['ferritin', 'spleen'] };
    await pressFocused('Bring back ferritin');
    expect(background.settings.known).toEqual(['spleen']);
  });

  test('one that cannot be brought back stays, with the focus', async () => {
    const { words, news, alerts, pressFocused, background } = await openKnown('ferritin', 'spleen');
    background.refuses = 'the disk is full';
    await pressFocused('Bring back ferritin');
    expect(words()).toEqual(['ferritin', 'spleen']);
    expect(news()).toBe('');
    expect(alerts()).toBe('This could not be saved. (the disk is full)');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Bring back ferritin');
  });

  test('a reader who went elsewhere before it left keeps the focus there', async () => {
    const { words, field, pressFocused } = await openKnown('ferritin', 'spleen');
    const pressed = pressFocused('Bring back ferritin');
    field.focus();
    await pressed;
    expect(words()).toEqual(['spleen']);
    expect(document.activeElement).toBe(field);
  });

  test('nobody’s focus is taken when the list changes by itself', async () => {
    const { words, field, background } = await openKnown('ferritin', 'spleen');
    field.focus();
    background.settings = { ...background.settings, known: ['spleen'] };
    window.dispatchEvent(new Event('focus'));
    await settle();
    expect(words()).toEqual(['spleen']);
    expect(document.activeElement).toBe(field);
  });
});

test.each([
  ['mode', () => press(radio('Only the sites'))],
  ['look', () => press(radio('Underline with a tint'))],
  ['occurrences', () => press(radio('Mark it every time'))],
  ['sureness', () => press(radio('Generous'))],
  ['pause', () => press(named('[role=switch]', 'Pause everywhere'))],
])('a refused change of %s is told, and the page shows what holds', async (_, change) => {
  const background = createBackground(undefined);
  background.refuses = 'the disk is full';
  const { alerts } = await open(background);
  await change();
  expect(alerts()).toBe('This could not be saved. (the disk is full)');
  expect(radio('Every site').checked).toBe(true);
  expect(radio('Underline with a tint').checked).toBe(false);
  expect(radio('Mark it every time').checked).toBe(false);
  expect(radio('Generous').checked).toBe(false);
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
