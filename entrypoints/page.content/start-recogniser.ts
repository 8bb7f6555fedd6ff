/** Starts the recogniser that the page script brings: the build's tables, and the engine as this page allows it. */
import engine from 'virtual:engine';
import tables from 'virtual:tables';
import { type StartEngine, startCompiled, startPlain } from '../../content/engine/start.ts';
import { buildRecogniser, type Recogniser, type Seams } from '../../content/recogniser.ts';

/** The rules of an extension's own pages forbid WebAssembly, and Firefox complains of every try. */
const startEngine: StartEngine = location.protocol.endsWith('-extension:') ? startPlain : startCompiled(engine);

/** The recogniser, which answers once the steps have been gone through. */
export function startRecogniser(): { recognise: Recogniser; steps: Iterator<void> } {
  let built: Recogniser | undefined;
  function* build(): Generator<void> {
    built = yield* buildRecogniser(tables, startEngine);
  }
  function ready(): Recogniser {
    if (!built) throw new Error('The recogniser is asked before it is built: go through its steps first');
    return built;
  }
  const recognise: Recogniser = Object.assign((text: string, seams?: Seams) => ready()(text, seams), {
    glance: (text: string) => ready().glance(text),
  });
  return { recognise, steps: build() };
}
