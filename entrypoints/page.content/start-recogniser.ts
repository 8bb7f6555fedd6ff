/** Starts the recogniser that the page script brings: the build's tables, and the engine as this page allows it. */
import engine from 'virtual:engine';
import tables from 'virtual:tables';
import { type StartEngine, startCompiled, startPlain } from '../../content/engine/start.ts';
import { createRecogniser, type Recogniser } from '../../content/recogniser.ts';

/** The rules of an extension's own pages forbid WebAssembly, and Firefox complains of every try. */
const startEngine: StartEngine = location.protocol.endsWith('-extension:')
  ? startPlain
  : (...given) => startCompiled(fromBase64(engine))(...given);

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export const startRecogniser = (): Recogniser => createRecogniser(tables, startEngine);
