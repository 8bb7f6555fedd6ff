/** The spellings that follow by rule, and those that must not follow from the bundled glossary. */
import { describe, expect, test } from 'vitest';
import { fold } from '../../content/fold.ts';
import { spellings } from '../../content/forms.ts';
import { knowledge } from './bundled.ts';

describe('plurals', () => {
  test.each([
    ['platelet', 'platelets'],
    ['biopsy', 'biopsies'],
    ['assay', 'assays'],
    ['prognosis', 'prognoses'],
    ['rash', 'rashes'],
    ['virus', 'viruses'],
    ['reflex', 'reflexes'],
    ['abscess', 'abscesses'],
    ['NK cell', 'NK cells'],
    ['HLH', 'HLHs'],
  ])('%s → %s', (form, plural) => {
    expect(spellings({ form })).toContain(plural);
  });

  test.each(['platelets', 'IL-6', 'PRF1', 'IFN-γ', 'NK', 'D', 'IgG'])('%s has none by rule', (form) => {
    expect(spellings({ form })).toEqual([form]);
  });
});

describe('British letters', () => {
  test.each([
    ['hemophagocytic lymphohistiocytosis', 'haemophagocytic lymphohistiocytosis'],
    ['hematologist', 'haematologist'],
    ['hemoglobin', 'haemoglobin'],
    ['anemia', 'anaemia'],
    ['anemic', 'anaemic'],
    ['hyperferritinemia', 'hyperferritinaemia'],
    ['hyperferritinemic', 'hyperferritinaemic'],
    ['hypovolemic shock', 'hypovolaemic shock'],
    ['leukemia', 'leukaemia'],
    ['leukocyte', 'leucocyte'],
    ['leukopenia', 'leucopenia'],
    ['edema', 'oedema'],
    ['esophagus', 'oesophagus'],
    ['etiology', 'aetiology'],
    ['fetus', 'foetus'],
    ['diarrhea', 'diarrhoea'],
    ['dyspnea', 'dyspnoea'],
    ['tumor necrosis factor', 'tumour necrosis factor'],
    ['pediatric', 'paediatric'],
    ['anesthesia', 'anaesthesia'],
    ['transplant center', 'transplant centre'],
    ['genetic counseling', 'genetic counselling'],
    ['randomized', 'randomised'],
    ['immunization', 'immunisation'],
  ])('%s → %s', (american, british) => {
    expect(spellings({ form: american })).toContain(british);
  });

  test.each(['systemic', 'epidemic', 'tumoral', 'seizure', 'chemo', 'remission', 'hepatic'])('%s has none', (form) => {
    expect(spellings({ form })).toEqual([form, `${form}s`]);
  });
});

test('the form given stands first, and no spelling twice', () => {
  for (const { forms } of knowledge.terms) {
    for (const form of forms) {
      const made = spellings(form);
      expect(made[0]).toBe(form.form);
      expect(new Set(made).size).toBe(made.length);
    }
  }
});

/** Words of everyday English that a plural or a British spelling of a medical form can turn into. */
const traps =
  'all alls as at aids bases cars cats cells consents counts cures does fats fits flushes hips is its lines lots ' +
  'marrows mas masses meds mris ms natural\u00a0killers organs outlooks pads pets pits points ports presses pts ' +
  'rashes sales seas signs sizes spots stills tablets tags tests trials us vans was wills';

test('no spelling of a certain form is a trap of everyday English', () => {
  const isTrap = new Set(traps.split(' ').map(fold));
  const trapped = knowledge.terms.flatMap(({ forms }) =>
    forms
      .filter((form) => !form.exact && !form.everyday && !form.ambiguous)
      .flatMap(spellings)
      .filter((text) => isTrap.has(fold(text))),
  );
  expect(trapped).toEqual([]);
});

test('no certain form is one short word in any case', () => {
  const short = knowledge.terms.flatMap(({ forms }) =>
    forms
      .filter((form) => !form.exact && !form.everyday && !form.ambiguous && /^\p{L}{1,4}$/u.test(form.form))
      .map(({ form }) => form),
  );
  expect(short).toEqual([]);
});
