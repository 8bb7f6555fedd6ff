/** Starts the engine: compiled to WebAssembly, or as it stands where there is none to be had. */
import * as engine from './engine.ts';
import { type Asks, use } from './memory.ts';

/** The engine, on a memory of its own. */
type Engine = Pick<typeof engine, 'create' | 'beginText' | 'run'> & { memory: ArrayBuffer };

/** Makes an engine with so many bytes of memory. */
export type StartEngine = (size: number, asks: Asks) => Engine;

/** In JavaScript. */
export const startPlain: StartEngine = (size, asks) => {
  const memory = new ArrayBuffer(size);
  const on =
    <A extends unknown[], R>(act: (...given: A) => R) =>
    (...given: A) => {
      use(memory, asks);
      return act(...given);
    };
  const { create, beginText, run } = engine;
  return { memory, create: on(create), beginText: on(beginText), run: on(run) };
};

const pageOfMemory = 65_536;

/** In WebAssembly; the engine's bytes are the build's. A page's rules, or too many frames, may refuse it: then plain. */
export const startCompiled = (bytesOf: () => Uint8Array<ArrayBuffer>): StartEngine => {
  let module: WebAssembly.Module | undefined;
  return (size, asks) => {
    try {
      const memory = new WebAssembly.Memory({ initial: Math.ceil(size / pageOfMemory) });
      module ??= new WebAssembly.Module(bytesOf());
      const { exports } = new WebAssembly.Instance(module, { env: { memory }, asks: { ...asks } });
      return { ...(exports as unknown as Omit<Engine, 'memory'>), memory: memory.buffer };
    } catch {
      return startPlain(size, asks);
    }
  };
};
