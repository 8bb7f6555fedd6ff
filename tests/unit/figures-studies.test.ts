/** What is usual, how often HLH is, and how it goes: laboratories and studies, typed by hand from their sources. */
import { expect, test } from 'vitest';
import { figures, held, holds } from './held-figures.ts';

// What is usual in a laboratory

holds('S24', 'soluble IL-2 receptor (University of Washington)', [
  ['usual from 398 to 1940 U/mL', /under 3 years/, 'soluble-il-2-receptor'],
  ['usual from 144 to 1329 U/mL', /from 3 to under 8 years/, 'soluble-il-2-receptor'],
  ['usual from 137 to 838 U/mL', /from 8 years/, 'soluble-il-2-receptor'],
]);

holds('S50', 'ferritin', [
  ['usual from 25 to 200 µg/L', /newborn/, 'ferritin'],
  ['usual from 200 to 600 µg/L', /up to the age of one month/, 'ferritin'],
  ['usual from 50 to 200 µg/L', /2 to 5 months/, 'ferritin'],
  ['usual from 7 to 142 µg/L', /6 months to 15 years/, 'ferritin'],
  ['usual from 12 to 300 µg/L', /^men/, 'ferritin'],
  ['usual from 10 to 150 µg/L', /^women/, 'ferritin'],
]);

holds('S51', 'hemoglobin (University of Iowa)', [
  ['usual from 134 to 199 g/L', /first month/, 'hemoglobin'],
  ['usual from 107 to 171 g/L', /1 to 2 months/, 'hemoglobin'],
  ['usual from 90 to 141 g/L', /2 to 3 months/, 'hemoglobin'],
  ['usual from 95 to 141 g/L', /3 to 6 months/, 'hemoglobin'],
  ['usual from 113 to 141 g/L', /6 to 12 months/, 'hemoglobin'],
]);

holds('S579', 'hemoglobin (WHO 2024)', [
  ['usual from 105 g/L', /6 to 23 months/, 'hemoglobin'],
  ['usual from 110 g/L', /2 to 4 years/, 'hemoglobin'],
  ['usual from 115 g/L', /5 to 11 years/, 'hemoglobin'],
  ['usual from 120 g/L', /12 to 14 years/, 'hemoglobin'],
  ['usual from 120 g/L', /women from 15 years/, 'hemoglobin'],
  ['usual from 130 g/L', /boys and men from 15 years/, 'hemoglobin'],
]);

holds('S52', 'CXCL9 (Machaon)', [['below 180 pg/mL', /one laboratory only/, 'cxcl9']]);
holds('S580', 'CXCL9 (Quest)', [['at most 647 pg/mL', /other laboratory only/, 'cxcl9']]);
holds('S53', 'IL-18 (Michigan)', [['usual to 477 pg/mL', /one laboratory only/, 'interleukin-18']]);

// How often, and at what age

holds('S18', 'Sweden (Henter 1991)', [
  ['about 50000', /Live births for each child.*1971 to 1986/, 'familial-hlh'],
  ['equals 1.2 per million a year', /familial HLH, children in Sweden, 1971 to 1986/, 'incidence'],
]);

holds('S19', 'Sweden (Meeths 2015)', [
  ['from 0.12 to 0.15 per 100,000 a year', /children in Sweden/, 'primary-hlh'],
  ['equals 1.8 per 100,000 live births', /Children with primary HLH/, 'primary-hlh'],
]);

holds('S29', 'England (West 2022)', [
  ['from 1 to 2 per million a year', /all ages, rising from the year 2000 to 2016/, 'incidence'],
  ['equals 14.6 per million a year', /under (one|1) year/, 'hemophagocytic-lymphohistiocytosis incidence infant'],
  ['equals 0.8 per million a year', /15 to 44 years/, 'adult-hlh'],
  ['equals 2.2 per million a year', /New cases.*from 75 years/, 'adult-hlh'],
  ['equals 77 %', /Alive after one year.*under 15/, 'hemophagocytic-lymphohistiocytosis mortality'],
  ['equals 77 %', /Alive after one year.*under 15/, 'overall-survival prognosis'],
  ['equals 30 %', /Alive after one year.*from 75 years/, 'adult-hlh'],
]);

holds('S30', 'England (West 2022, trend)', [
  ['equals 3.88 times', /How many times.*2003 to 2018, 1674 people/, 'confidence-interval'],
  ['from 2.91 to 5.28 times', /Confidence interval.*1674 people/, 'confidence-interval'],
]);

