/** What speaks for HLH, and how well: criteria, scores and tests, typed by hand from their sources. */
import { describe, expect, test } from 'vitest';
import { criteriaIds, holds, holdsCriteria } from './held-figures.ts';

describe('criteria and scores, whole', () => {
  holdsCriteria('hlh-2004-criteria', 'S1', /^Five of the eight .* or a gene change/, [
    ['fever'],
    ['splenomegaly'],
    [
      'cytopenia',
      'Hemoglobin below 90 g/L from four weeks of age',
      'Hemoglobin below 100 g/L under four weeks of age',
      'Platelets below 100 ×10⁹/L',
      'Neutrophils below 1 ×10⁹/L',
    ],
    [
      'hypertriglyceridemia',
      'Triglycerides at least 3 mmol/L after fasting',
      'Triglycerides at least 265 mg/dL after fasting',
      'Fibrinogen at most 1.5 g/L',
    ],
    ['hemophagocytosis'],
    ['nk-cell-function-test'],
    ['hyperferritinemia', 'at least 500 µg/L'],
    ['soluble-il-2-receptor', 'at least 2400 U/mL'],
  ]);

  holdsCriteria('hscore', 'S5', /points of the nine items/, [
    ['immunosuppression', 'no: 0', 'yes: 18'],
    ['fever', 'below 38.4 °C: 0', 'from 38.4 to 39.4 °C: 33', 'above 39.4 °C: 49'],
    ['hepatosplenomegaly', 'neither: 0', 'one of them: 23', 'both: 38'],
    [
      'cytopenia',
      'Hemoglobin at most 92 g/L',
      'White blood cells at most 5 ×10⁹/L',
      'Platelets at most 110 ×10⁹/L',
      'none or one: 0',
      'two: 24',
      'all three: 34',
    ],
    ['ferritin', 'below 2000 µg/L: 0', 'from 2000 to 6000 µg/L: 35', 'above 6000 µg/L: 50'],
    ['triglycerides', 'below 1.5 mmol/L: 0', 'from 1.5 to 4 mmol/L: 44', 'above 4 mmol/L: 64'],
    ['fibrinogen', 'above 2.5 g/L: 0', 'at most 2.5 g/L: 30'],
    ['ast', 'below 30 U/L: 0', 'at least 30 U/L: 19'],
    ['hemophagocytosis', 'not seen: 0', 'seen: 35'],
  ]);

  holdsCriteria('2016-mas-classification-criteria', 'S6', /^Fever, high ferritin, and at least two of the other four/, [
    ['fever'],
    ['hyperferritinemia', 'above 684 µg/L'],
    ['platelet-count', 'at most 181 ×10⁹/L'],
    ['ast', 'above 48 U/L'],
    ['triglycerides', 'above 156 mg/dL', 'above 1.76 mmol/L'],
    ['fibrinogen', 'at most 3.6 g/L'],
  ]);

  test('no others', () => {
    expect(criteriaIds).toEqual(['hlh-2004-criteria', 'hscore', '2016-mas-classification-criteria']);
  });
});

holds('S1', 'HLH-2004 (Henter 2007)', [
  ['at least 5', /out of eight.*if no gene cause is proven/, 'hlh-2004-criteria'],
  ['at least 2', /out of three|Kinds of blood cells/, 'complete-blood-count lineage revised-hlh-2004-criteria'],
  ['below 90 g/L', /from 4 weeks/, 'hemoglobin anemia cytopenia'],
  ['below 90 g/L', /Hemoglobin.*four weeks of age and older/, 'revised-hlh-2004-criteria'],
  ['below 100 g/L', /under 4 weeks/, 'hemoglobin anemia cytopenia neonate'],
  ['below 100 g/L', /Hemoglobin.*under four weeks/, 'revised-hlh-2004-criteria'],
  ['below 9 g/dL', /Hemoglobin.*from 4 weeks/, 'milligrams-per-deciliter'],
  ['below 10 g/dL', /Hemoglobin.*under 4 weeks/, 'milligrams-per-deciliter'],
  ['below 100 ×10⁹/L', /any age/, 'platelet platelet-count thrombocytopenia'],
  ['below 100 ×10⁹/L', /Platelets/, 'cytopenia cells-per-microliter revised-hlh-2004-criteria'],
  ['below 1 ×10⁹/L', /any age/, 'neutrophil neutropenia absolute-neutrophil-count'],
  ['below 1 ×10⁹/L', /Neutrophils/, 'cytopenia cells-per-microliter revised-hlh-2004-criteria'],
  ['at least 3 mmol/L', /fasting/, 'triglycerides hypertriglyceridemia millimole-per-liter revised-hlh-2004-criteria'],
  ['at least 265 mg/dL', /Triglycerides.*fasting|same limit/, 'hypertriglyceridemia milligrams-per-deciliter'],
  ['at most 1.5 g/L', /Low enough|^Fibrinogen/, 'fibrinogen hypofibrinogenemia revised-hlh-2004-criteria'],
  ['at most 150 mg/dL', /Fibrinogen/, 'milligrams-per-deciliter'],
  ['at least 500 µg/L', /any age/, 'ferritin hyperferritinemia cut-off nanograms-per-milliliter'],
  ['at least 500 µg/L', /^Ferritin/, 'revised-hlh-2004-criteria'],
  ['at least 2400 U/mL', /any age/, 'soluble-il-2-receptor'],
  ['at least 2400 U/mL', /^Soluble IL-2 receptor/, 'revised-hlh-2004-criteria'],
  ['at least 2 standard deviations', /Soluble IL-2 receptor.*usual value for the age/, 'standard-deviation'],
]);

