/** Where a page is cut into stretches: bounds, running text, branches, and what is never read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, mostElements, mostTops, type Part, type Stretch } from '../../entrypoints/page.content/cut-page.ts';

/** The parts of a page with this body. */
function partsOf(html: string): Part[] {
  document.body.innerHTML = html;
  return [...cut(document.body.firstChild)];
}

const isStretch = (part: Part): part is Stretch => 'tops' in part;

/** The neighbours in a stretch, from the first to the last. */
function nodesIn({ first, last }: Stretch): ChildNode[] {
  const all = [...(first.parentNode?.childNodes ?? [])];
  return all.slice(all.indexOf(first), all.indexOf(last) + 1);
}

const textOf = (nodes: readonly Node[]) =>
  nodes.map((node) => (node instanceof Comment ? '' : node.textContent)).join('');

/** A part as its text with single blanks; of a branch, in braces, its tag. */
const written = (part: Part) =>
  isStretch(part) ? textOf(nodesIn(part)).replace(/\s+/g, ' ').trim() : `{${part.branch.localName}}`;
const cutsOf = (html: string) => partsOf(html).map(written);

const within = ({ tops }: Stretch) => tops.reduce((sum, top) => sum + 1 + top.getElementsByTagName('*').length, 0);

/** So many paragraphs, numbered from 1. */
const paragraphs = (count: number) => Array.from({ length: count }, (_, index) => `<p>${index + 1}</p>`).join('');
/** An element of so many elements, itself left out. */
const holding = (count: number, tag = 'div', text = '') => `<${tag}>${text}${'<i></i>'.repeat(count)}</${tag}>`;

const half = mostElements / 2;

