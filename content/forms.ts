/** The spellings of a form that follow by rule: British and American, singular and plural, with and without an 's. */
import type { FormEntry } from './schema.ts';

/** Letters that differ between the two Englishes: what must stand before them and after them, as patterns. */
type Letters = readonly [before: string, american: string, british: string, after: string];

/**
 * American and British letters, applied to the glossary's own forms only, never to a page's words.
 * A rule may therefore be short where it would be too greedy for a whole language.
 */
const englishes: readonly Letters[] = [
  ['\\b', 'hem', 'haem', '(?=at|o|agg|angi|arth)'],
  ['(?<!c|eryt)', 'hem', 'haem', '(?=oglob|oly|ophil|ophag|orrh|osta|osid|ato|atu)'],
  ['(?<!a|\\b(?:acad|boh))', 'emia', 'aemia', '\\b'],
  ['(?<!a|\\b(?:syst|acad|epid|pand|end|pol|tot))', 'emic', 'aemic', '\\b'],
  ['(?<!o|angi)', 'edema', 'oedema', ''],
  ['gastro', 'esoph', '-oesoph', ''],
  ['\\b', 'esoph', 'oesoph', ''],
  ['\\b', 'estr', 'oestr', '(?=ogen|adiol)'],
  ['\\b', 'etiolog', 'aetiolog', ''],
  ['\\b', 'celiac', 'coeliac', ''],
  ['', 'cec', 'caec', '(?=um\\b|al\\b)'],
  ['\\b', 'fec', 'faec', '(?=es|al)'],
  ['\\b', 'fet', 'foet', '(?=us|al)'],
  ['', 'rrhea', 'rrhoea', ''],
  ['', 'pnea', 'pnoea', '\\b'],
  ['\\b', 'behavior', 'behaviour', '(?=s?\\b)'],
  ['\\b', 'color', 'colour', '(?=s?\\b)'],
  ['\\b', 'labor', 'labour', '(?=s?\\b)'],
  ['\\b', 'odor', 'odour', '(?=s?\\b)'],
  ['\\b', 'tumor', 'tumour', '(?=s?\\b)'],
  ['\\b', 'vapor', 'vapour', '(?=s?\\b)'],
  ['', 'pediatr', 'paediatr', ''],
  ['', 'orthoped', 'orthopaed', ''],
  ['', 'gynecolog', 'gynaecolog', ''],
  ['(?<!a)', 'esthe', 'aesthe', '(?=s|t)'],
  ['', 'leuko', 'leuco', '(?=cyt|pen)'],
  ['', 'center', 'centre', '(?=s?\\b)'],
  ['\\b', 'defense', 'defence', '(?=s?\\b)'],
  ['\\b', 'fiber', 'fibre', ''],
  ['', 'sulf', 'sulph', ''],
  ['', 'cyclosporine', 'ciclosporin', '\\b'],
  ['', 'counsel', 'counsell', '(?=ed\\b|ing\\b|or\\b)'],
  ['', 'label', 'labell', '(?=ed\\b|ing\\b|or\\b)'],
  ['', 'model', 'modell', '(?=ed\\b|ing\\b|or\\b)'],
  ['', 'signal', 'signall', '(?=ed\\b|ing\\b|or\\b)'],
  ['', 'tunnel', 'tunnell', '(?=ed\\b|ing\\b|or\\b)'],
  ['', 'iz', 'is', '(?=ation)'],
  // Not raised, bruised, promise, revise, exercise, advertise, rise.
  ['(?<![aeouvc]|prom|vert|pr|\\br)', 'iz', 'is', '(?=e\\b|ed\\b|es\\b|ing\\b)'],
  ['', 'analyz', 'analys', '(?=e\\b|ed\\b|er\\b|ing\\b)'],
  ['', 'dialyz', 'dialys', '(?=e\\b|ed\\b|er\\b|ing\\b)'],
  ['', 'paralyz', 'paralys', '(?=e\\b|ed\\b|er\\b|ing\\b)'],
];

/** The letters of one English and what the other has for them; `any` tells quickly that there are none. */
type Respelling = { any: RegExp; letters: readonly (readonly [met: RegExp, instead: string])[] };

function respelling(rules: readonly Letters[]): Respelling {
  return {
    any: new RegExp(rules.map(([, met]) => met).join('|'), 'i'),
    letters: rules.map(([before, met, instead, after]) => [new RegExp(`(?<=${before})${met}${after}`, 'gi'), instead]),
  };
}

const toBritish = /* @__PURE__ */ respelling(englishes);
const toAmerican = /* @__PURE__ */ respelling(
  englishes.map(([before, american, british, after]) => [before, british, american, after]),
);