holds('S578', 'tables adapted from HLH-2004', [['at least 38.5 °C', /Fever.*any age/, 'hlh-2004-criteria']]);

holds('S4', 'the 2024 revision (Henter 2024)', [
  ['equals 97.4 %', /Accuracy of the (full )?HLH-2004 (criteria,|list)/, 'accuracy revised-hlh-2004-criteria'],
  ['equals 97.4 %', /with this test/, 'nk-cell-function-test'],
  ['equals 99 %', /Sensitivity of the (full )?HLH-2004/, 'sensitivity revised-hlh-2004-criteria'],
  ['equals 97.1 %', /Specificity of the (full )?HLH-2004/, 'specificity revised-hlh-2004-criteria'],
  ['equals 99 %', /Accuracy.*without (NK|this test)/, 'accuracy nk-cell-function-test'],
  ['equals 99 %', /without NK.* 366 .*341.*25.* 374 .* 329 and 361 /, 'revised-hlh-2004-criteria'],
  ['equals 96.2 %', /Sensitivity.*without NK/, 'revised-hlh-2004-criteria'],
  ['equals 99.5 %', /Specificity.*without NK/, 'revised-hlh-2004-criteria'],
  ['equals 99.1 %', /Accuracy of the best model.*17/, 'revised-hlh-2004-criteria'],
  ['equals 97.1 %', /Sensitivity of the best model/, 'revised-hlh-2004-criteria'],
  ['equals 99.5 %', /Specificity of the best model/, 'revised-hlh-2004-criteria'],
]);

holds('S5', 'HScore (Fardet 2014)', [
  ['from 0 to 337', /Possible points/, 'hscore'],
  ['equals 169', /Cut-off.*312 patients.*162 had.*104 had not.*46 were unclear/, 'hscore'],
  ['equals 93 %', /with HLH that the cut-off found/, 'hscore'],
  ['equals 86 %', /without HLH in whom it was negative/, 'hscore'],
  ['equals 90 %', /right group/, 'hscore'],
  ['below 1 %', /Chance of HLH.* 90 points/, 'hscore'],
  ['equals 1 %', /100 points/, 'hscore'],
  ['equals 3 %', /110 points/, 'hscore'],
  ['equals 5 %', /120 points/, 'hscore'],
  ['equals 9 %', /130 points/, 'hscore'],
  ['equals 16 %', /140 points/, 'hscore'],
  ['equals 25 %', /150 points/, 'hscore'],
  ['equals 40 %', /160 points/, 'hscore'],
  ['equals 54 %', /170 points/, 'hscore'],
  ['equals 70 %', /180 points/, 'hscore'],
  ['equals 80 %', /190 points/, 'hscore'],
  ['equals 88 %', /200 points/, 'hscore'],
  ['equals 93 %', /210 points/, 'hscore'],
  ['equals 96 %', /220 points/, 'hscore'],
  ['equals 98 %', /230 points/, 'hscore'],
  ['equals 99 %', /240 points/, 'hscore'],
  ['above 99 %', /250 points/, 'hscore'],
  ['equals 230 points', /with HLH, 162 patients/, 'median'],
  ['equals 125 points', /without HLH, 104 patients/, 'median'],
  ['from 203 to 257 points', /with HLH, 162 patients/, 'interquartile-range'],
  ['from 91 to 150 points', /without HLH, 104 patients/, 'interquartile-range'],
  ['equals 18', /HIV or.*long-term/, 'immunosuppression'],
  ['at least 38.4 °C', /from this temperature/, 'fever'],
  ['above 39.4 °C', /most fever points/, 'fever'],
  ['equals 23', /only the (liver|spleen) or only the (spleen|liver)/, 'splenomegaly hepatomegaly'],
  ['equals 38', /both/, 'hepatosplenomegaly'],
  ['equals 34', /all kinds of blood cells/, 'pancytopenia'],
  ['at most 92 g/L', /Counts as low/, 'hemoglobin'],
  ['at most 5 ×10⁹/L', /low/, 'leukopenia white-blood-cell-count'],
  ['at most 110 ×10⁹/L', /Counts as low/, 'platelet-count'],
  ['from 2000 to 6000 µg/L', /middle/, 'ferritin'],
  ['above 6000 µg/L', /highest/, 'ferritin'],
  ['at least 1.5 mmol/L', /Gives points/, 'triglycerides'],
  ['at most 2.5 g/L', /Gives points/, 'fibrinogen'],
  ['at least 30 U/L', /Gives points/, 'ast'],
]);

