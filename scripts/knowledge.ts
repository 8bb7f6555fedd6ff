/** `npm run knowledge`: checks the knowledge files, says what is wrong and where, and counts what is there. */
import { describe, readKnowledge } from '../content/knowledge.ts';
import { countForms, formsOf } from '../content/tables.ts';
import { knowledgeFiles } from './knowledge-files.ts';

const { knowledge, problems } = readKnowledge(knowledgeFiles());

const rows = Object.entries(knowledge.groups).map(([group, title]) => {
  const terms = knowledge.terms.filter((term) => term.group === group);
  return {
    group: title,
    terms: terms.length,
    forms: countForms(formsOf(terms).forms),
    'in HLH': terms.filter(({ hlh }) => hlh).length,
    more: terms.filter(({ more }) => more).length,
    figures: terms.reduce((sum, { figures }) => sum + figures.length, 0),
    reviewed: terms.filter(({ reviewed }) => reviewed).length,
  };
});
console.table(rows);
console.log(
  `${knowledge.terms.length} terms, ${countForms(formsOf(knowledge.terms).forms)} forms, ${problems.length} problems`,
);
for (const problem of problems) console.error(`content/knowledge/${describe(problem)}`);
process.exitCode = problems.length > 0 ? 1 : 0;
