import { once } from 'node:events';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorCode } from '@/lib/domain/errors';
import { stampRequestOrigin } from '@/lib/sessions/request-origin';
import { boundBody } from './bound-body';
import type { Config } from './config';
import { hasForeignOrigin } from './foreign-origin';
import type { Health } from './health';
import type { Log } from './log';
import type { NextApplication } from './next-application';
import { refuse } from './refuse';
import { setSecurityHeaders } from './security-headers';
import { StartError } from './start-error';
import type { SyncServer } from './sync/attach';
import { Turns, type TurnLimits } from './turns';

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
  readonly turns?: TurnLimits;
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const patienceWithRequests = 2_000;
/** How long somebody who is refused may go on sending, so that the answer reaches them. */
const patienceWithSenders = 10_000;
/** Longer than reverse proxies and browsers keep an idle connection, so that they never send into one that is just being closed. */
const keepIdleConnections = 65_000;
/** Pages: rendering more of them at once makes none of them come sooner. */
const pageTurns: TurnLimits = { atOnce: 16, waiting: 500, longestTurn: 5_000 };

/** The one HTTP server of the process: `/sync/…` upgrades go to the sync rooms, `/api/health` is answered here, the rest is Next's. */
export function createHttpServer({ config, log, next, sync, health, turns = pageTurns }: Parts): HttpServer {
  const pages = new Turns(turns);
  const underWay = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error, path: loggedPath(request) }, 'request failed');
      refuse(request, response, 'internal').catch(() => response.destroy());
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    stampRequestOrigin(request);
    setSecurityHeaders(request, response, config);
    if (!request.url?.startsWith('/')) return refuse(request, response, 'bad-request'); // `*`, or another host's address, to which Next would redirect
    if (!isDecodable(pathOf(request))) return turnAway(request, response, 'not-found'); // Next would answer a server error
    const allowed = allowedMethods(pathOf(request));
    if (allowed && !allowed.includes(request.method ?? '')) return turnAway(request, response, 'method-not-allowed', { allow: allowed.join(', ') });
    if (pathOf(request) === '/api/health') return answerHealth(request, response, health);
    if (!readingMethods.has(request.method ?? '')) {
      if (hasForeignOrigin(request, config.address)) return turnAway(request, response, 'foreign-origin');
      const tooLarge = (): Promise<void> => turnAway(request, response, 'too-large');
      if (!boundBody(request, tooLarge)) return tooLarge();
    }
    // what is sent to a page is done whether or not its sender stays
    if (!isPage(pathOf(request)) || !readingMethods.has(request.method ?? '')) return next.handle(request, response);
    if (pages.isFull) return refuse(request, response, 'unavailable', { connection: 'close', 'retry-after': '5' });
    await pages.take(response, () => next.handle(request, response));
  }

  server.keepAliveTimeout = keepIdleConnections;

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    stampRequestOrigin(request);
    if (pathOf(request).startsWith('/sync/')) return sync.handleUpgrade(request, socket, head); // which refuses in its own way
    if (hasForeignOrigin(request, config.address)) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    if (config.dev) return next.handleUpgrade(request, socket, head); // hot reload
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'); // in production Next would leave it open for ever
  });

  return { listen: () => listen(server, config), close: () => close(server, underWay) };
}

/**
 * Refuses a request whose body may still be on its way: who is sending would not hear an answer on a connection that is cut. What
 * comes is read and dropped, for a while.
 */
async function turnAway(request: IncomingMessage, response: ServerResponse, code: ErrorCode, headers: OutgoingHttpHeaders = {}): Promise<void> {
  const cut = setTimeout(() => request.socket.destroy(), patienceWithSenders);
  request.once('close', () => clearTimeout(cut));
  await refuse(request, response, code, headers);
  if (!response.writableFinished) await Promise.race([once(response, 'finish'), once(response, 'close')]);
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?', 1)[0] ?? '/';
}

/** False for `%ff` and the like: bytes that are no UTF-8. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** A path as it may stand in the log: an access link is a secret. */
function loggedPath(request: IncomingMessage): string {
  return pathOf(request).replace(/^\/access\/.*/, '/access/…');
}

/** A page; everything else is the API, or a file. */
function isPage(path: string): boolean {
  return !path.startsWith('/api/') && !path.startsWith('/_next/') && !/\.\w+$/.test(path);
}

/** How a path can be used, where Next would answer anything else with a server error; null: its own route says so. */
function allowedMethods(path: string): readonly string[] | null {
  if (isPage(path)) return ['GET', 'HEAD', 'POST']; // POST: the forms on it
  return path.startsWith('/api/') && path !== '/api/health' ? null : ['GET', 'HEAD'];
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

/** Websockets stay open: the sync rooms close them, after their last commit. */
async function close(server: Server, underWay: ReadonlySet<ServerResponse>): Promise<void> {
  server.close();
  server.closeIdleConnections();
  for (const until = Date.now() + patienceWithRequests; underWay.size > 0 && Date.now() < until; ) await sleep(20);
  server.closeAllConnections();
}
