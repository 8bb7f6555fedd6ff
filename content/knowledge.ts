/** Reads the knowledge files: YAML in, the bundled knowledge out, with every problem named by file and line. */
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { checks } from './checks.ts';
import { asTerm, type Knowledge } from './glossary.ts';
import { aroundSchema, type GroupFile, groupSchema, sourcesSchema } from './schema.ts';

export type KnowledgeFile = { name: string; text: string };

/** What is wrong, where: `diseases.yaml:12 terms.0.plain: at most 60 words, here 71`. */
export type Problem = { file: string; line: number; message: string };

/** The path of a problem within a parsed file: keys and indices. */
type Path = readonly (string | number)[];

const sourcesName = 'sources.yaml';
const aroundName = 'around.yaml';

export const describe = ({ file, line, message }: Problem): string => `${file}:${line} ${message}`;

/**
 * Reads and checks all knowledge files together.
 * @returns the knowledge, whole only when there are no problems.
 */
export function readKnowledge(files: readonly KnowledgeFile[]): { knowledge: Knowledge; problems: Problem[] } {
  const problems: Problem[] = [];
  const places = new Map<string, (path: Path) => number>();

  function read<S extends v.GenericSchema>(file: KnowledgeFile, schema: S): v.InferOutput<S> | undefined {
    const lines = new LineCounter();
    const document = parseDocument(file.text, { lineCounter: lines });
    const lineOf = (path: Path): number => {
      for (let depth = path.length; depth >= 0; depth -= 1) {
        const node = document.getIn(path.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
        if (node?.range) return lines.linePos(node.range[0]).line;
      }
      return 1;
    };
    places.set(file.name, lineOf);
    for (const error of document.errors) {
      problems.push({ file: file.name, line: lines.linePos(error.pos[0]).line, message: error.message });
    }
    if (document.errors.length > 0) return undefined;
    const parsed = v.safeParse(schema, document.toJS());
    if (parsed.success) return parsed.output;
    for (const issue of parsed.issues) {
      const path = (issue.path ?? []).map(({ key }) => key as string | number);
      problems.push({
        file: file.name,
        line: lineOf(path),
        message: `${path.join('.') || 'the file'}: ${difference(issue)}`,
      });
    }
    return undefined;
  }

  const sourceFile = files.find(({ name }) => name === sourcesName);
  const sources = (sourceFile && read(sourceFile, sourcesSchema)) ?? {};
  const aroundFile = files.find(({ name }) => name === aroundName);
  const around = aroundFile && read(aroundFile, aroundSchema);
  const groups = new Map<string, GroupFile>();
  for (const file of files) {
    if (file.name === sourcesName || file.name === aroundName) continue;
    const group = read(file, groupSchema);
    if (group) groups.set(file.name, group);
  }

  // What could not be read would only make the rest look wrong.
  for (const check of problems.length > 0 ? [] : checks) {
    for (const { file, path, message } of check({ groups, sources, around })) {
      problems.push({ file, line: places.get(file)?.(path) ?? 1, message });
    }
  }

  const terms = [...groups].flatMap(([name, { terms: entries }]) =>
    entries.map((entry) => asTerm(entry, groupId(name))),
  );
  const titles = Object.fromEntries([...groups].map(([name, { title }]) => [groupId(name), title]));
  return { knowledge: { count: terms.length, groups: titles, terms, sources, ...(around && { around }) }, problems };
}

const groupId = (fileName: string) => fileName.replace(/\.yaml$/, '');

/** What was expected and what was found: a key that is not of the schema, or a value that does not fit. */
function difference({ expected, message, received }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return `unknown key ${received}`;
  return `expected ${message.startsWith('Invalid') ? (expected ?? message) : message}, found ${received}`;
}
