/** Starts the recogniser that the page script brings: the build's tables, and the engine as this page allows it. */
import engine from 'virtual:engine';
import tables from 'virtual:tables';
import { type StartEngine, startCompiled, startPlain } from '../../content/engine/start.ts';
import { buildRecogniser, type Recogniser, type Seams } from '../../content/recogniser.ts';

/** The rules of an extension's own pages forbid WebAssembly, and Firefox complains of every try. */
const startEngine: StartEngine = location.protocol.endsWith('-extension:')
  ? startPlain
  : (...given) => startCompiled(fromBase64(engine))(...given);

/** Not by `Uint8Array.from`, which takes six milliseconds when nothing is compiled yet. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}

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
