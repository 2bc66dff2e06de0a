import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { attendances } from '@/lib/db/schema/scenarios';
import { closeCodes } from '@/lib/sync/close-codes';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { connect, presence, presencesIn, RawClient, update, updateOf, type Received } from './support/raw-client';
import { createPerson, createTestScenario, startSyncServer, type TestPerson } from './support/sync-world';

/** Rules 31–34 and 43 of server/sync/PROTOCOL.md. */

let database: TestDatabase;
let anna: TestPerson;
let li: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  anna = await createPerson(database.db, 'Anna', 'DE');
  li = await createPerson(database.db, 'Li', 'CN');
});
afterAll(() => database.drop());

const newScenario = (): Promise<string> => createTestScenario(database.db, [[anna, 'editor'], [li, 'editor']]);
const nobody = (clientId: number) => (frame: Received): boolean =>
  frame.type === 'awareness' && presencesIn(frame.body).some((entry) => entry.clientId === clientId && entry.state === null);

test('rule 34: a quiet socket hears something at regular intervals', async () => {
  const server = await startSyncServer(database.db, { keepAliveEvery: 100 });
  const client = connect(server.url, await newScenario(), anna);
  await client.opened;
  await client.sync();
  for (let count = 0; count < 3; count++) await client.next((frame) => frame.type === 'awareness' && presencesIn(frame.body).length === 0);
  expect(client.isClosed).toBe(false);
  client.socket.terminate();
  await server.close();
});

test('rules 34 and 43: an end that has gone without a word is cut, and leaves nobody behind', async () => {
  const server = await startSyncServer(database.db, { keepAliveEvery: 100 });
  const scenario = await newScenario();
  const witness = connect(server.url, scenario, li);
  const dead = new RawClient(new WebSocket(`${server.url}/${scenario}`, { headers: { cookie: anna.cookie }, autoPong: false }));
  await Promise.all([witness.opened, dead.opened]);
  await Promise.all([witness.sync(), dead.sync()]);
  const shown = witness.next(({ type }) => type === 'awareness');
  const gone = witness.next(nobody(7));
  dead.send(presence({ clientId: 7, clock: 1, state: {} }));
  await shown;
  expect(await dead.closed).toBe(1006);
  await gone;
  expect(witness.isClosed).toBe(false);
  witness.socket.terminate();
  await server.close();
});

test('rule 33: a reader that takes nothing is cut; the others notice nothing', { timeout: 60_000 }, async () => {
  const server = await startSyncServer(database.db, { rates: false, unsentBytes: 256 * 1024, presenceEvery: 1 });
  const scenario = await newScenario();
  const [slow, talker, witness] = [connect(server.url, scenario, li), connect(server.url, scenario, anna), connect(server.url, scenario, anna)];
  await Promise.all([slow, talker, witness].map((client) => client.opened));
  await Promise.all([slow.sync(), talker.sync(), witness.sync()]);
  const isPresent = async (): Promise<boolean> =>
    (await database.db.select().from(attendances).where(and(eq(attendances.scenarioId, scenario), eq(attendances.personId, li.id)))).length > 0;
  await expect.poll(isPresent).toBe(true);
  slow.socket.pause();
  for (let clock = 1; clock < 1_000; clock++) {
    const heard = witness.next(({ type }) => type === 'awareness');
    talker.send(presence({ clientId: 7, clock, state: { part: 'x'.repeat(200_000) } }));
    await heard;
    if (clock % 20 === 0 && !(await isPresent())) break;
  }
  expect(await isPresent()).toBe(false);
  slow.socket.resume();
  expect([closeCodes.slowReader, 1006]).toContain(await slow.closed);
  expect([talker.isClosed, witness.isClosed]).toEqual([false, false]);
  talker.socket.terminate();
  witness.socket.terminate();
  await server.close();
});

test('rule 31: who sends too much is read more slowly, and only for too long sent away', async () => {
  const server = await startSyncServer(database.db, { framesPerSecond: 200, frameBurst: 50, throttledAtMost: 500 });
  const scenario = await newScenario();
  const client = connect(server.url, scenario, anna);
  await client.opened;
  const doc = await client.sync();
  for (let count = 0; count < 90; count++) client.send(update(updateOf(doc, (d) => d.getText('words').insert(0, 'x'))));
  await client.acknowledged(1);
  const flood = setInterval(() => {
    for (let count = 0; count < 100; count++) client.send(new Uint8Array([3]));
  }, 10);
  expect(await client.closed).toBe(closeCodes.tooManyFrames);
  clearInterval(flood);
  await server.close();
});

test('rule 32: what waits of one socket is bounded, and loses nothing by it', async () => {
  const server = await startSyncServer(database.db, { rates: false, inboxFramesPerSocket: 10 });
  const scenario = await newScenario();
  const client = connect(server.url, scenario, anna);
  await client.opened;
  const doc = await client.sync();
  for (let count = 0; count < 500; count++) client.send(update(updateOf(doc, (d) => d.getText('words').insert(0, 'x'))));
  await client.acknowledged(1);
  const reader = connect(server.url, scenario, li);
  await reader.opened;
  expect((await reader.sync()).getText('words').length).toBe(500);
  client.socket.terminate();
  reader.socket.terminate();
  await server.close();
});