holds('S6', 'macrophage activation syndrome (Ravelli 2016)', [
  ['at least 2', /out of the four besides ferritin.*fever and known or suspected/, '2016-mas-classification-criteria'],
  ['above 684 µg/L', /known or suspected/, 'ferritin hyperferritinemia'],
  ['above 684 ng/mL', /Ferritin.*fever and known or suspected/, 'macrophage-activation-syndrome'],
  ['at most 181 ×10⁹/L', /known or suspected/, 'platelet-count thrombocytosis'],
  ['at most 181 ×10⁹/L', /Platelets/, 'macrophage-activation-syndrome'],
  ['above 48 U/L', /known or suspected/, 'ast'],
  ['above 48 U/L', /AST/, 'macrophage-activation-syndrome'],
  ['above 156 mg/dL', /Triglycerides/, 'macrophage-activation-syndrome'],
  ['above 1.76 mmol/L', /known or suspected/, 'triglycerides'],
  ['at most 360 mg/dL', /Fibrinogen/, 'macrophage-activation-syndrome'],
  ['at most 3.6 g/L', /known or suspected/, 'fibrinogen'],
]);

holds('S44', 'MH score (Minoia 2017)', [
  ['from 0 to 123 points', /Possible/, 'mh-score'],
  ['at most 1.6 years', /Age at the start \(37 points\)/, 'mh-score'],
  ['at most 1.4 ×10⁹/L', /Neutrophils \(37 points\)/, 'mh-score'],
  ['at most 131 mg/dL', /Fibrinogen \(15 points\)/, 'mh-score'],
  ['equals 12 points', /Large spleen/, 'mh-score'],
  ['at most 78 ×10⁹/L', /Platelets \(11 points\)/, 'mh-score'],
  ['at most 8.3 g/dL', /Hemoglobin \(11 points\)/, 'mh-score'],
]);

holds('S141', 'MS score (Minoia 2019)', [
  ['at least -2.1', /fever and known or suspected sJIA/, 'ms-score'],
  ['from -8.4 to 41.8', /Possible/, 'ms-score'],
  ['equals 2.44', /brain or nerves, add/, 'ms-score'],
  ['equals 1.54', /Bleeding, add/, 'ms-score'],
  ['equals -1.3', /arthritis, add/, 'ms-score'],
  ['equals -0.003', /Platelets, multiplied/, 'ms-score'],
  ['equals 0.001', /LDH, multiplied/, 'ms-score'],
  ['equals -0.004', /Fibrinogen, multiplied.*mg\/dL/, 'ms-score'],
  ['equals 0.0001', /Ferritin, multiplied.*ng\/mL/, 'ms-score'],
]);

holds('S28', 'OHI index (Zoref-Lorenz 2022)', [
  ['above 3900 U/mL', /sCD25.*blood cancer/, 'ohi-index'],
  ['above 1000 ng/mL', /^Ferritin.*blood cancer/, 'ohi-index'],
  ['equals 84 %', /Sensitivity/, 'ohi-index'],
  ['equals 81 %', /Specificity/, 'ohi-index'],
  ['equals 4.3 times', /Deaths/, 'ohi-index'],
  ['from 3 to 6.2 times', /95% confidence interval/, 'ohi-index'],
]);

