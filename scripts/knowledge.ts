/** `npm run knowledge`: checks the knowledge files, says what is wrong and where, and reports what is there. */
import { gradeOf, namesOf } from '../content/checks/prose.ts';
import type { Term } from '../content/glossary.ts';
import { describe, readKnowledge } from '../content/knowledge.ts';
import { countForms, formsOf } from '../content/tabled-forms.ts';
import { knowledgeFiles } from './knowledge-files.ts';

const mostLongest = 5;

const { knowledge, problems } = readKnowledge(knowledgeFiles());
const { terms, groups, sources, pictures } = knowledge;

const words = (text = '') => text.split(/\s+/).filter((word) => word !== '').length;
const textsOf = ({ plain, hlh, more }: Term) => [plain, hlh, more].join(' ');
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What the report counts of some terms. */
function countsOf(some: readonly Term[]) {
  return {
    terms: some.length,
    forms: countForms(formsOf(some).forms),
    'in HLH': some.filter(({ hlh }) => hlh).length,
    fuller: some.filter(({ more }) => more).length,
    figures: some.reduce((sum, { figures, lab }) => sum + figures.length + (lab?.usual?.length ?? 0), 0),
    pictures: some.filter(({ picture }) => picture).length,
    sources: new Set(some.flatMap((term) => term.sources)).size,
    'median grade': Number(median(some.map((term) => gradeOf(term.plain, namesOf(term)))).toFixed(1)),
    reviewed: some.filter(({ reviewed }) => reviewed).length,
  };
}

console.table([
  ...Object.entries(groups).map(([group, title]) => ({
    group: title,
    ...countsOf(terms.filter((term) => term.group === group)),
  })),
  { group: 'all', ...countsOf(terms) },
]);
console.log('Longest entries, in words:');
for (const term of terms.toSorted((a, b) => words(textsOf(b)) - words(textsOf(a))).slice(0, mostLongest))
  console.log(`${String(words(textsOf(term))).padStart(5)}  ${term.name}`);
console.log(
  `\n${terms.length} terms, ${Object.keys(sources).length} sources, ${Object.keys(pictures).length} pictures, ${problems.length} problems`,
);
for (const problem of problems) console.error(`content/knowledge/${describe(problem)}`);
process.exitCode = problems.length > 0 ? 1 : 0;
