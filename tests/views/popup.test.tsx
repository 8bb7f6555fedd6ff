/** The popup, over a background that answers as told. */
import { describe, expect, test, vi } from 'vitest';
import { SearchBox } from '../../components/SearchBox.tsx';
import type { Knowledge, Term } from '../../content/glossary.ts';
import { Popup } from '../../entrypoints/popup/Popup.tsx';
import { type Background, createBackground } from './background.ts';
import { key, named, press, settle, show, type } from './stage.tsx';

const term = (id: string, plain: string, related: string[] = []): Term => ({
  id,
  name: id,
  group: 'tests',
  also: [],
  parts: [],
  unlike: [],
  forms: [{ form: id }],
  plain,
  figures: [],
  related,
  sources: [],
  written: '2026-11-23',
});

const terms = [
  term('ferritin', 'A protein that stores iron. A blood test measures it.', ['fever']),
  term('fever', 'A body that is too hot. It is often an infection.', ['ferritin']),
  term('spleen', 'An organ on the left.'),
];
const knowledge: Knowledge = { count: terms.length, groups: {}, terms, sources: {}, parts: {}, pictures: {} };

async function open(background: Background, file: Knowledge = knowledge) {
  const close = vi.fn();
  const openOptions = vi.fn();
  const fetchKnowledge = async () => file;
  const shown = show(
    <Popup send={background.send} fetchKnowledge={fetchKnowledge} openOptions={openOptions} close={close} />,
  );
  await settle();
  const field = () => shown.querySelector<HTMLInputElement>('[role=combobox]') as HTMLInputElement;
  const options = () => [...shown.querySelectorAll('[role=option]')];
  const active = () => shown.querySelector(`#${CSS.escape(field().getAttribute('aria-activedescendant') ?? '')}`);
  return { shown, close, openOptions, field, options, active };
}

