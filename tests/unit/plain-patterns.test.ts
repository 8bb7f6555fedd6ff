/** The patterns of the build say the same as those that are written, and none of them names a Unicode class. */
import { describe, expect, test } from 'vitest';
import { plainPattern } from '../../scripts/plain-patterns.ts';

const scripts = {
  Latin: 'Ferritin häm Łódź ß ſ Ǆ ę 8 ½ ² _ - – ’ ( . µ',
  Greek: 'αβγ Ω ϊ ά',
  Cyrillic: 'Ферритин Ѫ',
  'other scripts': 'עברית العربية हनद 中文 かな 한국어 ８ Ａ ａ',
};

describe.each(['L', 'N', 'Lu', 'Ll'])('\\p{%s} written out', (name) => {
  test.each(Object.entries(scripts))('is the same in %s', (_script, text) => {
    for (const character of text) {
      expect(plainPattern(`^\\p{${name}}$`).test(character), character).toBe(
        new RegExp(`^\\p{${name}}$`, 'u').test(character),
      );
      expect(plainPattern(`^[^\\p{${name}}-]$`).test(character), character).toBe(
        new RegExp(`^[^\\p{${name}}-]$`, 'u').test(character),
      );
    }
  });
});

test('what is no class stays as it is', () => {
  expect(plainPattern('\\[\\p{N}[a\\]\\p{N}]').test('[8]')).toBe(true);
  expect(plainPattern('\\[\\p{N}[a\\]\\p{N}]').test('[8[')).toBe(false);
});

test('the patterns that are tested are written out', () => {
  const pattern = /^\p{L}+$/u;
  expect(pattern.source).not.toContain('\\p');
  expect(pattern.test('ferritin')).toBe(true);
});
