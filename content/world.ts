/**
 * The scripts of a page run in one world of a frame, which the page does not see, and none imports another. Here is
 * what they have in common.
 */

/** Types of documents that are pages to read: not drawings, not data, not a viewer's. */
export const readableTypes: readonly string[] = ['text/html', 'application/xhtml+xml', 'text/plain'];

/** Under this the Bedside of a document stands in that world. */
export const bedsideKey = Symbol.for('bedside');

/** The element that holds the card. */
export const cardElement = 'bedside-card';
