/** The knowledge: each rule of the schema and each check has an example that breaks it. */
import { describe, expect, test } from 'vitest';
import { type KnowledgeFile, readKnowledge, describe as say } from '../../content/knowledge.ts';

const signs = `title: Signs
terms:
  - id: fever
    name: fever
    forms:
      - pyrexia
      - { form: FUO, exact: true }
    plain: A body that is too warm.
    hlh: High in HLH.
    figures:
      - label: A fever
        is: at least
        value: 38
        unit: °C
        for: any age
        source: S1
    lab: { unit: °C, hlh: high }
    related: [rash]
    sources: [S1]
    written: 2026-11-23

  - id: rash
    name: rash
    plain: Red skin.
    related: [fever]
    sources: [own]
    written: 2026-12-24
`;
const sources = `own:
  title: Own
  seen: not looked up
S1:
  title: A paper
  address: https://a.example/
  seen: page seen
`;

const problemsOf = (...files: [name: string, text: string][]) =>
  readKnowledge(files.map(([name, text]): KnowledgeFile => ({ name, text }))).problems.map(say);

/** The problems of the two files above when one passage of them is another. */
function problemsWith(from: string, to: string): string[] {
  expect(signs.includes(from) !== sources.includes(from)).toBe(true);
  return problemsOf(['signs.yaml', signs.replace(from, to)], ['sources.yaml', sources.replace(from, to)]);
}

test('two good files have no problem', () => {
  expect(problemsOf(['signs.yaml', signs], ['sources.yaml', sources])).toEqual([]);
});

test.each([
  ['[enzyme]', 'Red enzyme.', []],
  ['[skin]', 'Red skin.', ['plain-words.yaml:1 “skin” is an easy word anyway']],
  ['[enzyme]', 'Red skin.', ['plain-words.yaml:1 “enzyme” stands in no plain text']],
])('plain words %s with the text %j', (words, text, problems) => {
  const files: [string, string][] = [
    ['signs.yaml', signs.replace('Red skin.', text)],
    ['sources.yaml', sources],
    ['plain-words.yaml', `words: ${words}`],
  ];
  expect(problemsOf(...files)).toEqual(problems);
});

const around = `health:
  groups: [signs]
  terms: [rash]
  clinical: [measles]
  setting: [ward]
  words: [nurse]
bench: [plasmid]
elsewhere: [court]
`;

describe('the words that tell what a text is about', () => {
  test.each([
    ['as they should be', 'court', 'court', undefined],
    ['tell one subject', 'court', 'Nurse', 'around.yaml:8 “Nurse” already stands under health'],
    ['tell one subject within health', 'nurse', 'Measles', 'around.yaml:6 “Measles” already stands under health'],
    ['name groups that are there', '[signs]', '[sings]', 'around.yaml:2 there is no group sings'],
    ['name terms that are there', '[rash]', '[brash]', 'around.yaml:3 there is no term brash'],
    ['are words', '[plasmid]', '[""]', 'around.yaml:7 bench.0: expected some text'],
    ['are of these subjects', 'elsewhere', 'sport', 'around.yaml:8 sport: unknown key'],
  ])('%s', (_what, before, after, problem) => {
    const found = problemsOf(
      ['signs.yaml', signs],
      ['sources.yaml', sources],
      ['around.yaml', around.replace(before, after)],
    );
    if (problem) expect(found.join('\n')).toContain(problem);
    else expect(found).toEqual([]);
  });

  test('an everyday form may carry other senses alone', () => {
    const pen = signs.replace('exact: true', 'everyday: true, ambiguous: { others: [{ sense: a pen, cues: [ink] }] }');
    expect(problemsOf(['signs.yaml', pen], ['sources.yaml', sources])).toEqual([]);
  });
});

