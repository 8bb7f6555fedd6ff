import { passOf } from './tmp-pass.ts';
export default passOf(3);
