/** The knowledge file of the build that the browser under test has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge, Term } from '../../../content/glossary.ts';
import type { BrowserName } from '../driver/engine.ts';
import { builds } from '../driver/launch.ts';

/** The bundled terms by id. */
export function bundledTerms(browserName: BrowserName): ReadonlyMap<string, Term> {
  const file = join(builds[browserName], 'knowledge.json');
  const { terms }: Knowledge = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(terms.map((term) => [term.id, term]));
}
