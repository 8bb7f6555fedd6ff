/**
 * The page script and the card script run in one world of a frame, which the page does not see, and neither imports
 * the other. Here are the names that both go by.
 */

/** Under this the Bedside of a document stands in that world. */
export const bedsideKey = Symbol.for('bedside');

/** The element that holds the card. */
export const cardElement = 'bedside-card';
