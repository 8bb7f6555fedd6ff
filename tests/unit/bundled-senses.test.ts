/** The right sense or none, with the bundled glossary: words that were once marked wrongly, or missed. */
import { expect, test } from 'vitest';
import { recognise } from './bundled.ts';
import { heading, marksOf, passagesOf, settlePage } from './page.ts';

const hlh = 'HLH → hemophagocytic-lymphohistiocytosis';

test.each([
  ['Proteins with the HLH motif bind DNA at the E-box as a transcription factor.'],
  ['Id proteins have a helix-loop-helix (HLH) domain.'],
  ['The HLH domain of a bHLH transcription factor such as MyoD allows dimerization.'],
  ['HLH'],
  ['HLH Holdings shares rose.'],
])('HLH is not marked in %j', (text) => {
  expect(marksOf(recognise, text)).not.toContain(hlh);
});

test.each([
  ['Hemophagocytic syndrome (HLH) in a child with high ferritin.'],
  ['HLH was diagnosed by ferritin and hemophagocytosis.'],
  ['What are the signs of familial HLH? Babies with HLH have high ferritin.'],
  ['haemophagocytic lymphohistiocytosis (HLH)'],
])('HLH is marked in %j', (text) => {
  expect(marksOf(recognise, text).filter((mark) => mark.includes('HLH')).length).toBeGreaterThan(0);
});

const letter = 'He had a fever, and was given etoposide and dexamethasone.';
test.each([
  ['A car with ALL season tyres went by.', false],
  ['With ALL due respect, we were not told.', false],
  ['His cousin with ALL, a leukemia, is well.', true],
])('below a letter, ALL in %j is marked: %j', (text, isMarked) => {
  expect(marksOf(recognise, letter, text).some((mark) => mark.startsWith('ALL'))).toBe(isMarked);
});

// The parts of a compound: its last word still means HLH; another word that only contains the letters does not.
test.each<[string, boolean]>([
  ['non-HLH', true],
  ['anti-HLH', true],
  ['pre-HLH', true],
  ['post-HLH', true],
  ['HLH-directed', true],
  ['peri-HLH', true],
  ['HLHs-like', true],
  ['bHLH', false],
  ['HLHS', false],
  ['rHLHx', false],
  ['HLH2', false],
])('of the compound %j the letters HLH are marked: %j', (compound, isMarked) => {
  const marks = marksOf(recognise, `Ferritin and splenomegaly in ${compound} patients with hyperinflammation.`);
  expect(marks.some((mark) => /^HLHs? → hemophagocytic-lymphohistiocytosis/.test(mark))).toBe(isMarked);
});

test('an HLH-like illness has a card of its own', () => {
  expect(marksOf(recognise, 'An HLH-like illness with hyperferritinemia.')).toContain('HLH-like illness → hlh-like');
});

test('NK is marked where the page calls the cells natural killer (NK) cells', () => {
  expect(marksOf(recognise, 'Natural Killer (NK) cells.', 'NK in HLH.')).toContain('NK → natural-killer-cell');
});

const spoken = (marked: readonly string[]) => marked.map((mark) => mark.split(' → ')[0]?.toLowerCase());

test.each([
  ['FHL3', 'FHL3, treated with etoposide.'],
  ['MAS', 'CXCL9 and IL-18 tell them from MAS.'],
  ['recessive', 'The condition is recessive: one altered copy does no harm.'],
  ['carrier', 'A carrier has one altered copy.'],
  ['carrier status', 'Carrier status: one altered copy.'],
  ['remission', 'She has been in remission for a year.'],
  ['OS', 'The endpoints were OS and PFS.'],
  ['OS', 'The endpoint was OS.'],
  ['diarrhea', 'Bloody diarrhea.'],
  ['donor', 'A blood-donor bus.'],
  ['PCR', 'PCR of cDNA from mice.'],
  ['HLH', 'Parents of a child with HLH.'],
  ['HLH', 'Graft-versus-host disease after HLH.'],
  ['antibiotic', 'An antibiotic.'],
  ['fever', 'A hot knee with a fever.'],
  ['steroid', 'Do steroid jabs help?'],
  ['transplant', 'Some go to transplant.'],
  ['chemo', 'Chemo can do that.'],
  ['jaundice', 'A jaundice.'],
  ['diagnosis', 'A diagnosis of dementia.'],
  ['remission', 'He was in remission at the hearing.'],
  ['discharged', 'He was discharged after it.'],
  ['consent', 'One person with parental responsibility may consent.'],
  ['vomiting', 'Ginger helps with vomiting.'],
  ['vomiting', 'A vomiting bug.'],
  ['FHL2', 'It is the inherited kind, FHL2.'],
  ['lethargic', 'She felt lethargic.'],
  ['drowsy', 'A head injury, and drowsy.'],
  ['spleen', 'Your spleen is soft.'],
  ['mutations', 'Mice and a plasmid: lymphoma often has mutations.'],
  ['discharge', 'Patients stayed for want of care homes; discharge before noon is rare.'],
  ['median', 'The median wait for a planned operation.'],
  ['relapsing', 'It is chronic and relapsing.'],
  ['symptoms', 'Her symptoms vary.'],
  ['protein', 'A protein engineer.'],
  ['trial', 'A trial readout is due.'],
  ['rash', 'Look for ticks and a rash.'],
  ['dehydration', 'Carry water against dehydration.'],
  ['variant', 'A variant in families.'],
  ['reference range', 'The reference range beside its LOINC code.'],
])('%s is marked in %j', (word, text) => {
  expect(spoken(marksOf(recognise, text))).toContain(word.toLowerCase());
});