describe('the schema names file, line and what it expected', () => {
  test.each([
    ['title: Signs', 'titel: Signs', 'signs.yaml:1 title: expected "title", found undefined'],
    ['id: fever', 'id: Fever!', 'signs.yaml:3 terms.0.id: expected lower-case letters and digits joined by hyphens'],
    ['    name: rash\n', '', 'signs.yaml:22 terms.1.name: expected "name"'],
    ['name: rash', 'name: 7', 'signs.yaml:23 terms.1.name: expected text, found 7'],
    ['name: rash', 'name: ""', 'signs.yaml:23 terms.1.name: expected some text'],
    ['name: rash', 'name: rash\n    say: ""', 'signs.yaml:24 terms.1.say: expected some text'],
    [
      'pyrexia',
      '{ frm: pyrexia }',
      'signs.yaml:6 terms.0.forms.0: expected a form, or { form, exact, everyday, ambiguous }',
    ],
    ['pyrexia', '""', 'signs.yaml:6 terms.0.forms.0: expected some text'],
    ['exact: true', 'exact: false', 'signs.yaml:7 terms.0.forms.1: expected a form'],
    ['exact: true', 'everyday: 1', 'signs.yaml:7 terms.0.forms.1: expected a form'],
    [
      'exact: true',
      'ambiguous: { cues: [] }',
      'signs.yaml:7 terms.0.forms.1.ambiguous.cues: expected at least one cue',
    ],
    [
      'exact: true',
      'ambiguous: { others: [{ sense: a pen, cues: [ink] }] }',
      'signs.yaml:7 terms.0.forms.1: expected cues of our sense, unless the form is everyday',
    ],
    ['Red skin.', 'red '.repeat(61), 'signs.yaml:24 terms.1.plain: expected at most 60 words, here 61'],
    ['High in HLH.', 'high '.repeat(61), 'signs.yaml:9 terms.0.hlh: expected at most 60 words, here 61'],
    [
      'Red skin.',
      `Red.\n    more: ${'red '.repeat(151)}`,
      'signs.yaml:25 terms.1.more: expected at most 150 words, here 151',
    ],
    ['at least', 'more than', 'signs.yaml:12 terms.0.figures.0.is: expected one of at least, above,'],
    ['value: 38', 'value: many', 'signs.yaml:13 terms.0.figures.0.value: expected a number, found "many"'],
    [
      'value: 38',
      'value: 38\n        to: 40',
      'signs.yaml:11 terms.0.figures.0: expected `to` with `from to`, and only there',
    ],
    ['at least', 'from to', 'signs.yaml:11 terms.0.figures.0: expected `to` with `from to`, and only there'],
    ['        unit: °C\n', '', 'signs.yaml:11 terms.0.figures.0.unit: expected "unit"'],
    ['for: any age', 'for: ""', 'signs.yaml:15 terms.0.figures.0.for: expected some text'],
    [
      'source: S1',
      'source: paper',
      'signs.yaml:16 terms.0.figures.0.source: expected S and a number, or own, found "paper"',
    ],
    ['hlh: high }', 'hlh: up }', 'signs.yaml:17 terms.0.lab.hlh: expected high, low, varies or unknown, found "up"'],
    ['unit: °C, hlh', 'unit: foot, hlh', 'signs.yaml:17 terms.0.lab.unit: expected a unit of the list in figures.ts'],
    ['        unit: °C', '        unit: K', 'signs.yaml:14 terms.0.figures.0.unit: expected a unit of the list'],
    [
      'hlh: high }',
      'hlh: high, usual: [{ for: all, from: 37, to: 36, source: S1 }] }',
      'signs.yaml:17 terms.0.lab.usual.0: expected `from` below `to`',
    ],
    [
      'hlh: high }',
      'hlh: high, usual: [{ for: all, source: S1 }] }',
      'signs.yaml:17 terms.0.lab.usual.0: expected `from`, `to` or both',
    ],
    [
      '[rash]',
      '[rash]\n    unlike: [{ name: chill }]',
      'signs.yaml:19 terms.0.unlike.0: expected { term, why } or { name, why }',
    ],
    [
      '[rash]',
      '[rash]\n    gene: { symbol: FTL, inheritance: often, protein: It holds iron. }',
      'signs.yaml:19 terms.0.gene.inheritance: expected one of recessive, dominant',
    ],
    ['[rash]', '[rash]\n    codes: { omim: "26770" }', 'signs.yaml:19 terms.0.codes.omim: expected six digits'],
    ['[rash]', '[rash]\n    codes: { mesh: X1 }', 'signs.yaml:19 terms.0.codes.mesh: expected C or D and digits'],
    ['[rash]', '[rash]\n    codes: { icd10: "7" }', 'signs.yaml:19 terms.0.codes.icd10: expected a code such as D76.1'],
    [
      '[rash]',
      '[rash]\n    criteria: { rule: One., source: S1, items: [{ text: A, term: rash }] }',
      'signs.yaml:19 terms.0.criteria.items: expected at least two items',
    ],
    [
      '[rash]',
      '[rash]\n    criteria: { rule: B., source: S1, items: [{ text: A, term: rash, values: [{ points: 3 }] }] }',
      'expected a value with `is`, `value` and `unit`, or `when` and `points`',
    ],
    ['[rash]', '[rash]\n    hard: false', 'signs.yaml:19 terms.0.hard: expected true, or leave it out'],
    ['[rash]', '[]', 'signs.yaml:18 terms.0.related: expected at least one related term'],
    ['[own]', '[]', 'signs.yaml:26 terms.1.sources: expected at least one source'],
    ['2026-12-24', 'soon', 'signs.yaml:27 terms.1.written: expected a date such as 2026-11-23, found "soon"'],
    [
      '2026-12-24',
      '2026-12-24\n    reviewed: { by: "", on: 2026-12-24 }',
      'signs.yaml:28 terms.1.reviewed.by: expected some text',
    ],
    [
      '2026-12-24',
      '2026-12-24\n    reviewed: { by: A, on: 24.12. }',
      'signs.yaml:28 terms.1.reviewed.on: expected a date',
    ],
    ['[fever]', '[fever', 'signs.yaml:26 Flow sequence'],
    ['name: rash', 'name: rash\n    name: rash', 'signs.yaml:24 Map keys must be unique'],
    ['https://a.example/', 'nowhere', 'sources.yaml:6 S1.address: expected an address, found "nowhere"'],
    ['https://a.example/', 'ftp://a.example/', 'sources.yaml:6 S1.address: expected an http address'],
    ['  seen: page seen\n', '', 'sources.yaml:5 S1.seen: expected "seen"'],
    ['S1:\n', 'P1:\n', 'sources.yaml:5 P1: expected S and a number, or own, found "P1"'],
  ])('%j as %j', (from, to, expected) => {
    expect(problemsWith(from, to)[0]).toContain(expected);
  });

  test.each([
    ['', 'signs.yaml:1 the file: expected'],
    ['7', 'signs.yaml:1 the file: expected'],
    ['title: Signs\nterms: []', 'signs.yaml:2 terms: expected at least one term'],
  ])('a file of %j', (text, expected) => {
    expect(problemsOf(['signs.yaml', text])[0]).toContain(expected);
  });

  test('an unknown key is called unknown', () => {
    const [problem] = problemsWith('name: rash', 'name: rash\n    colour: red');
    expect(problem).toMatch(/^signs\.yaml:24 terms\.1\.colour: /);
    expect(problem).not.toContain('never');
  });

  test.each([
    ['name: rash', 'name: 7'],
    ['page seen', '7'],
  ])('%j as %j is the only problem named: what could not be read is not checked', (from, to) => {
    expect(problemsWith(from, to)).toHaveLength(1);
  });
});

