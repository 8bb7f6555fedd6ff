/** What the id of a term looks like. */

/** In characters. */
export const longestId = 80;

/** True for lower-case letters and digits joined by single hyphens. */
export const isId = (text: string): boolean => text.length <= longestId && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
