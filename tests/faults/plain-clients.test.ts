import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readUpdatesAfter } from '@/lib/log/read-updates-after';
import { closeCodes } from '@/lib/sync/close-codes';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { nextClose, plainClient, untilAwareness, untilDoc, untilSynced, type PlainClient } from './support/clients';
import { canonicalState, createPerson, createTestScenario, startSyncServer, type TestPerson, type TestServer } from './support/sync-world';

/** Rule 1 of server/sync/PROTOCOL.md: an unmodified y-websocket client works. */

let database: TestDatabase;
let server: TestServer;
let anna: TestPerson;
let li: TestPerson;
let olga: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startSyncServer(database.db);
  anna = await createPerson(database.db, 'Anna', 'DE');
  li = await createPerson(database.db, 'Li', 'CN');
  olga = await createPerson(database.db, 'Olga');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const newScenario = (): Promise<string> => createTestScenario(database.db, [[anna, 'facilitator'], [li, 'editor'], [olga, 'viewer']]);
const wordsOf = ({ doc }: PlainClient): string => doc.getText('words').toString();
const stateAt = (at: PlainClient, of: PlainClient): Record<string, unknown> | undefined => at.provider.awareness.getStates().get(of.doc.clientID);

test('two editors and a viewer for longer than the half minute after which y-websocket gives a silent line up, with presence and one broken line', async () => {
  const scenario = await newScenario();
  const clients = [anna, li, olga].map((person) => plainClient(server.url, scenario, person));
  const [a, b, viewer] = clients as [PlainClient, PlainClient, PlainClient];
  const closes: string[] = [];
  clients.forEach((client, index) => client.provider.on('connection-close', (event) => closes.push(`${index}: ${event?.code ?? 'left by itself'}`)));
  await Promise.all(clients.map((client) => untilSynced(client)));
  clients.forEach((client, index) => client.provider.awareness.setLocalStateField('part', `of ${index}`));

  const started = Date.now();
  let second = 0;
  while (Date.now() - started < 40_000) {
    second++;
    if (second === 20) (b.provider.ws as unknown as { terminate(): void }).terminate();
    a.doc.getText('words').insert(0, 'a');
    b.doc.getText('words').insert(wordsOf(b).length, 'b');
    if (second % 3 === 0) a.provider.awareness.setLocalStateField('pointer', { x: second });
    if (second % 10 === 0) await Promise.all(clients.map((client) => untilDoc(client.doc, () => wordsOf(client).length === 2 * second, 20_000)));
    await passed(1_000 - ((Date.now() - started) % 1_000));
  }
  await Promise.all(clients.map((client) => untilDoc(client.doc, () => wordsOf(client).length === 2 * second, 20_000)));
  // The first two letters were written into an empty text at the same moment: either may come first.
  expect([...wordsOf(a)].sort().join('')).toBe('a'.repeat(second) + 'b'.repeat(second));
  expect(clients.map(({ doc }) => canonicalState(doc))).toEqual(Array(3).fill(canonicalState(a.doc)));
  for (const at of clients)
    for (const [index, of] of clients.entries()) {
      if (at === of) continue;
      await untilAwareness(at, () => stateAt(at, of) !== undefined);
      expect(stateAt(at, of)).toMatchObject({ part: `of ${index}`, user: { id: [anna, li, olga][index]!.id } });
    }
  expect(stateAt(viewer, a)).toMatchObject({ user: { name: 'Anna', delegation: 'DE' } });
  expect(closes).toEqual(['1: 1006']);
  for (const client of clients) client.destroy();
});

test("a viewer's edit by hand ends the connection for good and is stored nowhere", async () => {
  const scenario = await newScenario();
  const [editor, viewer] = [plainClient(server.url, scenario, anna), plainClient(server.url, scenario, olga)];
  await Promise.all([untilSynced(editor), untilSynced(viewer)]);
  const before = await readUpdatesAfter(database.db, scenario, 0);
  const close = nextClose(viewer);
  const given = new Promise<{ code: number }>((resolve) => viewer.provider.once('closed', resolve));
  viewer.doc.getText('words').insert(0, 'forged');
  expect(await close).toBe(closeCodes.readOnly);
  expect(await given).toMatchObject({ code: closeCodes.readOnly, reason: 'readOnly' });
  expect(viewer.provider.shouldConnect).toBe(false);
  expect(await readUpdatesAfter(database.db, scenario, 0)).toEqual(before);
  editor.doc.getText('words').insert(0, 'true');
  const late = plainClient(server.url, scenario, li);
  await untilSynced(late);
  await untilDoc(late.doc, () => wordsOf(late) === 'true');
  for (const client of [editor, viewer, late]) client.destroy();
});

test('edits made offline on both sides meet in one document', async () => {
  const scenario = await newScenario();
  const [a, b] = [plainClient(server.url, scenario, anna), plainClient(server.url, scenario, li)];
  await Promise.all([untilSynced(a), untilSynced(b)]);
  a.provider.disconnect();
  a.doc.getText('words').insert(0, 'offline ');
  b.doc.getText('words').insert(0, 'online ');
  a.provider.connect();
  await Promise.all([a, b].map((client) => untilDoc(client.doc, () => wordsOf(client).length === 15)));
  expect(wordsOf(a)).toBe(wordsOf(b));
  expect(canonicalState(a.doc)).toBe(canonicalState(b.doc));
  a.destroy();
  b.destroy();
});

test('somebody removed while offline hears it when they come back, and nothing retries for ever', async () => {
  const scenario = await createTestScenario(database.db, [[anna, 'facilitator']]);
  const outsider = plainClient(server.url, scenario, li);
  expect(await nextClose(outsider)).toBe(closeCodes.notFound);
  expect(outsider.provider.shouldConnect).toBe(false);
  outsider.destroy();
});