holds('S38', 'infants in Japan (Imashuku 2005)', [
  ['equals 28 %', /familial HLH.*96 infants.*27 of them.*few gene tests/, 'infant'],
  ['equals 39 %', /without a known trigger.*96 infants.*37 of them/, 'infant'],
  ['from 1 to 2 months', /27 infants with familial HLH/, 'familial-hlh'],
  ['equals 12 months', /babies.*set off by this virus/, 'ebv-hlh'],
  ['from 1 to 2 weeks', /babies.*enterovirus/, 'enterovirus herpes-simplex-virus'],
]);

holds('S39', 'adults (Zhang 2011)', [
  ['equals 14 %', /175 adults/, 'adult-hlh secondary-hlh'],
  ['equals 12', /Had A91V, of 25 adults/, 'a91v'],
]);

holds('S65', 'recessive inheritance', [
  ['equals 25 %', /two faulty copies|both changed copies|of the disease/, 'familial-hlh recurrence-risk sibling'],
  ['equals 25 %', /two faulty copies/, 'autosomal-recessive'],
  ['equals 50 %', /carrier in each|is a carrier/, 'autosomal-recessive familial-hlh'],
  ['equals 25 %', /two working copies/, 'autosomal-recessive'],
]);

holds('S45', 'systemic arthritis (Henderson 2020)', [
  ['about 10 %', /clear MAS/, 'macrophage-activation-syndrome subclinical-mas'],
  ['about 10 %', /full/, 'systemic-juvenile-idiopathic-arthritis'],
  ['from 30 to 40 %', /laboratory signs/, 'macrophage-activation-syndrome subclinical-mas'],
  ['from 30 to 40 %', /mild or hidden/, 'systemic-juvenile-idiopathic-arthritis'],
]);

holds('S40', 'XLP1 and XLP2 (2011)', [
  ['equals 55 %', /Had HLH.*XLP1/, 'x-linked-lymphoproliferative-disease xlp1 penetrance'],
  ['equals 76 %', /Had HLH.*XLP2/, 'x-linked-lymphoproliferative-disease xlp2 penetrance'],
  ['equals 67 %', /low antibody levels, (33 people with )?XLP1/, 'x-linked-lymphoproliferative-disease xlp1'],
  ['equals 67 %', /XLP1/, 'immunoglobulin'],
  ['equals 33 %', /low antibody levels, (30 people with )?XLP2/, 'x-linked-lymphoproliferative-disease xlp2'],
  ['equals 33 %', /XLP2/, 'immunoglobulin'],
  ['equals 30 %', /lymphoma, (33 people with )?XLP1/, 'x-linked-lymphoproliferative-disease xlp1'],
  ['equals 0 %', /lymphoma, XLP2/, 'x-linked-lymphoproliferative-disease'],
  ['equals 17 %', /bowel( inflammation)?, (30 people with )?XLP2/, 'x-linked-lymphoproliferative-disease xlp2'],
  ['equals 0 %', /bowel inflammation, XLP1/, 'x-linked-lymphoproliferative-disease'],
  ['equals 61 %', /Died.*XLP1/, 'x-linked-lymphoproliferative-disease'],
  ['equals 23 %', /Died.*XLP2/, 'x-linked-lymphoproliferative-disease'],
]);

holds('S41', 'FHL5 (2012)', [
  ['equals 4.1 years', /exon 15/, 'splice-site-variant'],
  ['equals 2 months', /other changes/, 'splice-site-variant'],
]);

// Treatment and survival

holds('S14', 'GeneReviews', [['below 2 months', /Half of the infants.*familial HLH without treatment/, 'untreated']]);

holds('S9', 'HLH-94 (Trottestam 2011)', [
  ['equals 54 %', /Alive after five years.*249 patients/, 'fatal overall-survival prognosis'],
  ['equals 54 %', /Alive after five years, 249 patients/, 'hlh-94'],
  ['from 48 to 60 %', /Alive after five years, likely range, 249 patients/, 'hlh-94'],
  ['equals 50 %', /Alive.*familial HLH, children.*all alive had had a transplant/, 'hlh-94'],
  ['from 37 to 63 %', /Alive.*familial HLH, likely range/, 'hlh-94'],
  ['equals 66 %', /after a transplant, 124 children/, 'hlh-94 hematopoietic-stem-cell-transplantation'],
  ['from 58 to 74 %', /after a transplant, likely range/, 'hlh-94'],
  ['equals 29 %', /Died before a transplant, 249 patients/, 'hlh-94'],
  ['equals 20 %', /without a transplant, more than a year off treatment/, 'hlh-94'],
]);

