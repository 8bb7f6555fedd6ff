/** Serves Preact, with its warnings, to pages that are apps: they begin with `preactImports`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Server } from '../driver/server.ts';

const names = ['preact', 'preact/hooks', 'preact/debug', 'preact/devtools'];

export const preactImports = `<script type="importmap">${JSON.stringify({
  imports: Object.fromEntries(names.map((name) => [name, `/modules/${name}.js`])),
})}</script>`;

export function servePreact(server: Server): void {
  for (const name of names) {
    const body = readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8');
    server.serve({ [`/modules/${name}.js`]: { type: 'text/javascript', body: body.replace(/^\/\/# sourceMappingURL.*$/m, '') } });
  }
}