/** A text with the letters of one English for those of the other, in the capitals of the text. */
function respelled(text: string, { any, letters }: Respelling): string {
  if (!any.test(text)) return text;
  return letters.reduce((so, [met, instead]) => so.replace(met, (found) => inCapitalsOf(found, instead)), text);
}

function inCapitalsOf(met: string, letters: string): string {
  if (met === met.toLowerCase()) return letters;
  return met === met.toUpperCase() && met.length > 1
    ? letters.toUpperCase()
    : letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** Ends of words whose plural no rule makes: from either the other follows. */
const pairs: readonly (readonly [singular: string, plural: string])[] = [
  ['criterion', 'criteria'],
  ['phenomenon', 'phenomena'],
  ['ganglion', 'ganglia'],
  ['mitochondrion', 'mitochondria'],
  ['bacterium', 'bacteria'],
  ['thelium', 'thelia'],
  ['nucleus', 'nuclei'],
  ['bronchus', 'bronchi'],
  ['thrombus', 'thrombi'],
  ['embolus', 'emboli'],
  ['bacillus', 'bacilli'],
  ['coccus', 'cocci'],
  ['fungus', 'fungi'],
  ['alveolus', 'alveoli'],
  ['glomerulus', 'glomeruli'],
  ['locus', 'loci'],
  ['vertebra', 'vertebrae'],
  ['petechia', 'petechiae'],
  ['larva', 'larvae'],
  ['fistula', 'fistulae'],
  ['helix', 'helices'],
  ['appendix', 'appendices'],
  ['cortex', 'cortices'],
  ['metastasis', 'metastases'],
  ['histiocytosis', 'histiocytoses'],
  ['diagnosis', 'diagnoses'],
  ['mouse', 'mice'],
];

/** Adverbs, participles and adjectives, by their ends; the nouns that end like them are named. */
const hasNoPlural = /* @__PURE__ */ new RegExp(
  [
    '(?:al|us|ed|nt|or|si|te|ve)ly',
    '(?:le|ne)ss',
    '(?<!labor)atory',
    '[a-z]{2}[^e\\s]ed',
    '[aeiouy][a-z]*(?<!\\b(?:bleed|build|dress|feed|find|land|light|meet|pack|rat|screen|seedl|sett|sibl|swell|warn))ing',
    'ous',
    '(?<!antibiot|clin|com|cytotox|diagnost|diuret|fabr|genet|mechan|metr|mim|pa?ediatr|plast|prophylact|statist|therapeut|top|a?esthet)ic',
    '[a-z]{3}(?<!antibacteri|antifung|antimicrobi|antivir|\\bcan|capit|cathedr|chemic|crystal|hospit|interv|journ|met|profession|radic|recit|sign|tri)al',
    'children',
    'hereditary',
  ]
    .map((end) => `(?:${end}$)`)
    .join('|'),
  'i',
);

/** The other number of a form's last word, or nothing where there is none to be made by rule. */
function otherNumber(form: string): string | undefined {
  // MAS has none: MASs is nobody's word.
  if (/[A-Z]{2}[A-RT-Z]$/.test(form)) return `${form}s`;
  // Letters without a vowel are an abbreviation in small letters: hlhs is another illness.
  if (!/[a-z]{3}$/.test(form) || !/[aeiouy][a-z]*$/.test(form)) return undefined;
  for (const pair of pairs) {
    const end = pair.find((one) => form.endsWith(one));
    if (end) return form.slice(0, -end.length) + (end === pair[0] ? pair[1] : pair[0]);
  }
  if (hasNoPlural.test(form)) return undefined;
  if (/sis$/.test(form)) return form.replace(/sis$/, 'ses');
  if (/(?:ss|us|x|z|ch|sh)$/.test(form)) return `${form}es`;
  if (/s$/.test(form)) return undefined;
  if (/[^aeiou]y$/.test(form)) return form.replace(/y$/, 'ies');
  return `${form}s`;
}

/** Still's disease is written Stills disease and Still disease as well. */
const withoutApostrophe = (form: string): string[] =>
  /\p{Lu}\p{Ll}+['’]s /u.test(form) ? ['s ', ' '].map((end) => form.replace(/['’]s /, end)) : [];

/** Every spelling of a form, the one given first, each once. */
export function spellings({ form }: Pick<FormEntry, 'form'>): string[] {
  const names = [form, ...withoutApostrophe(form)];
  const inBoth = [...names, ...names.flatMap((name) => [respelled(name, toAmerican), respelled(name, toBritish)])];
  return [...new Set([...inBoth, ...inBoth.flatMap((text) => otherNumber(text) ?? [])])];
}
