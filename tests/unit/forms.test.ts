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
    ['hospital', 'hospitals'],
    ['antibiotic', 'antibiotics'],
    ['genetic', 'genetics'],
    ['anaesthetic', 'anaesthetics'],
    ['swelling', 'swellings'],
    ['string', 'strings'],
    ['seed', 'seeds'],
    ['family', 'families'],
    ['laboratory', 'laboratories'],
  ])('%s → %s', (form, plural) => {
    expect(spellings({ form })).toContain(plural);
  });

  test.each([
    ['criterion', 'criteria'],
    ['bacterium', 'bacteria'],
    ['mycobacterium', 'mycobacteria'],
    ['nucleus', 'nuclei'],
    ['streptococcus', 'streptococci'],
    ['lumbar vertebra', 'lumbar vertebrae'],
    ['petechia', 'petechiae'],
    ['helix', 'helices'],
    ['metastasis', 'metastases'],
    ['histiocytosis', 'histiocytoses'],
    ['diagnosis', 'diagnoses'],
  ])('%s ↔ %s, in Latin and Greek, whichever is listed', (singular, plural) => {
    expect(spellings({ form: singular })).toEqual([singular, plural]);
    expect(spellings({ form: plural })).toEqual([plural, singular]);
  });

  test.each([
    ['a plural', 'platelets'],
    ['with a number', 'IL-6'],
    ['with a number', 'PRF1'],
    ['with a Greek letter', 'IFN-γ'],
    ['of two letters', 'NK'],
    ['of two letters', 'D'],
    ['of mixed case', 'IgG'],
    ['an abbreviation with an S', 'MAS'],
    ['an adjective', 'hepatic'],
    ['an adjective', 'infectious'],
    ['an adjective', 'congenital'],
    ['an adjective', 'listless'],
    ['an adjective', 'inflammatory'],
    ['a participle', 'relapsed'],
    ['a participle', 'degranulating'],
    ['an adverb', 'orally'],
    ['an adverb', 'intravenously'],
    ['small letters without a vowel', 'hlh'],
  ])('%s has none by rule: %s', (_what, form) => {
    expect(spellings({ form })).toEqual([form]);
  });
});

test.each([
  ["Still's disease", 'Still’s disease', 'Stills disease', 'Still disease'],
  ['Hodgkin’s lymphoma', 'Hodgkins lymphoma', 'Hodgkin lymphoma', 'Hodgkin’s lymphomas'],
])('a name may lose its apostrophe, and its s: %s', (form, ...others) => {
  const folded = spellings({ form }).map(fold);
  for (const other of others) expect(folded).toContain(fold(other));
});

test('only a name does', () => {
  expect(spellings({ form: "body's reaction" })).toEqual(["body's reaction", "body's reactions"]);
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
    ['mobilized', 'mobilised'],
    ['hemangioma', 'haemangioma'],
    ['methemoglobin', 'methaemoglobin'],
    ['microhematuria', 'microhaematuria'],
    ['lymphedema', 'lymphoedema'],
    ['gastroesophageal', 'gastro-oesophageal'],
    ['estrogen', 'oestrogen'],
    ['celiac', 'coeliac'],
    ['ileocecal', 'ileocaecal'],
    ['feces', 'faeces'],
    ['rhinorrhea', 'rhinorrhoea'],
    ['color', 'colour'],
    ["body's defenses", "body's defences"],
    ['orthopedic', 'orthopaedic'],
    ['gynecology', 'gynaecology'],
    ['paresthesia', 'paraesthesia'],
    ['multicenter trial', 'multicentre trial'],
    ['fiberoptic', 'fibreoptic'],
    ['sulfasalazine', 'sulphasalazine'],
    ['cyclosporine', 'ciclosporin'],
    ['tunneled line', 'tunnelled line'],
    ['analyzer', 'analyser'],
    ['Hemophilia', 'Haemophilia'],
    ['ANEMIA', 'ANAEMIA'],
  ])('%s ↔ %s, whichever is listed', (american, british) => {
    expect(spellings({ form: american })).toContain(british);
    expect(spellings({ form: british })).toContain(american);
  });

  test.each([
    ...['systemic', 'epidemic', 'academia', 'tumoral', 'tumorigenic', 'laboratory', 'humoral', 'colorectal', 'tremor'],
    ...['seizure', 'chemo', 'chemostat', 'remission', 'hepatic', 'erythema', 'erythematosus', 'angioedema', 'Hemady'],
    ...['hemisphere', 'centered', 'disease', 'raised', 'compromised', 'exercise', 'advise', 'advertising', 'enzyme'],
    ...['paralysis', 'analyses', 'analysis', 'pediment', 'fecund', 'fetish', 'thecal', 'cyclophosphamide'],
  ])('%s has none', (form) => {
    const plurals = [`${form}s`, `${form}es`, form.replace(/sis$/, 'ses'), form.replace(/y$/, 'ies')];
    expect(spellings({ form }).filter((text) => text !== form && !plurals.includes(text))).toEqual([]);
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
