/** Teaches the engine what UTF-16 units are, one at a time, as texts first have them (fold.ts). */
import { foldedCode, isCapital, isRaised, kindOf } from '../fold.ts';
import { foldedAt, mostFolded, unitsAt, unitWord } from './tokens.ts';

/** What answers `learn` for an engine on this memory. */
export function learnInto(memory: ArrayBuffer): (code: number) => void {
  const words = new Int32Array(memory);
  let folded = 0;
  return (code) => {
    // First its kind, by which it is known what it folds to.
    const kind = kindOf(code);
    const text = foldedCode(code);
    let value = text.charCodeAt(0) || 0;
    if (text.length > 1) {
      // A page with more odd characters than there is room for: what is left of them is cut short.
      value = folded;
      for (const unit of text.slice(0, mostFolded - folded)) {
        words[(foldedAt >> 2) + folded] = unit.charCodeAt(0);
        folded += 1;
      }
    }
    words[(unitsAt >> 2) + code] = unitWord(kind, isCapital(code), isRaised(code), text.length, value);
  };
}
