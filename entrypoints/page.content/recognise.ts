/** The recogniser that the page script brings: the build's tables, and the engine as this page allows it. */
import engine from 'virtual:engine';
import takeTables from 'virtual:tables';
import { type StartEngine, startCompiled, startPlain } from '../../content/engine/start.ts';
import { createRecogniser, type Recogniser, type Seams } from '../../content/recogniser.ts';

/** The rules of an extension's own pages forbid WebAssembly, and Firefox complains of every try. */
const startEngine: StartEngine = location.protocol.endsWith('-extension:') ? startPlain : startCompiled(engine);

let made: Recogniser | undefined;

function ready(): Recogniser {
  made ??= createRecogniser(takeTables(), startEngine);
  return made;
}

/** Made when it is first asked, if only about an empty text: one for all lives of this script, as its tables are given once. */
export const recognise: Recogniser = Object.assign((text: string, seams?: Seams) => ready()(text, seams), {
  glance: (text: string) => ready().glance(text),
});
