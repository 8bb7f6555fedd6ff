/** The card: every part where there is something to say, none where there is not. */
import { describe, expect, test, vi } from 'vitest';
import { cardHeadingId } from '../../components/CardFrame.tsx';
import { CardView } from '../../components/CardView.tsx';
import { Notice } from '../../components/Notice.tsx';
import es from '../../public/_locales/es/messages.json';
import { bareCard, fullCard, named, press, show, textsOf } from './stage.tsx';

const noop = () => undefined;

describe('a full card', () => {
  test.each([
    ['name', 'ferritin'],
    ['how to say it', 'Say it: FAIR-ih-tin'],
    ['other names', 'Also called: serum ferritin, ferritin level'],
    ['word parts', 'Word parts: ferr- iron, -in a protein'],
    ['plain text', 'A protein that stores iron. A blood test measures it.'],
    ['what it means in HLH', 'In HLHIn HLH it is often very high.'],
    ['direction', 'In HLH: usually high'],
    ['unit', 'Measured in µg/L'],
    ['a figure', '500\u00a0µg/L or more any age S1'],
    ['a range', '6 to 24.5\u00a0µg/L girls'],
    ['a large figure', 'below 10,000\u00a0µg/L boys'],
    ['other units', '1 µg/L is 2.247 pmol/L'],
    [
      'usual values',
      'Usual valuesadults 12 to 300\u00a0µg/L S1newborns 25\u00a0µg/L or more children 150\u00a0µg/L or less',
    ],
    ['caution about them', 'Laboratories differ.'],
    ['criteria', 'CriteriaTwo of the three.High ferritinLow counts'],
    ['values of a criterion', 'Hemoglobin below 90\u00a0g/L at any age'],
    ['points', 'above 6,000\u00a0µg/L: 50 pointsnone: 1 point'],
    ['look-alikes', 'Not the same astransferrin: It carries iron.ferrite: A magnet is made of it.'],
    ['gene', 'FTL: It is one half of ferritin. Inherited: dominant.'],
    ['numbers in registers', 'HGNC 3999OMIM 134790'],
    ['more detail', 'More detailOther illnesses raise it as well.'],
    ['a source', 'S1 HLH-2004 criteria'],
    ['a source that is nobody else’s', 'General medical knowledge (not looked up)'],
    ['date', 'Written Nov 23, 2026.'],
    ['review status and what it is not', 'Not reviewed by a clinician. Not medical advice. Ask the care team.'],
  ])('shows its %s', (_, text) => {
    expect(show(<CardView card={fullCard} onRelated={noop} />).textContent).toContain(text);
  });

  test('names the figures of one label once', () => {
    const labels = [...show(<CardView card={fullCard} onRelated={noop} />).querySelectorAll('.card-body > section dt')];
    expect(labels.map((label) => label.textContent)).toEqual(['High enough for HLH-2004', 'Usual in one laboratory']);
  });

  test('links its sources without telling them where the reader was', () => {
    const links = [...show(<CardView card={fullCard} onRelated={noop} />).querySelectorAll('a')];
    expect(links).toHaveLength(5);
    for (const link of links) {
      expect(link.href).toBe('https://example.org/hlh-2004');
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noopener noreferrer');
    }
  });

  test('folds the detail', () => {
    expect(show(<CardView card={fullCard} onRelated={noop} />).querySelector('details')?.open).toBe(false);
  });

  test('says that hard news waits where the detail has it', () => {
    const summary = (card: typeof fullCard) =>
      show(<CardView card={card} onRelated={noop} />).querySelector('summary')?.textContent;
    expect(summary({ ...fullCard, hard: true })).toBe('Hard news, to show when you are ready');
    expect(summary(fullCard)).toBe('More detail');
  });

  test('shows the figures of hard news with the detail alone, and what they cannot tell', () => {
    const shown = show(<CardView card={fullCard} onRelated={noop} />);
    const hard = shown.querySelector('details')?.textContent;
    expect(hard).toContain('cannot tell what will happen to one child');
    expect(hard).toContain('61%');
    expect(shown.textContent?.replace(hard ?? '', '')).not.toContain('61%');
  });

  test.each([
    ['a criterion', 'Low counts', 'counts'],
    ['a look-alike', 'transferrin', 'transferrin'],
    ['a word of its text', 'protein', 'protein'],
    ['words of its detail', 'Other illnesses', 'illness'],
  ])('leads from %s to its term', async (_, name, id) => {
    const onRelated = vi.fn();
    show(<CardView card={fullCard} onRelated={onRelated} />);
    await press(named('button', name));
    expect(onRelated).toHaveBeenCalledExactlyOnceWith(id);
  });

  test('names who reviewed it', () => {
    const card = { ...fullCard, reviewed: { by: 'Dr. A. Reader', on: '2027-01-05' } };
    const shown = show(<CardView card={card} onRelated={noop} />);
    expect(shown.textContent).toContain('Reviewed by Dr. A. Reader, Jan 5, 2027.');
    expect(shown.textContent).not.toContain('Not reviewed');
  });

  test('has no field, no inline style and no script', () => {
    const shown = show(<CardView card={fullCard} onRelated={noop} onBack={noop} onClose={noop} />);
    expect(shown.querySelector('input, textarea, select, [contenteditable], [style], script')).toBeNull();
  });

  test('marks the English of the glossary as English in another language', () => {
    const shown = show(<CardView card={fullCard} onRelated={noop} />, textsOf(es));
    expect(shown.querySelector('.card')?.getAttribute('lang')).toBe('es');
    expect(shown.textContent).toContain('500\u00a0µg/L o más');
    for (const text of [fullCard.name, fullCard.plain, fullCard.hlh, fullCard.more]) {
      const element = [...shown.querySelectorAll('[lang=en]')].find((one) => one.textContent === text);
      expect(element, text).toBeDefined();
    }
  });
});

