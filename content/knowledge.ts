/** Reads the knowledge files: YAML in, the bundled knowledge out, with every problem named by file and line. */
import * as v from 'valibot';
import { LineCounter, parseDocument } from 'yaml';
import { checks } from './checks/index.ts';
import { asTerm, type Knowledge } from './glossary.ts';
import { type Picture, PictureError, readPicture } from './pictures.ts';
import { aroundSchema, type GroupFile, groupSchema, partsSchema, plainWordsSchema, sourcesSchema } from './schema.ts';

export type KnowledgeFile = { name: string; text: string };

/** What is wrong, where: `diseases.yaml:12 terms.0.plain: at most 60 words, here 71`. */
export type Problem = { file: string; line: number; message: string };

/** The path of a problem within a parsed file: keys and indices. */
type Path = readonly (string | number)[];

const sourcesName = 'sources.yaml';
const aroundName = 'around.yaml';
const partsName = 'parts.yaml';
const plainWordsName = 'plain-words.yaml';
const notGroups = [sourcesName, aroundName, partsName, plainWordsName];

export const describe = ({ file, line, message }: Problem): string => `${file}:${line} ${message}`;

/**
 * Reads and checks all knowledge files together.
 * @returns the knowledge, whole only when there are no problems.
 */
export function readKnowledge(files: readonly KnowledgeFile[]): {
  knowledge: Knowledge;
  plainWords: string[];
  problems: Problem[];
} {
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

  function readNamed<S extends v.GenericSchema>(name: string, schema: S): v.InferOutput<S> | undefined {
    const file = files.find((each) => each.name === name);
    return file && read(file, schema);
  }
  const sources = readNamed(sourcesName, sourcesSchema) ?? {};
  const around = readNamed(aroundName, aroundSchema);
  const parts = readNamed(partsName, partsSchema) ?? {};
  const plainWords = readNamed(plainWordsName, plainWordsSchema)?.words ?? [];
  const pictures: Record<string, Picture> = {};
  for (const { name, text } of files.filter(isPicture)) {
    try {
      pictures[pictureId(name)] = readPicture(text);
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      problems.push({ file: name, line: error.line, message: error.message });
    }
  }
  const groups = new Map<string, GroupFile>();
  for (const file of files) {
    if (isPicture(file) || notGroups.includes(file.name)) continue;
    const group = read(file, groupSchema);
    if (group) groups.set(file.name, group);
  }

  // What could not be read would only make the rest look wrong.
  for (const check of problems.length > 0 ? [] : checks) {
    for (const { file, path, message } of check({ groups, sources, parts, pictures, around, plainWords })) {
      problems.push({ file, line: places.get(file)?.(path) ?? 1, message });
    }
  }

  const terms = [...groups].flatMap(([name, { terms: entries }]) =>
    entries.map((entry) => asTerm(entry, groupId(name))),
  );
  const titles = Object.fromEntries([...groups].map(([name, { title }]) => [groupId(name), title]));
  return {
    knowledge: { count: terms.length, groups: titles, terms, sources, parts, pictures, ...(around && { around }) },
    plainWords,
    problems,
  };
}

const isPicture = ({ name }: KnowledgeFile) => name.endsWith('.svg');
/** `pictures/spleen.svg` is spleen. */
const pictureId = (fileName: string) => fileName.replace(/^.*\//, '').replace(/\.svg$/, '');
const groupId = (fileName: string) => fileName.replace(/\.yaml$/, '');

/** What was expected and what was found: a key that is not of the schema, or a value that does not fit. */
function difference({ expected, message, received }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return `unknown key ${received}`;
  return `expected ${message.startsWith('Invalid') ? (expected ?? message) : message}, found ${received}`;
}