describe('the checks name file, line and what is wrong', () => {
  test.each([
    ['id: rash', 'id: fever', 'signs.yaml:22 fever: this id is taken in signs.yaml'],
    ['[rash]', '[rsh]', 'signs.yaml:18 fever: related names rsh, which does not exist'],
    ['[rash]', '[fever]', 'signs.yaml:18 fever: related names the term itself'],
    ['[rash]', '[fever]', 'signs.yaml:22 rash: no other term leads here'],
    [
      '[rash]',
      '[rash]\n    unlike: [{ term: chill, why: It is cold. }]',
      'signs.yaml:19 fever: unlike names chill, which does not exist',
    ],
    [
      '[rash]',
      '[rash]\n    criteria: { rule: Both., source: S1, items: [{ text: A, term: rash }, { text: B, term: cough }] }',
      'signs.yaml:19 fever: criteria names cough, which does not exist',
    ],
    ['[rash]', '[rash]\n    picture: spleen', 'signs.yaml:19 fever: there is no picture spleen'],
    ['[rash]', '[rash]\n    parts: [hepato]', 'signs.yaml:19 fever: parts.yaml has no part hepato'],
    ['[own]', '[S7]', 'signs.yaml:26 rash: source S7 is not in sources.yaml'],
    ['source: S1', 'source: S9', 'signs.yaml:16 fever: source S9 is not in sources.yaml'],
    ['page seen', 'page seen\nS2:\n  title: B\n  seen: no page', 'sources.yaml:9 source S2 is used by no entry'],
    ['[S1]', '[own]', "signs.yaml:16 fever: the figure's source S1 is missing from the entry's sources"],
    ['pyrexia', 'rash', 'signs.yaml:22 rash: the form “rash” belongs to fever'],
    ['pyrexia', 'Rashes', 'signs.yaml:22 rash: the form “rashes” belongs to fever'],
    ['Red skin.', 'red '.repeat(21), 'signs.yaml:24 rash: the first sentence has 21 words, at most 20'],
    ['Red skin.', 'Red enzyme.', 'signs.yaml:24 rash: “enzyme” is not plain'],
    ['Red skin.', 'Inflammatory cutaneous manifestations.', 'signs.yaml:24 rash: plain has reading grade'],
    ['High in HLH.', 'High, with inflammatory cutaneous manifestations.', 'signs.yaml:9 fever: hlh has reading grade'],
    [
      'Red skin.',
      'Red.\n    more: Inflammatory cutaneous manifestations occasionally accompanying immunological activation.',
      'signs.yaml:25 rash: more has reading grade',
    ],
    ['Red skin.', 'Many die of it.', 'signs.yaml:24 rash: “die” is hard news: hard: true'],
    ['High in HLH.', 'High. Few survive.', 'signs.yaml:9 fever: “survive” is hard news: hard: true'],
    ['Red skin.', 'Red skin at 39 °C.', 'signs.yaml:24 rash: plain says 39 °C, which is not among'],
    ['High in HLH.', 'High, 38 °C to 41%.', 'signs.yaml:9 fever: hlh says 41 %, which is not among'],
    [
      '[fever]',
      '[fever]\n    hard: true\n    figures: [{ label: A, is: equals, value: 5, unit: "%", for: all, source: own }]',
      'signs.yaml:27 rash: a figure of hard news needs hard: true',
    ],
    [
      '[fever]',
      '[fever]\n    figures: [{ label: A, is: equals, value: 5, unit: "%", for: all, source: own, hard: true }]',
      'signs.yaml:26 rash: figures of hard news stand with more, which is missing',
    ],
    ['Red skin.', 'Red skin in 5%.\n    hard: true', 'signs.yaml:24 rash: numbers of hard news stand in more'],
    ['title: Signs', 'title: Signs\nhlh: true', 'signs.yaml:23 rash: a term of HLH itself needs hlh'],
    ['title: Signs', 'title: Signs\nhlh: true', 'signs.yaml:4 fever: a term of HLH itself needs more'],
    [
      '[rash]',
      '[rash]\n    criteria: { rule: Both., source: S1, items: [{ text: A, term: rash }, { text: B, term: rash }] }\n    hard: true',
      'signs.yaml:11 fever: a figure of hard news needs hard: true',
    ],
    ['Red skin.', 'Red skin!', 'signs.yaml:24 rash: plain has an exclamation mark'],
    ['High in HLH.', 'High, is it?', 'signs.yaml:9 fever: hlh has a question'],
    ['Red skin.', 'Red — and warm.', 'signs.yaml:24 rash: plain has a dash between phrases'],
    ['Red skin.', 'Red – and warm.', 'signs.yaml:24 rash: plain has a dash between phrases'],
    ['Red skin.', 'Important to note, red.', 'signs.yaml:24 rash: plain has “important to note”'],
    ['Red skin.', 'Simply red.', 'signs.yaml:24 rash: plain has “simply”'],
    ['Red skin.', 'Red skin of your child.', 'signs.yaml:24 rash: plain has “your child”'],
    ['Red skin.', 'You should wait.', 'signs.yaml:24 rash: plain has advice'],
    ['Red skin.', 'Red.\n    more: 10 mg/m2 a day.', 'signs.yaml:25 rash: more has a dose'],
    ['High in HLH.', 'Seen in HLH.', 'signs.yaml:9 fever: hlh does not say the direction (high)'],
    ['hlh: high }', 'hlh: low }', 'signs.yaml:9 fever: hlh does not say the direction (low)'],
  ])('%j as %j', (from, to, expected) => {
    expect(problemsWith(from, to).join('\n')).toContain(expected);
  });

  test('between files', () => {
    const other = signs.slice(signs.indexOf('  - id: rash'));
    const more = `title: More\nterms:\n${other}`;
    expect(problemsOf(['more.yaml', more], ['signs.yaml', signs], ['sources.yaml', sources])).toEqual([
      'signs.yaml:22 rash: this id is taken in more.yaml',
    ]);
  });

  test('a form in capitals only, and the same in any case of another term', () => {
    const both = problemsWith('name: rash', 'name: rash\n    forms: [fuo]');
    expect(both).toEqual([expect.stringMatching(/^signs\.yaml:24 rash: the form “\w+” belongs to fever$/)]);
  });

  test.each([
    ['[warm]', '[red]', true],
    ['[warm]', '[red, Warm]', false],
    ['[warm]', '', false],
  ])('a form of two terms with the cues %s and %s is told apart: %j', (ours, others, isToldApart) => {
    const form = (cues: string) => `{ form: FR, everyday: true, ambiguous: { ${cues && `cues: ${cues}`} } }`;
    const files = signs
      .replace('- pyrexia', `- pyrexia\n      - ${form(ours)}`)
      .replace('name: rash', `name: rash\n    forms: [${form(others)}]`);
    const problems = problemsOf(['signs.yaml', files], ['sources.yaml', sources]);
    expect(problems).toEqual(isToldApart ? [] : ['signs.yaml:25 rash: the form “FR” belongs to fever']);
  });
});
