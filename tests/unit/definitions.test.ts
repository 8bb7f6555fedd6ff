/** Which abbreviations a text defines itself, after Schwartz and Hearst (2003). */
import { describe, expect, test } from 'vitest';
import { definitions, pairDefinition } from '../../content/definitions.ts';

const told = (text: string) => definitions(text).map(({ short, long }) => `${short} = ${long}`);

describe('a definition', () => {
  test.each([
    ['helix-loop-helix (HLH)', 'HLH = helix-loop-helix'],
    ['The hemophagocytic lymphohistiocytosis (HLH) of babies', 'HLH = hemophagocytic lymphohistiocytosis'],
    ['HLH (hemophagocytic lymphohistiocytosis) is rare', 'HLH = hemophagocytic lymphohistiocytosis'],
    ['HLH (helix-loop-helix)', 'HLH = helix-loop-helix'],
    ['heat shock transcription factor (HSF)', 'HSF = heat shock transcription factor'],
    ['Gcn5-related N-acetyltransferase (GNAT)', 'GNAT = Gcn5-related N-acetyltransferase'],
    ['Natural Killer (NK) cells', 'NK = Natural Killer'],
    ['cytotoxic T lymphocytes (CTLs)', 'CTLs = cytotoxic T lymphocytes'],
    ['interleukin 6 (IL-6)', 'IL-6 = interleukin 6'],
    ['soluble IL-2 receptor (sIL-2R)', 'sIL-2R = soluble IL-2 receptor'],
    ['activated partial thromboplastin time (aPTT)', 'aPTT = activated partial thromboplastin time'],
    ['graft-versus-host disease (GVHD)', 'GVHD = graft-versus-host disease'],
    ['Chédiak-Higashi syndrome ( CHS )', 'CHS = Chédiak-Higashi syndrome'],
    ['hemophagocytic lymphohistiocytosis (HLH, or HPS)', 'HLH = hemophagocytic lymphohistiocytosis'],
    ['hemophagocytic\n  lymphohistiocytosis\n(HLH)', 'HLH = hemophagocytic lymphohistiocytosis'],
    ['left atrial lesion (ALL)', 'ALL = atrial lesion'],
  ])('%j', (text, definition) => {
    expect(told(text)).toEqual([definition]);
  });

  test('stands beside others', () => {
    expect(told('magnetic resonance imaging (MRI), then CT (computed tomography) and fever (often).')).toEqual([
      'MRI = magnetic resonance imaging',
      'CT = computed tomography',
    ]);
  });
});

describe('other ways to define', () => {
  test.each([
    ['In the report AST means antibiotic susceptibility testing, which', 'AST = antibiotic susceptibility testing'],
    ['Our HLH stands for helix-loop-helix, a shape.', 'HLH = helix-loop-helix'],
    ['CNS = clinical nurse specialist', 'CNS = clinical nurse specialist'],
    ['CTL = same-day healthy control, shipped', 'CTL = control'],
    ['APC, antigen-presenting cell; DC, dendritic cell.', 'APC = antigen-presenting cell', 'DC = dendritic cell'],
    ['It differs from mitoxantrone (written MTX on charts)', 'MTX = It differs from mitoxantrone ('],
    ['MAS: marker-assisted selection', 'MAS = marker-assisted selection'],
    ['A key. HLH: heavy lift helicopter.', 'HLH = heavy lift helicopter'],
    ['the illness that doctors shorten to HLH', 'HLH = the illness that doctors'],
  ])('%j', (text, ...expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    ['LP: 61 cells, lymphocytic, protein 140; CT: nodules, then more.'],
    ['MAS, which is serious; ALT, then more.'],
    ['H = high, L = low'],
    ['CRP means trouble'],
    ['PLT: platelets, which help'],
    ['CRP: chest raised, painful'],
    ['ALT, alkaline phosphatase and bilirubin'],
  ])('not in %j', (text) => {
    expect(told(text)).toEqual([]);
  });

  test.each<[string, string, string | undefined]>([
    ['AST', 'abstract syntax tree', 'abstract syntax tree'],
    ['CNS', 'Your clinical nurse specialist, the person to call', 'clinical nurse specialist'],
    ['IL', 'Illinois (partner site)', 'Illinois'],
    ['PLT', '34', undefined],
    ['Word', 'what or done', undefined],
    ['CRP', 'goes up', undefined],
  ])('the cells %j and %j', (short, beside, long) => {
    expect(pairDefinition(short, beside)?.long).toBe(long);
  });

  test('each says where its short form stands', () => {
    const text = 'helix-loop-helix (HLH), or AST means abstract syntax tree';
    expect(definitions(text).map(({ start, end }) => text.slice(start, end))).toEqual(['HLH', 'AST']);
  });
});

describe('no definition', () => {
  test.each([
    ['patients with fever (HLH)'],
    ['the spleen (or milt)'],
    ['ferritin (see Figure 1)'],
    ['ferritin (500 µg/L)'],
    ['a study (2019)'],
    ['two (2) weeks'],
    ['HLH (the disease)'],
    ['T cells (a kind of white blood cell)'],
    ['a long name of it (ABCDEFGHIJKL)'],
    ['Of hemophagocytosis. Loop helix (HLH)'],
    ['the HLH protein (HLH)'],
    ['(HLH)'],
    ['HLH ()'],
    ['((HLH))'],
    ['hemophagocytic lymphohistiocytosis (HLH'],
    [''],
  ])('%j', (text) => {
    expect(told(text)).toEqual([]);
  });
});

test.each([
  ...['(', ')', 'a (bc) ', 'HLH (', '()', 'a(b', ';', '; ', '. ', ';\n', '=', ' = ', 'a = ', ': ', 'HLH: ', '; HLH, '],
  ...['known as ', ' means ', ' stands for ', 'written ', 'A', '-', ' ', '\u0301', 'hepato- and ', 'HLH ', 'T and '],
])('a megabyte of %j ends', (unit) => {
  expect(definitions(unit.repeat((1 << 20) / unit.length))).toEqual([]);
});

describe('a definition is read from near by alone', () => {
  // Longer than any of the windows in which the two forms of a pair are looked for.
  const far = `${'x '.repeat(200)}. `;

  test.each([
    'Our helix-loop-helix (HLH) is one',
    'HLH (helix-loop-helix) is one',
    'our HLH stands for helix-loop-helix, a shape',
    'the illness that doctors shorten to HLH',
    'HLH: heavy lift helicopter. ',
  ])('%j', (text) => {
    const places = definitions(text).map(({ short, long, start }) => ({ short, long, start: start + far.length }));
    expect(places).toHaveLength(1);
    const around = definitions(`${far}${text} ${far}`).map(({ short, long, start }) => ({ short, long, start }));
    expect(around).toEqual(places);
  });
});
