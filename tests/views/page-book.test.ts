/** What the book of a page says of its stretches, and which words it marks when. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createSenses, sureness } from '../../content/senses.ts';
import type { Marking } from '../../content/settings.ts';
import type { WrittenForm } from '../../content/tabled-forms.ts';
import type { BookedBlock } from '../../entrypoints/page.content/booked.ts';
import { rangeOf } from '../../entrypoints/page.content/marks.ts';
import { createPageBook, type PageBook } from '../../entrypoints/page.content/page-book.ts';
import type { PageStretch } from '../../entrypoints/page.content/page-plan.ts';
import { readStretch, textsOf } from '../../entrypoints/page.content/read-text.ts';
import { certain, recogniserOf } from '../unit/recognisers.ts';

/** Goes through all the steps of settling. */
function settle(book: PageBook, order: readonly PageStretch[], isWhole: boolean): PageStretch[] {
  const steps = book.settle(order, isWhole);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** HLH is ours where macrophages stand on the page; where EBV does, which may mean something else, so it may be. */
const hlh: WrittenForm = {
  term: 'hlh',
  texts: ['HLH'],
  exact: true,
  everyday: false,
  ambiguous: { ours: [0, 1], others: [] },
};
const recognise = recogniserOf(
  [certain('ferritin'), certain('spleen'), hlh],
  ['macrophages', { texts: ['ebv'], doubtful: true }],
);

/** What was told of marks, in order: + where they appear, − where they go. */
let told: string[] = [];
let book: PageBook;
const wordsOf = (block: BookedBlock) => block.shown.map((settled) => rangeOf(block, settled)?.toString()).join(' ');

beforeEach(() => {
  told = [];
  document.body.innerHTML = '';
  book = createPageBook(recognise, (sure) => createSenses(recognise, { sure: sureness[sure] }), {
    show: (block) => told.push(`+ ${wordsOf(block)}`),
    hide: (block) => told.push(`− ${wordsOf(block)}`),
  });
});

/** Adds a stretch to the page. */
function stretchOf(html: string): PageStretch {
  const top = document.createElement('div');
  top.innerHTML = html;
  document.body.append(top);
  const branch = { root: document.body, parts: [] };
  return { first: top, last: top, tops: [top], branch, near: 0, shadows: new Set() };
}

function finish(steps: Generator<void>): void {
  while (!steps.next().done);
}

const none = { shadow: () => {}, custom: () => {} };
const read = (stretch: PageStretch, previous?: PageStretch) =>
  finish(book.read(stretch, readStretch(stretch, none), previous));
const overlook = (stretch: PageStretch) => finish(book.overlook(stretch, textsOf(stretch)));
const choose = (marking: Partial<Marking>) =>
  book.follow({ look: 'underline', occurrences: 'section', sure: 'careful', known: [], ...marking });

/** Reads a page of these stretches as a whole. */
function readAll(...html: string[]): PageStretch[] {
  const order = html.map(stretchOf);
  for (const [index, stretch] of order.entries()) read(stretch, order[index - 1]);
  settle(book, order, true);
  return order;
}

/** The words that are marked, stretch by stretch. */
const markedIn = (order: readonly PageStretch[]) =>
  order.map((stretch) =>
    book
      .blocksIn(stretch)
      .map(wordsOf)
      .filter((words) => words !== '')
      .join(' '),
  );

describe('what is read', () => {
  test('is marked when it is settled, block by block', () => {
    const stretch = stretchOf('<p>The ferritin.</p><p>Words.</p><p>The sp<b>leen</b>.</p>');
    read(stretch);
    expect(told).toEqual([]);
    settle(book, [stretch], false);
    expect(told).toEqual(['+ ferritin', '+ spleen']);
    expect([book.isRead(stretch), book.blocksIn(stretch).length]).toEqual([true, 3]);
  });

  test('is known by its nodes', () => {
    const [stretch] = readAll('<p>The sp<b>leen</b>.</p>') as [PageStretch];
    const bold = document.querySelector('b')?.firstChild as Text;
    const [block] = book.blocksOf(bold);
    expect(block?.nodes.map(({ data }) => data)).toEqual(['The sp', 'leen', '.']);
    expect(block?.starts).toEqual([0, 6, 10]);
    expect(book.blocksIn(stretch)).toEqual([block]);
  });

  test('is told once: settling again changes nothing', () => {
    const order = readAll('<p>ferritin</p>');
    told = [];
    settle(book, order, true);
    expect(told).toEqual([]);
  });

  test('is marked anew before the old marks go, so that nothing flickers', () => {
    const order = readAll('<p>ferritin</p>');
    told = [];
    read(order[0] as PageStretch);
    expect(told).toEqual([]);
    settle(book, order, true);
    expect(told).toEqual(['+ ferritin', '− ferritin']);
    expect(markedIn(order)).toEqual(['ferritin']);
  });

  test('is nothing where the stretch has gone meanwhile', () => {
    const stretch = stretchOf('<p>ferritin</p><h2>spleen</h2>');
    const steps = book.read(stretch, readStretch(stretch, none), undefined);
    // The recogniser starts; the first passage is read.
    steps.next();
    steps.next();
    book.forget(stretch);
    finish(steps);
    expect(settle(book, [stretch], true)).toEqual([]);
    expect(told).toEqual([]);
    expect([book.terms(), book.isMedical]).toEqual([new Set(), false]);
  });
});

describe('which occurrences are marked', () => {
  const page = ['<p>ferritin ferritin</p>', '<p>ferritin spleen</p><h2>Next</h2><p>ferritin</p>', '<p>ferritin</p>'];

  test.each([
    ['section', ['ferritin', 'spleen ferritin', '']],
    ['page', ['ferritin', 'spleen', '']],
    ['every', ['ferritin ferritin', 'ferritin spleen ferritin', 'ferritin']],
  ] as const)('by choice: %s', (occurrences, expected) => {
    choose({ occurrences });
    expect(markedIn(readAll(...page))).toEqual(expected);
  });

  test('follows the reader’s choice at the next settling', () => {
    const order = readAll(...page);
    choose({ occurrences: 'page' });
    settle(book, order, true);
    expect(markedIn(order)).toEqual(['ferritin', 'spleen', '']);
  });

  test('no known word, which is counted no more', () => {
    const order = readAll(...page);
    choose({ known: ['ferritin'] });
    settle(book, order, true);
    expect(markedIn(order)).toEqual(['', 'spleen', '']);
    expect(order.map((stretch) => [...book.countsIn(stretch)])).toEqual([[], [['spleen', 1]], []]);
  });

  test('what cannot be seen is no first occurrence, and is marked should it appear', () => {
    expect(markedIn(readAll('<p style="display: none">ferritin ferritin</p><p>ferritin</p>'))).toEqual([
      'ferritin ferritin ferritin',
    ]);
  });

  test('the first on the page waits for what may come before it', () => {
    choose({ occurrences: 'page' });
    const order = ['<p>spleen</p>', '<p>Nothing.</p>', '<p>ferritin</p>', '<p>ferritin</p>'].map(stretchOf);
    const [first, second, third, fourth] = order as [PageStretch, PageStretch, PageStretch, PageStretch];
    overlook(second);
    read(first);
    read(fourth);
    expect(settle(book, order, true)).toEqual([third]);
    expect(markedIn(order)).toEqual(['spleen', '', '', '']);
    read(third);
    expect(settle(book, order, true)).toEqual([]);
    expect(markedIn(order)).toEqual(['spleen', '', 'ferritin', '']);
  });
});

describe('a section', () => {
  test('that goes on from a stretch without text goes on', () => {
    expect(markedIn(readAll('<p>ferritin</p>', '<img>', '<p>ferritin</p>'))).toEqual(['ferritin', '', '']);
  });

  test('that is another now takes with it the stretch that went on with it', () => {
    const order = readAll('<p>ferritin</p>', '<p>ferritin</p>') as [PageStretch, PageStretch];
    const [first, second] = order;
    (first.first as Element).insertAdjacentHTML('beforeend', '<h2>Next</h2>');
    read(first);
    expect(settle(book, order, true)).toEqual([second]);
    read(second, first);
    expect(settle(book, order, true)).toEqual([]);
    expect(markedIn(order)).toEqual(['ferritin', 'ferritin']);
  });

  test('keeps its name when it is read again', () => {
    const order = readAll('<p>ferritin</p>', '<p>ferritin</p>');
    read(order[0] as PageStretch);
    expect(settle(book, order, true)).toEqual([]);
  });
});

describe('what is overlooked', () => {
  test('is not marked, and counts among the terms of the page', () => {
    const stretch = stretchOf('<p>ferritin</p>');
    expect([book.terms().size, book.isMedical]).toEqual([0, false]);
    overlook(stretch);
    settle(book, [stretch], true);
    expect(told).toEqual([]);
    expect([book.terms().size, book.isMedical, book.isRead(stretch)]).toEqual([1, true, false]);
    expect([book.terms(), book.termsOpen()]).toEqual([new Set(['ferritin']), []]);
  });

  test('decides what a word means that stands elsewhere, once the whole page is known', () => {
    const order = [stretchOf('<p>HLH</p>'), stretchOf('<p>macrophages</p>')] as const;
    read(order[0]);
    overlook(order[1]);
    settle(book, order, false);
    expect(markedIn(order)).toEqual(['', '']);
    settle(book, order, true);
    expect(markedIn(order)).toEqual(['HLH', '']);
    book.forget(order[1]);
    settle(book, order.slice(0, 1), true);
    expect(told).toEqual(['+ HLH', '− HLH']);
  });

  test('says no more than what has been read meanwhile', () => {
    const stretch = stretchOf('<p>macrophages</p><p>HLH</p>');
    const steps = book.overlook(stretch, ['ferritin']);
    steps.next();
    read(stretch);
    finish(steps);
    settle(book, [stretch], true);
    expect(book.terms()).toEqual(new Set(['hlh']));
    expect(book.isMedical).toBe(false);
  });

  test('counts an abbreviation only where the page as a whole says it is ours', () => {
    const order = [stretchOf('<p>HLH</p>'), stretchOf('<p>macrophages</p>')] as const;
    overlook(order[0]);
    expect(book.terms()).toEqual(new Set());
    overlook(order[1]);
    expect(book.terms()).toEqual(new Set(['hlh']));
  });

  test.each([
    ['nothing is known', undefined, [true, true]],
    ['a word stands there', '<p>ferritin</p>', [true, true]],
    ['another word stands there', '<p>HLH</p>', [true, false]],
    ['no word stands there', '<p>Nothing.</p>', [false, false]],
  ])('tells whether any word and whether ferritin may stand in it: %s', (_, html, expected) => {
    const stretch = stretchOf(html ?? '');
    if (html) overlook(stretch);
    expect([book.mayHold(stretch), book.mayHold(stretch, 'ferritin')]).toEqual(expected);
  });
});

describe('what goes away', () => {
  test('closed: it has no marks, and still counts, and still says what it said', () => {
    const order = readAll('<p>ferritin ferritin macrophages</p>', '<p>ferritin HLH</p>');
    const [first] = order as [PageStretch];
    book.close(first);
    expect(told).toEqual(['+ ferritin', '+ HLH', '− ferritin']);
    expect([book.blocksIn(first), book.isRead(first)]).toEqual([[], true]);
    expect([...book.countsIn(first)]).toEqual([['ferritin', 2]]);
    settle(book, order, true);
    expect(markedIn(order)).toEqual(['', 'HLH']);
    expect(book.terms()).toEqual(new Set(['ferritin', 'hlh']));
    expect(book.termsOpen().sort()).toEqual(['ferritin', 'hlh']);
  });

  test('forgotten: its marks go at the next settling, and those after it stand for themselves', () => {
    const order = readAll('<p>ferritin</p>', '<p>ferritin</p>') as [PageStretch, PageStretch];
    const [first, second] = order;
    book.forget(first);
    expect(settle(book, [second], true)).toEqual([second]);
    expect(told).toEqual(['+ ferritin', '+ ferritin', '− ferritin']);
    expect(book.blocksIn(first)).toEqual([]);
    expect(book.blocksOf(first.first.firstChild?.firstChild as Text)).toEqual([]);
  });

  test.each([
    ['a text', () => document.querySelector('b')?.firstChild],
    ['an element around it', () => document.querySelector('p')],
  ])('struck, as %s: its block has no marks at once, nor until it is read again', (_, nodeOf) => {
    const order = readAll('<p>The sp<b>leen</b>.</p><p>ferritin</p>');
    book.strike(nodeOf() as Node);
    expect(told).toEqual(['+ spleen', '+ ferritin', '− spleen']);
    settle(book, order, true);
    expect(markedIn(order)).toEqual(['ferritin']);
    read(order[0] as PageStretch);
    settle(book, order, true);
    expect(markedIn(order)).toEqual(['spleen ferritin']);
  });

  test('cleared: everything', () => {
    const order = readAll('<p>ferritin macrophages</p>');
    book.clear();
    expect(told).toEqual(['+ ferritin', '− ferritin']);
    expect([book.terms(), book.termsOpen(), book.isRead(order[0] as PageStretch)]).toEqual([new Set(), [], false]);
    const other = stretchOf('<p>HLH</p>');
    read(other);
    settle(book, [other], true);
    expect(markedIn([other])).toEqual(['']);
  });
});

test('generously or carefully: what was read is weighed anew', () => {
  const order = readAll('<p>HLH</p>', '<p>EBV</p>');
  expect(markedIn(order)).toEqual(['', '']);
  choose({ sure: 'generous' });
  settle(book, order, true);
  expect(markedIn(order)).toEqual(['HLH', '']);
  choose({ sure: 'careful' });
  settle(book, order, true);
  expect(markedIn(order)).toEqual(['', '']);
});
