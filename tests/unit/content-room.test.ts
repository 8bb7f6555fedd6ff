/** The content room imports only itself and its libraries. (`tsc -p content` holds that it names no DOM type.) */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const room = new URL('../../content/', import.meta.url);
const libraries = [
  '@rgrove/parse-xml',
  'dale-chall',
  'flesch-kincaid',
  'minisearch',
  'stemmer',
  'syllable',
  'valibot',
  'yaml',
];

const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** What a file imports or exports from, static, dynamic or for types only. */
const imported = (text: string) =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name]) => name ?? '');

test.each(files)('%s', (name) => {
  const file = new URL(name, room);
  const strangers = imported(readFileSync(file, 'utf8')).filter((from) =>
    from.startsWith('.') ? !new URL(from, file).href.startsWith(room.href) : !libraries.includes(from),
  );
  expect(strangers).toEqual([]);
});

test('the room is read', () => {
  expect(files).toContain('recogniser.ts');
});