holds('S10', 'HLH-2004 (Bergsten 2017)', [
  ['equals 61 %', /Alive after five years.*369 children/, 'fatal overall-survival prognosis'],
  ['equals 61 %', /Alive after five years, 369 children/, 'hlh-2004-protocol'],
  ['from 56 to 67 %', /Alive after five years, likely range, 369 children/, 'hlh-2004-protocol'],
  ['equals 59 %', /Alive after five years.*, proven familial HLH/, 'hlh-2004-protocol overall-survival'],
  ['equals 59 %', /Alive after five years.*proven familial HLH/, 'familial-hlh'],
  ['equals 64 %', /Alive after five years, familial HLH not proven/, 'hlh-2004-protocol'],
  [
    'equals 66 %',
    /after a transplant, (HLH-2004|children)/,
    'hlh-2004-protocol hematopoietic-stem-cell-transplantation',
  ],
  ['equals 70 %', /after a transplant, proven/, 'hlh-2004-protocol hematopoietic-stem-cell-transplantation'],
  ['equals 27 %', /Died before a transplant, HLH-94/, 'hlh-2004-protocol'],
  ['equals 19 %', /Died before a transplant, HLH-2004.*HLH-94 rules/, 'hlh-2004-protocol'],
  ['equals 0.064', /deaths before a transplant/, 'hlh-2004-protocol p-value'],
  ['equals 0.06', /cyclosporine from the first day/, 'hlh-2004-protocol'],
]);

holds('S34', 'HLH-94, medicines', [['equals 200 µg/L', /Trough level of cyclosporine/, 'drug-level']]);

holds('S37', 'HLH-94, brain (Horne 2008)', [
  ['equals 37 %', /Had signs (from|of).*193 children/, 'central-nervous-system cns-hlh'],
  [
    'equals 52 %',
    /Had (abnormal|changes).*193 children/,
    'central-nervous-system cns-hlh cerebrospinal-fluid pleocytosis',
  ],
  ['equals 52 %', /changed fluid at diagnosis.*193 children/, 'csf-analysis csf-white-cell-count elevated-csf-protein'],
  ['equals 63 %', /signs.*(and|or) both.*193 children/, 'central-nervous-system cns-hlh csf-analysis'],
  ['equals 15 %', /107 survivors/, 'central-nervous-system cns-hlh neurocognitive-deficit sequela'],
  ['equals 1.78', /death with abnormal spinal fluid.*193 children/, 'hazard-ratio'],
  ['about 1.8 times', /death.*with changed fluid.*193 children/, 'csf-analysis'],
]);

holds('S33', 'gentler and full-strength conditioning (Marsh 2010)', [
  ['equals 92 %', /after three years, gentler/, 'reduced-intensity-conditioning myeloablative-conditioning'],
  ['equals 43 %', /after three years, full/, 'reduced-intensity-conditioning myeloablative-conditioning'],
  ['equals 65 %', /Mixed.*gentler/, 'reduced-intensity-conditioning myeloablative-conditioning mixed-chimerism'],
  ['equals 18 %', /Mixed.*full/, 'reduced-intensity-conditioning myeloablative-conditioning mixed-chimerism'],
]);

holds('S31', 'BMT CTN 1204 (Allen 2018)', [
  [
    'equals 80.4 %',
    /Alive after one year, 46 people, 34 of them with HLH/,
    'bmt-ctn-1204 reduced-intensity-conditioning',
  ],
  ['equals 66.7 %', /Alive after 18 months, 46 people, 34/, 'bmt-ctn-1204 reduced-intensity-conditioning'],
  ['equals 39.1 %', /asting graft.*46 people, 34/, 'bmt-ctn-1204 reduced-intensity-conditioning graft-failure'],
  ['equals 17.4 %', /II to IV.*46 people, 34/, 'bmt-ctn-1204 acute-gvhd graft-versus-host-disease'],
  ['equals 26.7 %', /Chronic.*46 people, 34/, 'bmt-ctn-1204 chronic-gvhd graft-versus-host-disease'],
]);

