/**
 * Compiles the knowledge at build time: the recognition tables as a module that the page script imports, and
 * `knowledge.json` beside the extension's pages. A problem in the knowledge stops the build.
 */
import type { Plugin } from 'vite';
import { describe, type KnowledgeFile, readKnowledge } from '../content/knowledge.ts';
import { plainWith } from '../content/plain-words.ts';
import { createRecogniser } from '../content/recogniser.ts';
import { searchable } from '../content/search.ts';
import { countForms, formsOf } from '../content/tabled-forms.ts';
import { linkTexts } from '../content/text-links.ts';
import { writeTables } from '../content/write-tables.ts';
import { knowledgeFiles } from './knowledge-files.ts';

const tablesModule = 'virtual:tables';

let last: { from: string; compiled: ReturnType<typeof compile> } | undefined;

/** The knowledge of the files as they are now; compiled once for all parts of a build. */
export function compiledKnowledge() {
  const files = knowledgeFiles();
  const from = JSON.stringify(files);
  if (last?.from !== from) last = { from, compiled: compile(files) };
  return last.compiled;
}

function compile(files: KnowledgeFile[]) {
  const { knowledge, plainWords, problems } = readKnowledge(files);
  if (problems.length > 0) {
    throw new Error(
      `The knowledge has problems:\n${problems.map((problem) => `content/knowledge/${describe(problem)}`).join('\n')}`,
    );
  }
  const { around, ...rest } = knowledge;
  const forms = formsOf(knowledge.terms, around);
  const tables = writeTables(forms);
  const recognise = createRecogniser(tables);
  const isPlain = plainWith(plainWords);
  const links = Object.fromEntries(knowledge.terms.map((term) => [term.id, linkTexts(term, recognise, isPlain)]));
  // What tells the senses of a form lies in the tables.
  const terms = knowledge.terms.map(searchable);
  return { knowledge, file: { ...rest, terms, links }, tables, forms: countForms(forms.forms) };
}

/** The tables as they stand in a script. */
export const writtenTables = () => {
  const { letters, rest } = compiledKnowledge().tables;
  return { letters: JSON.stringify(letters), rest: JSON.stringify(rest) };
};

/** What stands for them while a script is made smaller: that would make templates of them, read half as fast. */
const standIns = { letters: `'bedside:letters'`, rest: `'bedside:rest'` };
const standIn = /["'`]bedside:(letters|rest)["'`]/g;

/** Gives the tables away: whoever takes them may let the letters go. */
const moduleOf = ({ letters, rest }: typeof standIns) => `
let letters = ${letters};
const rest = ${rest};
export default function takeTables() {
  const taken = { letters, rest };
  letters = '';
  return taken;
}`;

export function buildKnowledge(): Plugin {
  let isBuilt = false;
  return {
    name: 'bedside-knowledge',
    configResolved({ command }) {
      isBuilt = command === 'build';
    },
    resolveId: (id) => (id === tablesModule ? `\0${tablesModule}` : undefined),
    load: (id) => (id === `\0${tablesModule}` ? moduleOf(isBuilt ? standIns : writtenTables()) : undefined),
    generateBundle(_options, bundle) {
      const written = writtenTables();
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk')
          part.code = part.code.replace(standIn, (_, name: keyof typeof written) => written[name]);
      }
    },
  };
}
