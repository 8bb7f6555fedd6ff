/** The spellings of a form that follow by rule: British and American, singular and plural. */
import type { FormEntry } from './schema.ts';

/**
 * American and British letters, applied to the glossary's own forms only, never to a page's words.
 * A rule may therefore be short where it would be too greedy for a whole language.
 */
const british: readonly (readonly [RegExp, string])[] = [
  [/\bhem(?=at|o)/gi, 'haem'],
  [/emia\b/gi, 'aemia'],
  [/(?<!\b(?:syst|acad|epid|pand|end|pol))emic\b/gi, 'aemic'],
  [/\bedema/gi, 'oedema'],
  [/\besoph/gi, 'oesoph'],
  [/\bestrogen/gi, 'oestrogen'],
  [/\betiolog/gi, 'aetiolog'],
  [/\bceliac/gi, 'coeliac'],
  [/\bfec(?=es|al)/gi, 'faec'],
  [/\bfet(?=us|al)/gi, 'foet'],
  [/diarrhea/gi, 'diarrhoea'],
  [/pnea\b/gi, 'pnoea'],
  [/tumor(?!al)/gi, 'tumour'],
  [/pediatr/gi, 'paediatr'],
  [/anesth/gi, 'anaesth'],
  [/leuko(?=cyt|pen)/gi, 'leuco'],
  [/\bcenter/gi, 'centre'],
  [/\bfiber/gi, 'fibre'],
  [/\bbehavior/gi, 'behaviour'],
  [/counsel(?=ing|or)/gi, 'counsell'],
  [/iz(?=e\b|ed\b|es\b|ing\b|ation)/gi, 'is'],
];

/** The plural of a form's last word, or nothing where there is none to be made by rule. */
function plural(form: string): string | undefined {
  if (/[A-Z]{3}$/.test(form)) return `${form}s`;
  // Letters without a vowel are an abbreviation in small letters: hlhs is another illness.
  if (!/[a-z]{3}$/.test(form) || !/[aeiouy][a-z]*$/.test(form)) return undefined;
  if (/sis$/.test(form)) return form.replace(/sis$/, 'ses');
  if (/(?:ss|us|x|z|ch|sh)$/.test(form)) return `${form}es`;
  if (/s$/.test(form)) return undefined;
  if (/[^aeiou]y$/.test(form)) return form.replace(/y$/, 'ies');
  return `${form}s`;
}

/** Every spelling of a form, the one given first, each once. */
export function spellings({ form }: Pick<FormEntry, 'form'>): string[] {
  const inBritish = british.reduce((text, [american, letters]) => text.replace(american, letters), form);
  const singular = [form, inBritish];
  return [...new Set([...singular, ...singular.flatMap((text) => plural(text) ?? [])])];
}