describe('copying', () => {
  test('gives what the card says at first sight, where it comes from, and what it is not', async () => {
    const onCopy = vi.fn(() => true);
    const shown = show(<CardView card={fullCard} onRelated={noop} onCopy={onCopy} />);
    await press(named('button', 'Copy'));
    expect(onCopy).toHaveBeenCalledExactlyOnceWith(
      [
        'ferritin: A protein that stores iron. A blood test measures it.',
        'In HLH: In HLH it is often very high.',
        'Sources:\n- HLH-2004 criteria: https://example.org/hlh-2004\n- General medical knowledge',
        'Bedside. Not reviewed by a clinician. Not medical advice. Ask the care team.',
      ].join('\n\n'),
    );
    expect(shown.querySelector('[role=status]')?.textContent).toContain('Copied.');
  });

  test('says when the browser does not let it', async () => {
    const shown = show(<CardView card={fullCard} onRelated={noop} onCopy={async () => false} />);
    await press(named('button', 'Copy'));
    expect(shown.querySelector('[role=status]')?.textContent).toContain('did not let Bedside copy');
  });

  test('leaves its word about one card behind with it', async () => {
    show(<CardView card={fullCard} onRelated={noop} onCopy={() => true} />);
    await press(named('button', 'Copy'));
    const shown = show(<CardView card={{ ...fullCard, id: 'another' }} onRelated={noop} onCopy={() => true} />);
    expect(shown.querySelector('[role=status]')?.textContent).not.toContain('Copied');
  });
});

describe('the number that a page gives for a test', () => {
  const withNumber = (number: number, unit = 'µg/L', value = number) =>
    show(<CardView card={fullCard} measured={{ number, unit, value }} onRelated={noop} />);

  test.each([
    [
      12400,
      'The number on this page12,400\u00a0µg/LHigh enough for HLH-2004: 500\u00a0µg/L or more. The number on this page is in that range.',
    ],
    [88, 'High enough for HLH-2004: 500\u00a0µg/L or more. The number on this page is not in that range.'],
    [88, 'adults 12 to 300\u00a0µg/L S1 The number on this page is within this.'],
    [400, 'adults 12 to 300\u00a0µg/L S1 The number on this page is above this.'],
    [20, 'newborns 25\u00a0µg/L or more  The number on this page is below this.'],
    [88, 'One number never makes HLH certain and never rules it out.'],
  ])('%d: %j', (number, text) => {
    expect(withNumber(number).textContent).toContain(text);
  });

  test('in another unit is also said in the own one', () => {
    expect(withNumber(2247, 'pmol/L', 1000).textContent).toContain('2,247\u00a0pmol/L That is 1,000\u00a0µg/L.');
    expect(withNumber(1000, 'ng/mL').textContent).not.toContain('That is');
  });

  test('is drawn on the line of every bound and of all usual values, for the eye alone', () => {
    const lines = [...withNumber(88).querySelectorAll('.card-bar')];
    expect(lines).toHaveLength(6);
    for (const line of lines) {
      expect(line.getAttribute('aria-hidden')).toBe('true');
      expect(line.querySelector('.card-bar-value')).not.toBeNull();
    }
  });

  test('is not there where the page gives none: the line is', () => {
    const shown = show(<CardView card={fullCard} onRelated={noop} />);
    expect(shown.textContent).not.toContain('The number on this page');
    expect(shown.querySelectorAll('.card-bar')).toHaveLength(6);
    expect(shown.querySelector('.card-bar-value')).toBeNull();
  });
});

