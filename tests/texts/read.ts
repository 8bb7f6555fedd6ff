/**
 * The labelled texts: pages of many kinds in which every word that Bedside should mark, and no other, is labelled
 * by hand. One file a text, in a folder for each kind; each non-empty line is a block of the page:
 * `# heading` (the more signs the deeper), `- item`, `| cell | cell |`, or a paragraph.
 * A label is `[[words as written|id of the term]]`, as long a form of the term as stands there. `lang: es` in the first line is the page's language.
 */
import { readdirSync, readFileSync } from 'node:fs';

type Label = { start: number; end: number; term: string };

/** A block of a page; `level` is 1 to 6 for headings, 0 otherwise. */
type LabelledBlock = { text: string; level: number; labels: Label[] };

export type LabelledText = { group: string; name: string; lang: string; blocks: LabelledBlock[] };

const folder = new URL('.', import.meta.url);

/** Takes the labels out of a block. */
function readBlock(labelled: string, level: number): LabelledBlock {
  const labels: Label[] = [];
  let text = '';
  let after = 0;
  for (const { index, 0: whole, 1: words = '', 2: term = '' } of labelled.matchAll(/\[\[([^|\]]+)\|([^\]]+)\]\]/g)) {
    text += labelled.slice(after, index);
    labels.push({ start: text.length, end: text.length + words.length, term });
    text += words;
    after = index + whole.length;
  }
  return { text: text + labelled.slice(after), level, labels };
}

function readLine(line: string): LabelledBlock[] {
  const [, signs = '', heading = ''] = /^(#{1,6})\s+(.*)$/.exec(line) ?? [];
  if (signs) return [readBlock(heading, signs.length)];
  // The bar within a label is no border of a cell.
  if (/^\|.*\|$/.test(line)) return cells(line).map((cell) => readBlock(cell.trim(), 0));
  return [readBlock(line.replace(/^- /, ''), 0)];
}

const cells = (row: string) =>
  row
    .slice(1, -1)
    .split(/\|(?![^[]*\]\])/)
    .filter((cell) => cell.trim() !== '');

/** All labelled texts, group by group. */
export function readTexts(): LabelledText[] {
  const groups = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return groups.flatMap(({ name: group }) =>
    readdirSync(new URL(`${group}/`, folder)).map((file) => {
      const lines = readFileSync(new URL(`${group}/${file}`, folder), 'utf8').split('\n');
      const [, lang] = /^lang: (\S+)$/.exec(lines[0] ?? '') ?? [];
      const blocks = lines.slice(lang ? 1 : 0).filter((line) => line.trim() !== '');
      return { group, name: file.replace(/\.md$/, ''), lang: lang ?? 'en', blocks: blocks.flatMap(readLine) };
    }),
  );
}
