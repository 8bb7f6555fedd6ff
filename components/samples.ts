/** Texts of our own with words to mark. In English whatever the reader's language, as the glossary is. */

/** Looks of marks are shown on it; every second piece is a marked word. */
export const lookSample = ['Her ', 'ferritin', ' was high, so the team looked at her ', 'bone marrow', '.'];

/** The page script marks it on the welcome page. */
export const welcomeSample =
  'HLH is short for hemophagocytic lymphohistiocytosis. A baby with HLH often has a fever that does not go away. ' +
  'The doctor may feel hepatosplenomegaly, and a blood test may show very high ferritin. ' +
  'A sample of bone marrow can show hemophagocytosis.';
