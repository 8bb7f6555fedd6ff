/** Runs the programs that the packages bring. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

export type Ran = { ok: boolean; output: string };

/** Runs a program of `node_modules/.bin` in the project's folder. */
export async function run(program: string, parameters: string[]): Promise<Ran> {
  const child = spawn(`node_modules/.bin/${program}`, parameters, {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' },
  });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const status = await new Promise((ended) => {
    child.on('error', (error) => {
      output += error.message;
      ended(1);
    });
    child.on('close', ended);
  });
  return { ok: status === 0, output };
}

export const build = (browser: 'chrome' | 'firefox'): Promise<Ran> => run('wxt', ['build', '-b', browser]);