describe('a stretch', () => {
  test('is all of a small page, text that stands alone included', () => {
    expect(cutsOf('one <p>two</p> three <b>four</b>')).toEqual(['one two three four']);
  });

  test.each(['', ' \n ', '<!-- words -->'])('is nothing where nothing stands: %j', (html) => {
    expect(cutsOf(html)).toEqual([]);
  });

  test('is text alone, where there is no element', () => {
    expect(partsOf('words')).toEqual([{ first: document.body.firstChild, last: document.body.firstChild, tops: [] }]);
  });

  test('names its own elements, and not those below them', () => {
    const [part] = partsOf('<p id="a"><b>one</b></p>two<p id="b"></p>');
    expect(part && isStretch(part) && part.tops.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('has so many elements side by side, and the next begins with the one after', () => {
    const parts = partsOf(paragraphs(2 * mostTops + 1)) as Stretch[];
    expect(parts.map(({ tops }) => tops.length)).toEqual([mostTops, mostTops, 1]);
    expect(parts.map(({ first }) => first.textContent)).toEqual(['1', `${mostTops + 1}`, `${2 * mostTops + 1}`]);
  });

  test.each([
    ['and no more', [half, half, half + 1], [2 * half, half + 1]],
    ['those below its own included', [half, half, 1, 1], [2 * half, 2]],
    ['though none fits another', [half, half + 1], [half, half + 1]],
  ])('has so many elements in all, %s', (_, sizes, expected) => {
    const parts = partsOf(sizes.map((size) => holding(size - 1)).join('')) as Stretch[];
    expect(parts.map(within)).toEqual(expected);
  });

  test('takes the text between two blocks with the one before it', () => {
    const parts = partsOf(`${paragraphs(mostTops)} after <p>next</p>`) as Stretch[];
    expect(parts.map((part) => nodesIn(part).at(-1)?.textContent)).toEqual([' after ', 'next']);
  });
});

describe('a running text', () => {
  const long = '<b>word</b> and '.repeat(mostElements + mostTops);

  test('is never cut, however long it is', () => {
    expect(cutsOf(long)).toHaveLength(1);
    expect(cutsOf(`<p>before</p>${long}<p>after</p>`).map((text) => text.slice(0, 6))).toEqual(['before', 'after']);
  });

  test('goes whole into the next stretch where it begins at the border of two', () => {
    expect(cutsOf(`${paragraphs(mostTops)} some <b>more</b> words`).at(-1)).toBe('some more words');
  });

  test('ends at a block', () => {
    const parts = partsOf(`${'<b>word</b> '.repeat(mostTops)}<p>one</p>`) as Stretch[];
    expect(parts.map(written).at(-1)).toBe('one');
  });
});

describe('a branch', () => {
  const large = holding(mostElements);

  test('is an element too large for a stretch; its neighbours lie in stretches of their own', () => {
    expect(cutsOf(`one <p>two</p>${large}three${large}<p>four</p>`)).toEqual([
      'one two',
      '{div}',
      'three',
      '{div}',
      'four',
    ]);
    expect(cutsOf(holding(mostElements - 1))).toEqual(['']);
  });

  test.each([
    ['nothing', '', ''],
    ['blocks', '<p>one</p>', '<p>two</p>'],
    ['blanks and comments', '<p>one</p> <!-- no -->', ' '],
  ])('may be an inline element beside %s', (_, before, after) => {
    expect(cutsOf(`${before}${holding(mostElements, 'a')}${after}`)).toContain('{a}');
  });

  test.each([
    ['text before it', 'words ', ''],
    ['text after it', '', ' words'],
    ['an inline element before it', '<b>words</b> ', ''],
    ['an inline element after it', '', '<!-- no --><b>words</b>'],
  ])('is no inline element with %s: running text goes on in it', (_, before, after) => {
    expect(cutsOf(`<p>one</p>${before}${holding(mostElements, 'a', 'link')}${after}<p>two</p>`)).not.toContain('{a}');
  });
});

describe('what is not read', () => {
  test.each([
    ['a script', '<script>no</script>'],
    ['code', '<code>no</code>'],
    ['a form field', '<textarea>no</textarea>'],
    ['an editor', '<div contenteditable>no</div>'],
    ['a text box', '<div role="textbox">no</div>'],
    ['a large editor', `<div contenteditable="true">${holding(mostElements)}</div>`],
  ])('lies in no stretch and is no branch: %s', (_, html) => {
    expect(cutsOf(`<p>one</p> two${html}<p>three</p>`)).toEqual(['one two', 'three']);
    expect(cutsOf(html)).toEqual([]);
  });

  test('is read again where it is told not to be edited', () => {
    expect(cutsOf('<div contenteditable="false">words</div>')).toEqual(['words']);
  });
});

describe('a part of the neighbours', () => {
  const cutBetween = (from: number, until: number | null) => {
    document.body.innerHTML = '<p>0</p>1<p>2</p>3<p>4</p>';
    const nodes = document.body.childNodes;
    return [...cut(nodes[from] as ChildNode, until === null ? null : (nodes[until] as ChildNode))].map(written);
  };

  test.each([
    ['to the end', 2, null, ['234']],
    ['up to an element', 0, 2, ['01']],
    ['up to a text', 0, 3, ['012']],
    ['text alone', 1, 2, ['1']],
    ['nothing', 2, 2, []],
  ] as const)('%s', (_, from, until, expected) => {
    expect(cutBetween(from, until)).toEqual(expected);
  });
});

describe('any page', () => {
  const inline = fc.constantFrom(
    '<b>b</b>',
    '<a>a</a>',
    'text',
    ' ',
    '<!-- no -->',
    holding(40, 'span', 's'),
    holding(mostElements, 'a', 'l'),
  );
  const block = fc.constantFrom(
    '<p>p</p>',
    holding(100, 'div', 'd'),
    holding(mostElements, 'ul', 'u'),
    '<script>no</script>',
  );
  const page = fc.array(fc.oneof(inline, block), { maxLength: 80 }).map((parts) => parts.join(''));
  const isInline = (node: ChildNode) =>
    node instanceof Text || (node instanceof Element && /^(?:a|b|span)$/.test(node.localName));

  test('is cut once over, in order, and nothing is lost but what is not read', () => {
    fc.assert(
      fc.property(page, (html) => {
        const all = partsOf(html).flatMap((part) => (isStretch(part) ? nodesIn(part) : [part.branch]));
        const read = [...document.body.childNodes].filter((node) => node.nodeName !== 'SCRIPT');
        expect(all).toEqual(read.filter((node) => all.includes(node)));
        expect(textOf(all).replace(/\s/g, '')).toBe(textOf(read).replace(/\s/g, ''));
      }),
    );
  });

  test('has small stretches, unless running text holds them together', () => {
    fc.assert(
      fc.property(page, (html) => {
        for (const stretch of partsOf(html).filter(isStretch)) {
          const isSmall = within(stretch) <= mostElements && stretch.tops.length <= mostTops;
          expect(isSmall || stretch.tops.some(isInline)).toBe(true);
        }
      }),
    );
  });

  test('has no border of two parts within a running text', () => {
    fc.assert(
      fc.property(page, (html) => {
        const parts = partsOf(html);
        for (const [index, part] of parts.entries()) {
          const next = parts[index + 1];
          if (!next) continue;
          const before = isStretch(part) ? part.last : part.branch;
          const after = isStretch(next) ? next.first : next.branch;
          if (before.nextSibling === after)
            expect(isInline(before) && isInline(after) && areWords(before, after)).toBe(false);
        }
      }),
    );
  });

  /** Whether both sides of a border hold words, and no blanks alone. */
  const areWords = (...nodes: ChildNode[]) => nodes.every((node) => /\S/.test(node.textContent ?? ''));
});