test('a bare card has no empty parts', () => {
  const shown = show(<CardView card={bareCard} onRelated={noop} />);
  expect(shown.querySelectorAll('.card-part, details, dl, ul, h3, .card-aside, .card-lab')).toHaveLength(0);
  expect(shown.querySelectorAll('button')).toHaveLength(0);
});

test('a value without a unit is measured in nothing', () => {
  const shown = show(
    <CardView card={{ ...bareCard, lab: { unit: '', hlh: 'varies', usual: [], conversions: [] } }} onRelated={noop} />,
  );
  expect(shown.textContent).toContain('In HLH: can be high, low or normal');
  expect(shown.textContent).not.toContain('Measured');
});

test('nothing is said of a value of which nothing is known in HLH', () => {
  const lab = { unit: 'g/L', hlh: 'unknown' as const, usual: [], conversions: [] };
  expect(show(<CardView card={{ ...bareCard, lab }} onRelated={noop} />).textContent).not.toContain('In HLH');
});

test('its buttons say what was asked for', async () => {
  const asked = { onRelated: vi.fn(), onBack: vi.fn(), onClose: vi.fn() };
  show(<CardView card={fullCard} {...asked} />);
  await press(named('button', 'inflammation'));
  await press(named('button', 'Back'));
  await press(named('button', 'Close'));
  expect(asked.onRelated.mock.calls).toEqual([['inflammation']]);
  expect(asked.onBack).toHaveBeenCalledOnce();
  expect(asked.onClose).toHaveBeenCalledOnce();
});

describe('a word that the reader knows', () => {
  const status = (shown: HTMLElement) => shown.querySelector('[role=status]')?.textContent;

  test('is said with one quiet button in the footer, and brought back with the same', async () => {
    const onKnown = vi.fn();
    const shown = show(<CardView card={fullCard} onRelated={noop} onKnown={onKnown} />);
    const button = named('.card-foot button', 'I know this word');
    button.focus();
    await press(button);
    expect(status(shown)).toBe('');
    show(<CardView card={fullCard} onRelated={noop} onKnown={onKnown} isKnown />);
    expect(named('.card-foot button', 'Bring back')).toBe(button);
    expect(document.activeElement).toBe(button);
    expect(status(shown)).toBe('You know this word, so it is not marked.');
    await press(button);
    expect(onKnown.mock.calls).toEqual([[true], [false]]);
  });

  test('is told as known where it cannot be brought back', () => {
    const shown = show(<CardView card={fullCard} onRelated={noop} isKnown />);
    expect(status(shown)).toBe('You know this word, so it is not marked.');
    expect(shown.querySelector('.card-foot button')).toBeNull();
  });

  test('has its button in the reader’s language', () => {
    show(<CardView card={fullCard} onRelated={noop} onKnown={noop} />, textsOf(es));
    expect(named('.card-foot button', 'Ya conozco esta palabra').closest('[lang]')?.getAttribute('lang')).toBe('es');
  });
});

describe('the next card', () => {
  const heading = (shown: HTMLElement) => shown.querySelector<HTMLElement>(`#${cardHeadingId}`);

  test('takes the focus when the reader asked for it, and begins folded', async () => {
    const shown = show(<CardView card={fullCard} onRelated={noop} />);
    shown.querySelector('details')?.setAttribute('open', '');
    await press(named('button', 'iron'));
    show(<CardView card={{ ...bareCard, more: 'More of iron.' }} onRelated={noop} />);
    expect(document.activeElement).toBe(heading(shown));
    expect(heading(shown)?.textContent).toBe('iron');
    expect(shown.querySelector('details')?.open).toBe(false);
  });

  test('leaves the focus alone when the pointer opened it', () => {
    const shown = show(<CardView card={fullCard} onRelated={noop} />);
    show(<CardView card={bareCard} onRelated={noop} />);
    expect(shown.contains(document.activeElement)).toBe(false);
  });
});

test('a notice shows its message and closes', async () => {
  const onClose = vi.fn();
  const shown = show(<Notice title="Not in the glossary" text="Bedside has no entry." onClose={onClose} />);
  expect(shown.querySelector('h2')?.textContent).toBe('Not in the glossary');
  expect(shown.textContent).toContain('Bedside has no entry.');
  await press(named('button', 'Close'));
  expect(onClose).toHaveBeenCalledOnce();
});
