import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Config } from './config';
import type { Health } from './health';
import type { Log } from './log';
import type { NextApplication } from './next-application';
import { StartError } from './start-error';
import type { SyncServer } from './sync/attach';

export interface HttpServer {
  /** @throws StartError if the address is taken */
  listen(): Promise<void>;
  /** Takes nothing new, lets requests under way end, then cuts what is left. */
  close(): Promise<void>;
}

interface Parts {
  readonly config: Config;
  readonly log: Log;
  readonly next: NextApplication;
  readonly sync: SyncServer;
  readonly health: () => Promise<Health>;
}

const patienceWithRequests = 2_000;

/** The one HTTP server of the process: `/sync/…` upgrades go to the sync rooms, `/api/health` is answered here, the rest is Next's. */
export function createHttpServer({ config, log, next, sync, health }: Parts): HttpServer {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, url: request.url }, 'request failed');
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (pathOf(request) === '/api/health') return answerHealth(request, response, health);
    await next.handle(request, response);
  }

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (pathOf(request).startsWith('/sync/')) return sync.handleUpgrade(request, socket, head);
    next.handleUpgrade(request, socket, head).catch(() => socket.destroy());
  });

  return { listen: () => listen(server, config), close: () => close(server) };
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

async function answerHealth(request: IncomingMessage, response: ServerResponse, health: () => Promise<Health>): Promise<void> {
  const state = await health();
  response.writeHead(state.status === 'ok' ? 200 : 503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(state));
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' ? 'is already in use; choose another PORT' : `cannot be used (${error.message})`;
      reject(new StartError(`The address ${host}:${port} ${taken}.`));
    });
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patienceWithRequests);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
