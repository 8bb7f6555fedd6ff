/** Bedside's whole pass in one go: text assembly, recognition, senses, bookkeeping. */
import engine from 'virtual:engine';
import { startCompiled } from '../../../content/engine/start.ts';
import { createRecogniser } from '../../../content/recogniser.ts';
import { createSenses } from '../../../content/senses.ts';
import { createPageBook } from '../../../entrypoints/page.content/page-book.ts';
import { readText } from '../../../entrypoints/page.content/read-text.ts';
import type { Variant } from './variant.ts';

const bedside: Variant = ({ tables }) => {
  const bytes = Uint8Array.from(atob(engine), (letter) => letter.charCodeAt(0));
  const recognise = createRecogniser(tables, startCompiled(bytes));
  return () => {
    const book = createPageBook(recognise, createSenses(recognise), { show: () => {}, hide: () => {} });
    for (const reading of readText(document.documentElement)) if (reading.kind === 'block') book.enter(reading.block);
    book.settle();
    return book.marked().reduce((sum, { settled }) => sum + settled.length, 0);
  };
};
export default bedside;
