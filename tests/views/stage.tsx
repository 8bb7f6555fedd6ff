/** Where views are shown in tests: with the English texts, and with what a test looks for. */
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';
import { type Texts, TextsContext, textsFrom } from '../../components/texts.ts';
import type { Card } from '../../content/glossary.ts';
import en from '../../public/_locales/en/messages.json';

/** Fills messages in as the browser does. */
export const textsOf = (messages: Record<string, { message: string }>): Texts =>
  textsFrom((key, values) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? ''),
  );

export const english = textsOf(en);

let stage: HTMLElement | undefined;

afterEach(() => {
  if (stage) render(null, stage);
  stage?.remove();
  stage = undefined;
});

/** Shows a view, or shows it anew in place of what the test showed before. */
export function show(view: ComponentChild, texts: Texts = english): HTMLElement {
  stage ??= document.body.appendChild(document.createElement('div'));
  const shown = stage;
  act(() => render(<TextsContext.Provider value={texts}>{view}</TextsContext.Provider>, shown));
  return shown;
}

/** Lets everything that was asked for arrive; an answer may lead to another question, and that to a third. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await act(async () => void (await new Promise((done) => setTimeout(done))));
}

const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';

/** The one element that a selector finds with this name. */
export function named<E extends HTMLElement = HTMLElement>(selector: string, name: string): E {
  const found = [...(stage?.querySelectorAll<E>(selector) ?? [])].filter((element) => nameOf(element).startsWith(name));
  const [first] = found;
  if (!first || found.length > 1) throw new Error(`${found.length} of ${selector} are named “${name}”`);
  return first;
}

export async function press(element: HTMLElement): Promise<void> {
  act(() => element.click());
  await settle();
}

export async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
  await settle();
}

/** Presses a key; true when the browser would still do its own with it. */
export async function key(element: Element, name: string): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  act(() => void element.dispatchEvent(event));
  await settle();
  return !event.defaultPrevented;
}

/** A card with every part that a card can have. */
export const fullCard: Card = {
  id: 'ferritin',
  name: 'ferritin',
  say: 'FAIR-ih-tin',
  alsoCalled: ['serum ferritin', 'ferritin level'],
  parts: [
    { part: 'ferr-', means: 'iron' },
    { part: '-in', means: 'a protein' },
  ],
  plain: 'A protein that stores iron. A blood test measures it.',
  links: {
    plain: [
      [2, 9, 'protein'],
      [30, 40, 'blood-test'],
    ],
    more: [[0, 15, 'illness']],
  },
  hlh: 'In HLH it is often very high.',
  more: 'Other illnesses raise it as well.',
  figures: [
    { label: 'High enough for HLH-2004', is: 'at least', value: 500, unit: 'µg/L', for: 'any age', source: 'S1' },
    { label: 'Usual in one laboratory', is: 'from to', value: 6, to: 24.5, unit: 'µg/L', for: 'girls', source: 'own' },
    { label: 'Usual in one laboratory', is: 'below', value: 10000, unit: 'µg/L', for: 'boys', source: 'S1' },
    {
      label: 'Alive',
      is: 'equals',
      value: 61,
      unit: '%',
      for: 'five years on, 369 children',
      source: 'S1',
      hard: true,
    },
  ],
  lab: {
    unit: 'µg/L',
    hlh: 'high',
    usual: [
      { for: 'adults', from: 12, to: 300, source: 'S1' },
      { for: 'newborns', from: 25, source: 'own' },
      { for: 'children', to: 150, source: 'own' },
    ],
    conversions: [{ unit: 'pmol/L', factor: 2.247 }],
  },
  criteria: {
    rule: 'Two of the three.',
    source: 'S1',
    items: [
      { text: 'High ferritin', term: { id: 'high-ferritin', name: 'high ferritin' }, values: [] },
      {
        text: 'Low counts',
        term: { id: 'counts', name: 'counts' },
        values: [
          { label: 'Hemoglobin', is: 'below', value: 90, unit: 'g/L', for: 'at any age' },
          { is: 'above', value: 6000, unit: 'µg/L', points: 50 },
          { when: 'none', points: 1 },
        ],
      },
    ],
  },
  gene: { symbol: 'FTL', inheritance: 'dominant', protein: 'It is one half of ferritin.' },
  codes: { hgnc: 3999, omim: '134790' },
  unlike: [
    { id: 'transferrin', name: 'transferrin', why: 'It carries iron.' },
    { name: 'ferrite', why: 'A magnet is made of it.' },
  ],
  related: [
    { id: 'iron', name: 'iron' },
    { id: 'inflammation', name: 'inflammation' },
  ],
  sources: [
    { key: 'S1', title: 'HLH-2004 criteria', address: 'https://example.org/hlh-2004', seen: 'table seen' },
    { key: 'own', title: 'General medical knowledge', seen: 'not looked up' },
  ],
  written: '2026-11-23',
};

/** A card with only what every card must have. */
export const bareCard: Card = {
  id: 'iron',
  name: 'iron',
  alsoCalled: [],
  parts: [],
  unlike: [],
  links: {},
  plain: 'A metal that blood needs.',
  figures: [],
  related: [],
  sources: [],
  written: '2026-11-23',
};
