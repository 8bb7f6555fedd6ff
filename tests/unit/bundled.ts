/** The bundled knowledge as the extension gets it, read once for the tests that need the real one. */
import { readKnowledge } from '../../content/knowledge.ts';
import { countForms, formsOf } from '../../content/tabled-forms.ts';
import { writeTables } from '../../content/write-tables.ts';
import { knowledgeFiles } from '../../scripts/knowledge-files.ts';
import { bothOf } from './recognisers.ts';

export const { knowledge, problems } = readKnowledge(knowledgeFiles());
const forms = formsOf(knowledge.terms, knowledge.around);
export const compiled = { tables: writeTables(forms), forms: countForms(forms.forms) };
export const recognise = bothOf(compiled.tables);

/** Where each of the article's own list of words leads: what the glossary must explain, by its name. */
export const articleWords: readonly (readonly [string, string])[] = [
  ['HLH', 'hemophagocytic-lymphohistiocytosis'],
  ['hemophagocytic lymphohistiocytosis', 'hemophagocytic-lymphohistiocytosis'],
  ['immune system', 'immune-system'],
  ['immune dysregulation', 'immune-dysregulation'],
  ['inflammatory response', 'inflammatory-response'],
  ['primary HLH', 'primary-hlh'],
  ['familial HLH', 'familial-hlh'],
  ['FHL', 'familial-hlh'],
  ['secondary HLH', 'secondary-hlh'],
  ['inherited', 'inherited'],
  ['gene', 'gene'],
  ['mutation', 'mutation'],
  ['autosomal recessive', 'autosomal-recessive'],
  ['PRF1', 'prf1'],
  ['UNC13D', 'unc13d'],
  ['STX11', 'stx11'],
  ['STXBP2', 'stxbp2'],
  ['cytotoxic T lymphocyte', 'cytotoxic-t-lymphocyte'],
  ['cytotoxic T cell', 'cytotoxic-t-lymphocyte'],
  ['natural killer cell', 'natural-killer-cell'],
  ['NK cell', 'natural-killer-cell'],
  ['trigger', 'trigger'],
  ['infection', 'infection'],
  ['cancer', 'cancer'],
  ['fever', 'fever'],
  ['irritability', 'irritability'],
  ['lethargy', 'lethargy'],
  ['poor feeding', 'poor-feeding'],
  ['vomiting', 'vomiting'],
  ['diarrhea', 'diarrhea'],
  ['hepatosplenomegaly', 'hepatosplenomegaly'],
  ['enlarged liver', 'hepatomegaly'],
  ['enlarged spleen', 'splenomegaly'],
  ['jaundice', 'jaundice'],
  ['bleeding tendency', 'bleeding-tendency'],
  ['seizure', 'seizure'],
  ['developmental delay', 'developmental-delay'],
  ['blood count', 'complete-blood-count'],
  ['liver enzymes', 'liver-enzymes'],
  ['ferritin', 'ferritin'],
  ['triglycerides', 'triglycerides'],
  ['fibrinogen', 'fibrinogen'],
  ['hemophagocytosis', 'hemophagocytosis'],
  ['bone marrow', 'bone-marrow'],
  ['genetic testing', 'genetic-testing'],
  ['prognosis', 'prognosis'],
  ['mortality rate', 'mortality'],
  ['medical emergency', 'medical-emergency'],
  ['chemotherapy', 'chemotherapy'],
  ['corticosteroid', 'corticosteroid'],
  ['immunosuppressive therapy', 'immunosuppressive-therapy'],
  ['cyclosporine', 'cyclosporine'],
  ['bone marrow transplant', 'hematopoietic-stem-cell-transplantation'],
  ['stem cell transplant', 'hematopoietic-stem-cell-transplantation'],
  ['immune cell', 'immune-cell'],
  ['proliferation', 'proliferation'],
  ['virus', 'virus'],
  ['bacteria', 'bacteria'],
  ['acquired', 'acquired'],
  ['non-specific', 'non-specific'],
];
