/** Glossaries of several sizes: the bundled one, and the bundled one with invented terms until there are enough. */
import { spellings } from '../../content/forms.ts';
import type { Term } from '../../content/glossary.ts';
import { formsOf } from '../../content/tabled-forms.ts';
import type { WrittenTables } from '../../content/tables.ts';
import { writeTables } from '../../content/write-tables.ts';
import { compiledKnowledge } from '../../scripts/build-knowledge.ts';
import { randomFrom } from './generate.ts';
import { inventedTerms } from './words.ts';

/** A glossary as the variants get it: Bedside's own tables, and the same forms as plain strings. */
export type Glossary = { tables: WrittenTables; forms: string[] };

const { knowledge } = compiledKnowledge();
const bundled = knowledge.terms;

const plainForms = (terms: readonly Term[]) => [
  ...new Set(terms.flatMap(({ forms }) => forms.flatMap((form) => spellings(form)))),
];

export const bundledForms = plainForms(bundled);

/** A glossary of so many terms; of the bundled ones alone where no number is given. */
export function glossaryOf(count = bundled.length): Glossary {
  const invented = inventedTerms(Math.max(0, count - bundled.length), randomFrom(count)).map(
    (form, index) => ({ id: `invented-${index}`, forms: [{ form }] }) as unknown as Term,
  );
  const terms = [...bundled, ...invented];
  return { tables: writeTables(formsOf(terms, knowledge.around)), forms: plainForms(terms) };
}
