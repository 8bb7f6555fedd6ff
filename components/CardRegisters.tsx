/** For who looks further: what a gene does and how it is passed on, and the numbers of a term in registers. */
import type { Card } from '../content/glossary.ts';
import { glossaryLanguage, type TextKey, useTexts } from './texts.ts';

type Codes = NonNullable<Card['codes']>;

const inheritances: Record<NonNullable<Card['gene']>['inheritance'], TextKey> = {
  recessive: 'geneRecessive',
  dominant: 'geneDominant',
  'x-linked': 'geneXLinked',
  'several ways': 'geneSeveralWays',
  'not inherited': 'geneNotInherited',
};

/** Their names are the same in every language. */
export const registers: Record<keyof Codes, string> = {
  hgnc: 'HGNC',
  omim: 'OMIM',
  orphanet: 'Orphanet',
  mesh: 'MeSH',
  icd10: 'ICD-10',
};

export function CardRegisters({ gene, codes }: Pick<Card, 'gene' | 'codes'>) {
  const text = useTexts();
  if (!gene && !codes) return null;
  const numbers = (Object.keys(registers) as (keyof Codes)[]).filter((register) => codes?.[register] !== undefined);
  return (
    <section class="card-part">
      <h3 class="card-title">{text('registers')}</h3>
      {gene && (
        <p class="card-aside">
          <span class="card-label">{gene.symbol}:</span> <span lang={glossaryLanguage}>{gene.protein}</span>{' '}
          {text(inheritances[gene.inheritance])}
        </p>
      )}
      {numbers.length > 0 && (
        <ul class="card-registers">
          {numbers.map((register) => (
            <li key={register}>
              <span>{registers[register]}</span> {codes?.[register]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