holds('S7', 'EULAR and ACR (Shakoory 2023)', [
  ['equals 6', /General statements.*2022/, 'eular-acr-points-to-consider'],
  ['equals 24', /Points to consider.*2022/, 'eular-acr-points-to-consider'],
]);

holds('S46', "EULAR and PReS, Still's disease (2024)", [
  ['equals 4', /General principles.*2024/, 'still-s-disease'],
  ['equals 14', /Recommendations.*2024/, 'still-s-disease'],
]);

holds('S20', 'ferritin in children (Allen 2008)', [
  [
    'above 10000 µg/L',
    /^(Very high|Very telling).*children in one (US|American) hospital/,
    'ferritin hyperferritinemia',
  ],
  ['equals 90 %', /Sensitivity.*above 10,000 µg\/L.*children/, 'ferritin hyperferritinemia'],
  ['equals 96 %', /Specificity.*children.*hospital/, 'ferritin hyperferritinemia specificity'],
]);

holds('S21', 'ferritin in adults (Schram 2015)', [
  ['equals 98 %', /same specificity, as a later paper quotes it/, 'ferritin'],
  ['above 50000 µg/L', /other causes.*113 adults/, 'hyperferritinemia'],
  ['above 50000 µg/L', /113 adults.*kidney failure, liver injury, infection or blood cancer/, 'ferritin'],
]);

holds('S22', 'ferritin (Lehmberg 2014)', [
  ['equals 2000 µg/L', /higher cut-off for ferritin/, 'cut-off'],
  ['equals 70 %', /Sensitivity/, 'cut-off'],
  ['equals 68 %', /Specificity/, 'cut-off'],
]);

holds('S23', 'soluble IL-2 receptor in adults (Hayden 2017)', [
  ['equals 2515 U/mL', /worked best.*78 adults/, 'soluble-il-2-receptor'],
  ['equals 100 %', /Sensitivity of this cut-off/, 'soluble-il-2-receptor'],
  ['equals 72.5 %', /Specificity of this cut-off/, 'soluble-il-2-receptor'],
  ['at most 2400 U/mL', /HLH very unlikely.*adults/, 'soluble-il-2-receptor'],
  ['above 10000 U/mL', /Pointed strongly.*adults/, 'soluble-il-2-receptor'],
  ['equals 93 %', /Specificity of a value above 10,000/, 'soluble-il-2-receptor'],
  ['usual from 241 to 846 U/mL', /^adults/, 'soluble-il-2-receptor'],
]);

holds('S25', 'tests of killer cells (Rubin 2017)', [
  ['equals 96.6 %', /Sensitivity (for|of the perforin)/, 'perforin-test sensitivity'],
  ['equals 99.5 %', /Specificity (for|of the perforin)/, 'perforin-test specificity'],
  ['equals 93.8 %', /Sensitivity/, 'cd107a-assay'],
  ['equals 73 %', /Specificity/, 'cd107a-assay'],
  ['equals 59.5 %', /Sensitivity (for|of the NK)/, 'nk-cell-function-test sensitivity'],
  ['equals 72 %', /Specificity/, 'nk-cell-function-test'],
]);

holds('S26', 'hemophagocytosis (Goel 2012)', [
  ['equals 83 %', /Sensitivity/, 'hemophagocytosis'],
  ['equals 60 %', /Specificity.*6 samples of 3 patients.*20 people without/, 'hemophagocytosis'],
]);

holds('S74', 'familial HLH (2011)', [['about 67 %', /First bone marrow sample that did not/, 'hemophagocytosis']]);

holds('S17', 'gene panel (Gadoury-Levin 2020)', [
  ['equals 10.4 %', /definite.*1,?892 people/, 'gene genetic-testing'],
  ['equals 12 %', /may be the cause.*1892 people.*227/, 'genetic-testing'],
  ['equals 17.8 %', /X-linked.*197 people/, 'genetic-testing'],
]);

holds('own', 'not looked up', [
  ['at least 60 points', /speaks for primary HLH/, 'mh-score'],
  ['at least 3 cm', /below the ribs.*HLH-94/, 'splenomegaly'],
]);