test.each([
  ['An irritable witness spoke of ferritin.', 'ferritin → ferritin'],
  ['Leukemia cells that lost the HLH.', 'Leukemia cells → leukemic-cell'],
  ['It acquired makers of antibiotics for an undisclosed sum.', 'antibiotics → antibiotic'],
])('only the certain word is marked in %j', (text, mark) => {
  expect(marksOf(recognise, text)).toEqual([mark]);
});

test('seizures are marked where the page told of meningitis and a lumbar puncture', () => {
  const page = [
    heading('Facts'),
    { text: 'Meningitis was missed; no lumbar puncture was done.' },
    heading('Courts'),
    { text: 'The trial took four days.' },
    heading('Conclusion'),
    { text: 'It would have avoided the seizures.' },
  ];
  const said = settlePage(recognise, passagesOf(page)).flat();
  expect(said.map(({ term }) => term)).toEqual(['meningitis', 'lumbar-puncture', 'seizure']);
});

test.each([
  ['HR', 'hazard-ratio', 'Survival was better with early treatment (adjusted HR 0.61, 95% CI 0.4 to 0.9).'],
  ['HR', 'heart-rate', 'On arrival: HR 152, BP 88/50, SpO2 97% in air.'],
  ['RR', 'relative-risk', 'The RR of death was 1.8 (95% CI 1.2 to 2.6) in the treated cohort.'],
  ['RR', 'respiratory-rate', 'Obs: RR 48, HR 152, temp 39.1.'],
  ['RA', 'rheumatoid-arthritis', 'She has RA and takes methotrexate for her joints.'],
  ['RA', 'room-air', 'Oxygen by night, RA by day, sats 97.'],
  ['PT', 'prothrombin-time', 'PT 18 seconds, INR 1.6, fibrinogen low.'],
  ['PT', 'physical-therapy', 'INR, fibrinogen and D-dimer were fine; PT twice a day.'],
  ['OS', 'overall-survival', 'The secondary endpoints were PFS and OS after transplant.'],
  ['OS', 'omenn-syndrome', 'Infants with OS have a red rash, eosinophilia and changes in RAG1 or RAG2.'],
])('%s means %s in %j', (word, term, text) => {
  expect(marksOf(recognise, text).filter((mark) => mark.startsWith(`${word} `))).toEqual([`${word} → ${term}`]);
});

// On a page about our subject: the word itself says that it is about something else.
const about =
  'Ferritin, lymphadenopathy, autosomal inheritance, immunodeficiency, macrophages, engraftment, diagnostic accuracy.';
test.each([
  ['MAS', 'MAS in wheat.'],
  ['PID', 'PID control of a pump.'],
  ['AR', 'An AR(1) process is stationary.'],
  ['recurrence', 'The recurrence risk for a brother is 2%.'],
  ['sodium', 'Blood in sodium heparin.'],
  ['specificity', 'The specificity of each clone was checked.'],
  ['fungus', 'Honey fungus.'],
  ['sensitivity', 'No growth; sensitivity was not performed.'],
  ['trigger', 'It applied a trigger of thirty days.'],
  ['outlook', 'A good outlook on parking.'],
  ['acute', 'Acute despair.'],
  ['spinal tap', 'Spinal Tap on headphones.'],
  ['medians', 'Medians, and who is richer.'],
  ['donors', 'Donors have pledged the sum.'],
  ['infiltration', 'Water infiltration above the roof.'],
  ['dominant', 'A dominant fleece.'],
  ['recessive', 'Yellow bands are recessive in these bees.'],
  ['organ', 'The organ and its low notes.'],
  ['acute', 'An acute one, among the shortages.'],
  ['inherits', 'He inherits the captaincy.'],
  ['discharges', 'The charger discharges.'],
  ['transplant', 'It can transplant organs.'],
  ['chronic', 'A chronic problem.'],
  ['trial', 'The trial was about causation.'],
  ['graft', 'A graft of hamstring.'],
])('%s is not marked in %j', (word, text) => {
  expect(spoken(marksOf(recognise, about, text))).not.toContain(word.toLowerCase());
});

test.each([
  ['Enter the CVC, the three digits on the back of your card.'],
  ['Convert HSV to RGB, then turn the hue.'],
  ['ICU gives collation and locale data for Unicode.'],
  ['Take the Central line to Stratford.'],
  ['Lions are the natural killers of the savanna.'],
  ['A reference value is copied by address, not by content.'],
  ['Check the carrier status of your parcel.'],
  ['The server sent a complete response in 20 ms.'],
  ['It fits the car. ALL rights reserved. ALL sizes.'],
  ['Sign the consent form for cookies.'],
  ['The lethality of the weapon was debated.'],
  ['Parliament voted for supportive measures.'],
  ['The constellation Lupus lies near Centaurus.'],
  ['CAR hire, PT Cruiser, IT support, AD 79, a DC motor.'],
  ['MAS flies from Kuala Lumpur.'],
  ['The CSS parser builds an AST; PID 1 is init.'],
  ['A graft of roses; the carrier and its flare.'],
  ['A donor of books.'],
  ['The scrap radio is the donor: I can graft its board.'],
  ['A tissue sample of the oak.'],
  ['Election fever, a sign of shock, and a trigger for the organ.'],
  ['He led the flare of the trial, with an acute sense of relapse.'],
])('nothing is marked on a page of another world: %j', (text) => {
  expect(marksOf(recognise, text)).toEqual([]);
});
