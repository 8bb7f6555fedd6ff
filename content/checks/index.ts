/** What must hold between the entries of the knowledge: every check, one room of it in each file beside this one. */
import { aroundChecks } from './around.ts';
import type { Check } from './check.ts';
import { figureChecks } from './figures.ts';
import { formChecks } from './forms.ts';
import { linkChecks } from './links.ts';
import { proseChecks } from './prose.ts';
import { wordChecks } from './words.ts';

export const checks: readonly Check[] = [
  ...linkChecks,
  ...formChecks,
  ...figureChecks,
  ...proseChecks,
  ...wordChecks,
  ...aroundChecks,
];
