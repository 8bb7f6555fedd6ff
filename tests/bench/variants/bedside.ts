/** Bedside as it goes over a page that has just opened. */
import { passOf } from './bedside-pass.ts';

/** As many stretches as are near the viewport then. */
const nearby = 3;

export default passOf(nearby);
