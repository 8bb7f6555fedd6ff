/** Which abbreviations a text defines itself, after Schwartz and Hearst (2003). */
import { describe, expect, test } from 'vitest';
import { definitions } from '../../content/definitions.ts';

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

test.each(['(', ')', 'a (bc) ', 'HLH (', '()', 'a(b'])('a megabyte of %j ends', (unit) => {
  expect(definitions(unit.repeat((1 << 20) / unit.length))).toEqual([]);
});
