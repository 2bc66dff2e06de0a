import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type AccordProcess, removeFolder, startAccord } from '../support/accord-process';
import { ensureBuilt } from '../support/ensure-built';
import { HttpClient } from '../support/http-client';
import { callAction } from '../support/server-actions';

/** Statements that fail are logged, what they were about is not: whoever reads a server's log may not read its scenarios. */

const marker = 'Kirschkuchen-7f3a';
let accord: AccordProcess;
let database: Client;

beforeAll(async () => {
  await ensureBuilt();
  accord = await startAccord({ env: { LOG_LEVEL: 'debug' } });
  database = new Client({ connectionString: await accord.databaseUrl() });
  await database.connect();
}, 300_000);
afterAll(async () => {
  await database?.end();
  await accord?.stop();
  if (accord) await removeFolder(accord.dataDir);
});

const logged = (text: string): Promise<void> => expect.poll(() => accord.output().includes(text), { timeout: 10_000, message: `the log says ${text}` }).toBe(true);

test('no line of the log holds what people wrote, or a secret', async () => {
  const anna = new HttpClient(accord.url);
  expect((await anna.signIn('anna@example.org', 'demo')).status).toBe(200);
  const { id } = (await (await anna.send('POST', '/api/scenarios', { format: 'accord-scenario', version: 1, scenario: { title: { en: 'T' } } })).json()) as { id: string };
  const refusing: Record<string, string> = {
    comments: `check (body not like '%${marker}%')`, // Postgres's own words hold the whole row
    people: `check (name not like '%${marker}%')`,
    scenarios: `check (summary::text not like '%${marker}%')`,
  };
  for (const [table, check] of Object.entries(refusing)) await database.query(`alter table ${table} add constraint refuse_marker ${check}`);

  // A route, an action, the room's own bookkeeping.
  expect((await anna.send('POST', `/api/scenarios/${id}/threads`, { item: 'scenario', body: `Who likes ${marker}?`, requestId: randomUUID() })).status).toBe(500);
  await logged('route failed');
  expect((await callAction(anna, '/admin', 'app/admin/actions.ts', 'invitePerson', [{ name: `Frau ${marker}`, email: 'new@example.org', delegationId: null }])).text).toContain('"code":"internal"');
  await logged('action failed');
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie: anna.cookie } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`ws://localhost:${accord.port}/sync`, id, doc, { WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket, disableBc: true });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  (doc.getMap('meta').get('title:en') as Y.Text).insert(0, marker);
  await logged('the summary could not be written');
  provider.destroy();

  // Tables that are away: sign-in, and a page, which Next itself reports.
  for (const table of ['sign_in_failures', 'access_links']) await database.query(`alter table ${table} rename to ${table}_away`);
  expect((await new HttpClient(accord.url).signIn(`${marker}@example.org`, `${marker} as password`)).status).toBe(401);
  await logged('sign-in');
  const token = `${marker}${'x'.repeat(30)}`;
  const page = await new HttpClient(accord.url).fetch(`/access/${token}`);
  const html = await page.text();
  expect(html).not.toContain('access_links');
  await logged('token_hash');

  const secrets = [marker, marker.toLowerCase(), token, anna.cookie.split('session-token=')[1]!.slice(0, 40), Buffer.from(marker).toString('base64').slice(0, 16)];
  for (const secret of secrets) expect(accord.output().split('\n').filter((line) => line.includes(secret))).toEqual([]);
  expect(accord.output()).toContain('"constraint":"refuse_marker"'); // enough to find the fault by
});
