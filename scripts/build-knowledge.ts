/**
 * Compiles the knowledge at build time: the recognition tables as a module that the page script imports, and
 * `knowledge.json` beside the extension's pages. A problem in the knowledge stops the build.
 */
import type { Plugin } from 'vite';
import { describe, readKnowledge } from '../content/knowledge.ts';
import { countForms, formsOf, writeTables } from '../content/tables.ts';
import { knowledgeFiles } from './knowledge-files.ts';

const tables = 'virtual:tables';

export function compiledKnowledge() {
  const { knowledge, problems } = readKnowledge(knowledgeFiles());
  if (problems.length > 0) {
    throw new Error(
      `The knowledge has problems:\n${problems.map((problem) => `content/knowledge/${describe(problem)}`).join('\n')}`,
    );
  }
  const { around, ...bundled } = knowledge;
  const forms = formsOf(knowledge.terms, around);
  return { knowledge: bundled, around, tables: writeTables(forms), forms: countForms(forms.forms) };
}

export function buildKnowledge(): Plugin {
  return {
    name: 'bedside-knowledge',
    resolveId: (id) => (id === tables ? `\0${tables}` : undefined),
    load: (id) => (id === `\0${tables}` ? `export default ${JSON.stringify(compiledKnowledge().tables)}` : undefined),
  };
}
