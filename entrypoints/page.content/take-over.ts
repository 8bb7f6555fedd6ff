/** One Bedside per frame: a new load ends the one before it, so that nothing is marked or answered twice. */
import { removeStaleHosts } from './card-host.ts';

const key = Symbol.for('bedside');

type Holder = { [key]?: AbortController };

/** Begins a life whose signal ends everything that is started with it. */
export function takeOver(): AbortController {
  const holder = globalThis as Holder;
  holder[key]?.abort();
  removeStaleHosts();
  const life = new AbortController();
  holder[key] = life;
  return life;
}