holds('S32', 'donor cells (Hartz 2016)', [
  ['from 20 to 30 %', /rare.*later than 180 days/, 'chimerism lineage-specific-chimerism'],
  ['equals 13 %', /Middle value.*came back late/, 'chimerism'],
  ['from 0 to 30 %', /Range.*came back late/, 'chimerism'],
]);

holds('S11', 'emapalumab (Locatelli 2020)', [
  ['equals 63 %', /[Rr]esponded to emapalumab.* 27 children/, 'emapalumab refractory-hlh response-rate'],
  ['equals 65 %', /[Rr]esponded to emapalumab.* 34 children/, 'emapalumab response-rate'],
  ['equals 40 %', /set out to beat/, 'response-rate'],
  ['equals 70 %', /Went on to a transplant.* 27 children/, 'bridge-to-transplant'],
  ['equals 65 %', /Went on to a transplant.* 34 children/, 'bridge-to-transplant'],
  ['equals 74 %', /Alive.* 27 children/, 'emapalumab'],
  ['equals 71 %', /Alive.* 34 children/, 'emapalumab'],
  ['equals 10', /severe infection.* 34 children/, 'emapalumab'],
]);

holds('S71', "emapalumab in Still's disease (2025)", [
  ['equals 54 %', /Complete response.*week 8.*39 people.*21 of them/, 'emapalumab'],
  ['equals 82 %', /Clinical remission.*week 8.*39 people.*32 of them/, 'emapalumab'],
]);

holds('S72', 'emapalumab (US approval)', [['equals 27 %', /reaction to the infusion/, 'emapalumab infusion']]);

holds('S47', 'ruxolitinib (2022)', [
  ['equals 69.2 %', /Got better.*52 children/, 'ruxolitinib'],
  ['equals 42.3 %', /stayed away.*52 children/, 'ruxolitinib'],
  ['equals 73.1 %', /with added medicines.*52 children/, 'ruxolitinib'],
  ['equals 86.4 %', /Alive after 12 months.*52 children/, 'ruxolitinib'],
]);

holds('S62', 'leukemia after etoposide', [['about 2 years', /Time until/, 'therapy-related-aml']]);

holds('S48', 'tuberculosis (two reviews)', [
  ['equals 49 %', /Died.*63 reported.*mostly adults/, 'tuberculosis'],
  ['equals 39 %', /Died.*213 reported.*mostly adults/, 'tuberculosis'],
  ['equals 0', /Survived.*immune reaction alone, 13 reported/, 'tuberculosis'],
]);

holds('S581', 'tuberculosis (Kurver 2024)', [
  ['equals 28 %', /Died.*with drugs against tuberculosis, 96 adults/, 'tuberculosis'],
  ['equals 100 %', /Died.*without drugs against tuberculosis, 18 adults/, 'tuberculosis'],
]);

holds('S49', 'dengue (2019)', [
  ['equals 22 %', /Died, with severe dengue, 180 adults/, 'dengue'],
  ['equals 43 %', /Died.*21 adults with HLH by the HScore.*9 of them/, 'dengue'],
  ['equals 39 %', /Died.*31 adults with four or more HLH-2004 signs.*12 of them/, 'dengue'],
  ['equals 78 %', /Died.*9 adults with five or more HLH-2004 signs.*7 of them/, 'dengue'],
]);

holds('S60', 'adults in intensive care (Bichon 2021)', [
  ['equals 57 %', /Died.*260 adults.*half of them over 60, 47% with sepsis/, 'mortality'],
]);

holds('S78', 'adults with cancer (2023)', [
  [
    'equals 21 %',
    /Alive after one year, adults with HLH and cancer.*62 adults with HLH of any cause/,
    'malignancy-associated-hlh',
  ],
]);

test('figures of survival and death are hard news', () => {
  const ofLife = figures.filter(({ of }) => /\b(alive|survived|died|deaths?)\b/i.test(of));
  expect(ofLife.filter(({ hard }) => !hard)).toEqual([]);
});

test('no other source of the first 82', () => {
  const withCriteria = 'S1 S4 S5 S6 S7 S17 S20 S21 S22 S23 S25 S26 S28 S44 S46 S74'.split(' ');
  const others = figures.map(({ source }) => source).filter((source) => Number(source.slice(1)) <= 82);
  expect(new Set(others).difference(new Set([...held, ...withCriteria]))).toEqual(new Set());
});
