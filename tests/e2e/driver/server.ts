/**
 * The web that the tests see: one server on loopback, under as many site names as a test wants. It is the
 * browser's proxy for every other host too, so that nothing leaves the machine.
 */
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer =
  | string
  | { body: string | Uint8Array; type?: string; status?: number; headers?: OutgoingHttpHeaders };
type Served = Answer | ((request: IncomingMessage) => Answer | Promise<Answer>);

export type Server = {
  port: number;
  /** `http://localhost:PORT`, and `http://127.0.0.1:PORT`, which is another site. */
  origin: string;
  other: string;
  /** A path's address on a host: `localhost`, `127.0.0.1`, or any name below localhost, such as `a.b.localhost`. */
  at(path: string, host?: string): string;
  /** Adds pages by path, the same on every host. A string is HTML. */
  serve(pages: Record<string, Served>): void;
  owns(address: string): boolean;
  close(): Promise<void>;
};

const ownHost = /^(.+\.)?localhost$|^127\.0\.0\.1$/;

export async function startServer(): Promise<Server> {
  const served = new Map<string, Served>([['/favicon.ico', { body: '', status: 204 }]]);

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const { hostname, pathname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (!ownHost.test(hostname)) return { body: `${hostname} is outside the tests`, status: 502 };
    const found = served.get(pathname);
    if (found === undefined) return { body: `Nothing is served at ${pathname}`, status: 404 };
    return typeof found === 'function' ? found(request) : found;
  }

  const http = createServer((request, response) => {
    answerTo(request).then(
      (answer) => {
        const { body, type, status, headers } = typeof answer === 'string' ? { body: answer } : answer;
        response.writeHead(status ?? 200, { 'Content-Type': type ?? 'text/html; charset=utf-8', ...headers });
        response.end(body);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  http.on('connect', (_request, socket) => socket.end('HTTP/1.1 502 Outside the tests\r\n\r\n'));
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const { port } = http.address() as AddressInfo;
  const at = (path: string, host = 'localhost') => `http://${host}:${port}${path}`;

  return {
    port,
    origin: at(''),
    other: at('', '127.0.0.1'),
    at,
    serve(pages) {
      for (const [path, answer] of Object.entries(pages)) served.set(path, answer);
    },
    owns: (address) => {
      const url = new URL(address);
      return url.port === String(port) && ownHost.test(url.hostname);
    },
    close: () =>
      new Promise((closed) => {
        http.close(() => closed());
        http.closeAllConnections();
      }),
  };
}