describe('search', () => {
  test('has the focus at opening, and names its field', async () => {
    const { field, shown } = await open(createBackground('example.org'));
    expect(document.activeElement).toBe(field());
    expect(shown.querySelector(`label[for="${field().id}"]`)?.textContent).toBe('Search for a medical word');
    expect(field().getAttribute('aria-expanded')).toBe('false');
  });

  test('shows results as one types, each with its first sentence, and says how many', async () => {
    const { field, options, active, shown } = await open(createBackground('example.org'));
    await type(field(), 'fe');
    expect(options().map((option) => option.textContent)).toEqual([
      'fever A body that is too hot.',
      'ferritin A protein that stores iron.',
    ]);
    expect(shown.querySelector('[role=status]')?.textContent).toBe('2 results');
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(shown.querySelector(`#${CSS.escape(field().getAttribute('aria-controls') ?? '')}`)).not.toBeNull();
    expect(active()).toBe(options()[0]);
  });

  test.each<[string[], number]>([
    [['ArrowDown'], 1],
    [['ArrowDown', 'ArrowDown'], 0],
    [['ArrowUp'], 1],
    [['ArrowDown', 'ArrowUp'], 0],
  ])('%j leads to result %d', async (keys, index) => {
    const { field, options, active } = await open(createBackground('example.org'));
    await type(field(), 'fe');
    for (const name of keys) await key(field(), name);
    expect(active()).toBe(options()[index]);
    expect(active()?.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(field());
  });

  test('says when nothing is found', async () => {
    const { field, shown } = await open(createBackground('example.org'));
    await type(field(), 'qwrtzp');
    expect(shown.querySelector('[role=status]')?.textContent).toBe('Bedside has no entry for these words yet.');
  });

  test('does not say that nothing is found before all is read', async () => {
    const box = (isBusy: boolean) =>
      show(<SearchBox query="qwrtzp" results={[]} isBusy={isBusy} onQuery={() => {}} onChoose={() => {}} />);
    expect(box(true).querySelector('search')?.getAttribute('aria-busy')).toBe('true');
    expect(box(true).textContent).not.toContain('no entry');
    expect(box(false).textContent).toContain('no entry');
  });

  test('begins with what it was opened for', async () => {
    const background = createBackground('example.org');
    background.pending = 'spleen';
    const { field, options } = await open(background);
    expect(field().value).toBe('spleen');
    expect(options()).toHaveLength(1);
  });

  test('says when the glossary is damaged, and keeps the switches', async () => {
    const { shown } = await open(createBackground('example.org'), { ...knowledge, count: 99 });
    expect(shown.querySelector('[role=combobox]')).toBeNull();
    expect(shown.querySelector('[role=alert]')?.textContent).toContain('cannot be read');
    expect(named('[role=switch]', 'Bedside on example.org').getAttribute('aria-checked')).toBe('true');
  });
});

describe('a card', () => {
  test('opens with Enter, leads on to related terms, and goes back step by step with Escape', async () => {
    const { shown, field, active, close } = await open(createBackground('example.org'));
    await type(field(), 'fe');
    await key(field(), 'ArrowDown');
    await key(field(), 'Enter');
    const name = () => shown.querySelector('.card h2')?.textContent;
    expect(name()).toBe('ferritin');
    expect(document.activeElement?.textContent).toBe('ferritin');

    await press(named('.card button', 'fever'));
    expect(name()).toBe('fever');

    const leave = () => key(document.activeElement ?? shown, 'Escape');
    expect(await leave()).toBe(false);
    expect(name()).toBe('ferritin');
    expect(await leave()).toBe(false);
    expect(name()).toBeUndefined();
    expect(document.activeElement).toBe(field());
    expect(active()?.textContent).toContain('ferritin');
    expect(await leave()).toBe(false);
    expect(field().value).toBe('');
    expect(close).not.toHaveBeenCalled();
    await leave();
    expect(close).toHaveBeenCalledOnce();
  });

  test('opens by pointer and closes with its back button', async () => {
    const { shown, field, options } = await open(createBackground('example.org'));
    await type(field(), 'spleen');
    await press(options()[0] as HTMLElement);
    expect(shown.querySelector('.card h2')?.textContent).toBe('spleen');
    await press(named('.card button', 'Back'));
    expect(shown.querySelector('.card')).toBeNull();
  });
});

describe('a known word', () => {
  const openFerritin = async (background: Background) => {
    const opened = await open(background);
    await type(opened.field(), 'ferritin');
    await key(opened.field(), 'Enter');
    const status = () => opened.shown.querySelector('.card [role=status]')?.textContent;
    return { ...opened, status };
  };

  test('is said on its card, which shows it, and is brought back there', async () => {
    const background = createBackground('example.org', { known: ['fever'] });
    const { status } = await openFerritin(background);
    expect(status()).toBe('');
    await press(named('.card button', 'I know this word'));
    expect(background.settings.known).toEqual(['fever', 'ferritin']);
    expect(status()).toBe('You know this word, so it is not marked.');
    await press(named('.card button', 'Bring back'));
    expect(background.settings.known).toEqual(['fever']);
    expect(status()).toBe('');
  });

  test('is found by the search, and its card says that it is known', async () => {
    const { status } = await openFerritin(createBackground('example.org', { known: ['ferritin'] }));
    expect(status()).toBe('You know this word, so it is not marked.');
    await press(named('.card button', 'fever'));
    expect(status()).toBe('');
  });

  test('that cannot be saved is told beside its card, and nowhere else', async () => {
    const background = createBackground('example.org');
    background.refuses = 'the disk is full';
    const { shown, status } = await openFerritin(background);
    const alert = () => shown.querySelector('.card-foot [role=alert]')?.textContent;
    await press(named('.card button', 'I know this word'));
    expect(alert()).toBe('This could not be saved. (the disk is full)');
    expect(status()).toBe('');
    await press(named('.card button', 'fever'));
    expect(alert()).toBe('');
  });

  test('cannot be said where the background does not answer', async () => {
    const background = createBackground('example.org');
    background.deaf = new Set(['state']);
    const { shown } = await openFerritin(background);
    expect([...shown.querySelectorAll('.card-foot button')].map((button) => button.textContent)).toEqual(['Copy']);
  });
});

describe('the page', () => {
  const withTerms = () => {
    const background = createBackground('example.org');
    background.pageTerms = [
      { id: 'fever', name: 'fever', count: 1, frame: 0 },
      { id: 'ferritin', name: 'ferritin', count: 1200, frame: 7 },
    ];
    return background;
  };

  test('has its terms in reading order with their counts', async () => {
    const { shown } = await open(withTerms());
    expect(shown.querySelector('h2')?.textContent).toBe('2 explained words on this page');
    expect([...shown.querySelectorAll('.page-term')].map((one) => one.textContent)).toEqual([
      'fever once',
      'ferritin 1,200 times',
    ]);
  });

  test('has its known terms left out', async () => {
    const background = withTerms();
    background.settings = { ...background.settings, known: ['fever'] };
    const { shown } = await open(background);
    expect(shown.querySelector('h2')?.textContent).toBe('1 explained word on this page');
    expect([...shown.querySelectorAll('.page-term')].map((one) => one.textContent)).toEqual(['ferritin 1,200 times']);
  });

  test('of which the reader knows all words says so', async () => {
    const background = withTerms();
    background.settings = { ...background.settings, known: ['ferritin', 'fever'] };
    const { shown } = await open(background);
    expect(shown.querySelector('.page-term')).toBeNull();
    expect(shown.textContent).toContain('You know every word that Bedside found on this page.');
  });

  test('loses a word from its list at once when the reader knows it', async () => {
    const background = withTerms();
    background.deaf.add('showOnPage');
    const { shown } = await open(background);
    await press(named('button', 'ferritin'));
    await press(named('.card button', 'I know this word'));
    await press(named('.card button', 'Back'));
    expect([...shown.querySelectorAll('.page-term')].map((one) => one.textContent)).toEqual(['fever once']);
  });

  test('shows a term at its mark, and the popup closes', async () => {
    const background = withTerms();
    const { close } = await open(background);
    await press(named('button', 'ferritin'));
    expect(background.asked).toContainEqual(['showOnPage', { id: 'ferritin', frame: 7 }]);
    expect(close).toHaveBeenCalledOnce();
  });

  test('that has gone away gives the card in the popup instead', async () => {
    const background = withTerms();
    background.deaf.add('showOnPage');
    const { shown, close } = await open(background);
    await press(named('button', 'ferritin'));
    expect(shown.querySelector('.card h2')?.textContent).toBe('ferritin');
    expect(close).not.toHaveBeenCalled();
  });

  test('gives way to the results of a search', async () => {
    const { shown, field } = await open(withTerms());
    await type(field(), 'spleen');
    expect(shown.querySelector('.page-term')).toBeNull();
  });

  test.each([
    ['has no known word', createBackground('example.org'), 'Bedside found no word that it knows on this page.'],
    ['is no place for extensions', createBackground(undefined), 'Bedside cannot run on this page'],
    ['is paused', createBackground('example.org', { paused: true }), 'Bedside is paused everywhere.'],
    ['is off', createBackground('example.org', { mode: 'only' }), 'Bedside is off on example.org.'],
    ['is off on disk', createBackground('file:', { mode: 'only' }), 'Bedside is off on files on this device.'],
  ])('says when it %s', async (_, background, sentence) => {
    const { shown } = await open(background);
    expect(shown.querySelector('.popup-lists')?.textContent).toContain(sentence);
  });

  test('tells the background’s problem in its own words', async () => {
    const background = createBackground('example.org');
    background.problem = 'Settings could not be read.';
    const { shown } = await open(background);
    expect(shown.textContent).toContain('Settings could not be read.');
  });

  test('tells when the background does not answer, and still searches', async () => {
    const background = createBackground('example.org');
    background.deaf = new Set(['state', 'pageTerms', 'pending']);
    const { shown, field, options } = await open(background);
    expect(shown.textContent).toContain('Bedside does not answer.');
    await type(field(), 'spleen');
    expect(options()).toHaveLength(1);
  });
});

describe('the switches', () => {
  test('turn the site off and on', async () => {
    const background = createBackground('example.org');
    await open(background);
    const site = () => named('[role=switch]', 'Bedside on example.org');
    await press(site());
    expect(background.settings.off).toEqual([{ host: 'example.org', subdomains: true }]);
    expect(site().getAttribute('aria-checked')).toBe('false');
    await press(site());
    expect(background.settings.off).toEqual([]);
    expect(site().getAttribute('aria-checked')).toBe('true');
  });

  test('keep what another page changed meanwhile', async () => {
    const background = createBackground('example.org');
    await open(background);
    background.settings = { ...background.settings, off: [{ host: 'elsewhere.example', subdomains: true }] };
    await press(named('[role=switch]', 'Bedside on example.org'));
    expect(background.settings.off.map(({ host }) => host)).toEqual(['elsewhere.example', 'example.org']);
  });

  test('show the site’s own choice while everything is paused', async () => {
    await open(createBackground('example.org', { paused: true }));
    expect(named('[role=switch]', 'Bedside on').getAttribute('aria-checked')).toBe('true');
    expect(named('[role=switch]', 'Pause everywhere').getAttribute('aria-checked')).toBe('true');
  });

  test('stay as they really are when a change is refused', async () => {
    const background = createBackground('example.org');
    background.refuses = 'the disk is full';
    const { shown } = await open(background);
    await press(named('[role=switch]', 'Pause everywhere'));
    expect(named('[role=switch]', 'Pause everywhere').getAttribute('aria-checked')).toBe('false');
    expect(shown.querySelector('footer [role=alert]')?.textContent).toBe('This could not be saved. (the disk is full)');
  });

  test('are gone for a site where there is none', async () => {
    const { shown } = await open(createBackground(undefined));
    expect(shown.querySelectorAll('[role=switch]')).toHaveLength(1);
  });
});

test('leads to the options', async () => {
  const { openOptions } = await open(createBackground('example.org'));
  await press(named('button', 'Options'));
  expect(openOptions).toHaveBeenCalledOnce();
});
