import { type ClientRequest, type IncomingMessage, request, type RequestOptions } from 'node:http';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '@/server/config';
import { createHttpServer, type HttpServer } from '@/server/http-server';
import { createLog } from '@/server/log';
import { freePort } from '../support/accord-process';

/* Real sockets on the process's own HTTP server; in the place of Next stands what renders a page when the test says so. */

const turns = { atOnce: 2, waiting: 3, longestTurn: 60_000 };
let port: number;
let server: HttpServer;
/** What is being rendered, or has been, by its address; calling it ends the page. */
let rendering: Map<string, () => void>;
let sent: ClientRequest[];

async function start(limits = turns): Promise<void> {
  port = await freePort();
  rendering = new Map();
  sent = [];
  server = createHttpServer({
    config: readConfig({ PORT: String(port), DATA_DIR: '/nonexistent' }),
    log: createLog('silent'),
    next: {
      handle: (asked, response) =>
        new Promise<void>((resolve) =>
          rendering.set(asked.url!, () => {
            if (!response.writableEnded) response.end(asked.url);
            resolve();
          }),
        ),
      handleUpgrade: (_request, socket) => socket.destroy(),
      close: async () => {},
    },
    sync: { handleUpgrade: (_request, socket) => socket.destroy(), health: async () => 'ok', close: async () => {} },
    health: async () => ({ status: 'ok', database: 'ok', sync: 'ok' }),
    turns: limits,
  });
  await server.listen();
}
beforeEach(() => start());
async function stop(): Promise<void> {
  for (const end of rendering.values()) end();
  for (const each of sent) each.destroy();
  await server.close();
}
afterEach(stop);

interface Asked {
  readonly request: ClientRequest;
  readonly answer: Promise<IncomingMessage>;
}
/** By its number: names are looked up in threads, so that what is asked first may arrive second. */
function ask(path: string, { headers, ...options }: RequestOptions & { readonly headers?: Record<string, string> } = {}): Asked {
  const asking = request({ host: '127.0.0.1', port, path, agent: false, headers: { host: `localhost:${port}`, ...headers }, ...options });
  sent.push(asking);
  const answer = once(asking, 'response').then(([response]) => (response as IncomingMessage).resume());
  answer.catch(() => {}); // who goes away hears nothing
  asking.on('error', () => {}).end();
  return { request: asking, answer };
}
function leave({ request: asking }: Asked): Promise<void> {
  return new Promise((resolve) => asking.once('close', resolve).destroy());
}
const status = async ({ answer }: Asked): Promise<number> => (await answer).statusCode!;
const rendered = (): string[] => [...rendering.keys()];
const end = (path: string): void => rendering.get(path)!();
/** Pages that are being rendered, and others that wait: each has arrived before the next is asked for. */
async function asked(...paths: string[]): Promise<Asked[]> {
  const all: Asked[] = [];
  for (const path of paths) {
    all.push(ask(path));
    // what the server answers by itself comes after what was asked before
    expect(await status(ask('/api/health'))).toBe(200);
  }
  return all;
}

it('renders so many pages at once, and the others in the order in which they were asked for', async () => {
  const all = await asked('/1', '/2', '/3', '/4');
  expect(rendered()).toEqual(['/1', '/2']); // the others have arrived and wait
  end('/2');
  expect(await status(all[1]!)).toBe(200);
  await expect.poll(rendered).toEqual(['/1', '/2', '/3']);
  for (const path of ['/1', '/3']) end(path);
  await expect.poll(rendered).toEqual(['/1', '/2', '/3', '/4']);
  end('/4');
  expect(await Promise.all(all.map(status))).toEqual([200, 200, 200, 200]);
});

it('never renders a page for somebody who has gone before its turn', async () => {
  const [first, second, ...gone] = await asked('/1', '/2', '/gone-1', '/gone-2', '/gone-3');
  await Promise.all(gone.map(leave));
  expect(await status(ask('/api/health'))).toBe(200);
  const [stays] = await asked('/stays');
  for (const path of ['/1', '/2']) end(path);
  expect(await Promise.all([first!, second!].map(status))).toEqual([200, 200]);
  await expect.poll(rendered).toEqual(['/1', '/2', '/stays']);
  end('/stays');
  expect(await status(stays!)).toBe(200);
});

it('turns away who comes when too many wait, and says when to come again; the rest of Accord waits for nothing', async () => {
  await asked('/1', '/2', '/3', '/4', '/5');
  const refused = await ask('/6').answer;
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
  ask('/api/scenarios');
  ask('/_next/static/chunk.js');
  ask('/sent', { method: 'POST', headers: { origin: `http://localhost:${port}` } });
  await expect.poll(rendered).toEqual(['/1', '/2', '/api/scenarios', '/_next/static/chunk.js', '/sent']);
});

it('waits only so long for a page that is not done: perhaps its reader is slow', async () => {
  await stop();
  await start({ ...turns, longestTurn: 50 });
  await asked('/1', '/2', '/3');
  await expect.poll(rendered).toEqual(['/1', '/2', '/3']);
  for (const path of ['/1', '/2', '/3']) end(path);
  const more = await asked('/4', '/5');
  for (const path of ['/4', '/5']) end(path);
  expect(await Promise.all(more.map(status))).toEqual([200, 200]);
});
