/** Compiles the engine of recognition to WebAssembly, for the import `virtual:engine`, which gives its bytes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';
import type { Plugin } from 'vite';
import { root } from './run.ts';

const id = 'virtual:engine';
const folder = `${root}content/engine/`;

/** What content/engine/memory.ts is to JavaScript. */
const memory = `
  @inline export function byte(at: i32): i32 { return load<u8>(at); }
  @inline export function word(at: i32): i32 { return load<i32>(at); }
  @inline export function four(at: i32): i32 { return load<i32>(at); }
  @inline export function zeros(value: i32): i32 { return ctz(value); }
  @inline export function setByte(at: i32, value: i32): void { store<u8>(at, value); }
  @inline export function setWord(at: i32, value: i32): void { store<i32>(at, value); }
  @inline export function times(one: i32, other: i32): i32 { return one * other; }
  @external("asks", "learn") export declare function learn(code: i32): void;
  @external("asks", "parted") export declare function parted(before: i32, after: i32): bool;
`;

/** What is called from outside; all else is inlined, or left away. */
const calls = "export { create, beginText, run } from './engine';";

const ours: Record<string, string> = { 'memory.ts': memory, 'calls.ts': calls };

/** AssemblyScript names modules without their endings. */
const inAssembly = (source: string) => source.replace(/from '(\.\/\w+)\.ts'/g, "from '$1'");

/**
 * Compiles the engine.
 * @throws an Error with the compiler's words where it finds fault.
 */
async function compileEngine(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ['calls.ts', '--outFile', 'engine.wasm', '-O3z', '--runtime', 'stub', '--importMemory', '--noExportMemory'],
    {
      readFile: (name) => {
        const own = name in ours ? ours[name] : undefined;
        return own ?? (existsSync(folder + name) ? inAssembly(readFileSync(folder + name, 'utf8')) : null);
      },
      writeFile: (_name, contents) => {
        binary = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`The engine cannot be compiled: ${stderr.toString()}`);
  return binary;
}

/** Gives the bytes, which travel in base 64. `Uint8Array.from` takes six milliseconds when nothing is compiled yet. */
const moduleOf = (base64: string) => `
  export default () => {
    const letters = atob(${JSON.stringify(base64)});
    const bytes = new Uint8Array(letters.length);
    for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
    return bytes;
  };
`;

export function buildEngine(): Plugin {
  return {
    name: 'bedside:engine',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(asked) {
      if (asked !== `\0${id}`) return undefined;
      for (const file of readdirSync(folder)) this.addWatchFile(folder + file);
      return moduleOf(Buffer.from(await compileEngine()).toString('base64'));
    },
  };
}
