import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readDocument } from '@/lib/log/read-document';
import { closeCodes } from '@/lib/sync/close-codes';
import { judgeUpdate, type Judge } from '@/server/sync/gate';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { connect, update, updateOf } from './support/raw-client';
import { canonicalState, createPerson, createTestScenario, startSyncServer, type TestPerson, type TestServer } from './support/sync-world';

/** Rule 29: a judge that breaks over a frame costs its sender the socket, and nobody else anything. */

let database: TestDatabase;
let server: TestServer;
let anna: TestPerson;
let mallory: TestPerson;
const logged: Record<string, unknown>[] = [];
const poison = Buffer.from('a frame that breaks the judge');
let judged = 0;

const breakingJudge: Judge = (doc, bytes, sender, owners) => {
  if (Buffer.from(bytes).includes(poison)) {
    judged += 1;
    throw new TypeError('a bug in the judge');
  }
  return judgeUpdate(doc, bytes, sender, owners);
};

beforeAll(async () => {
  database = await createTestDatabase();
  const log = pino({ level: 'warn' }, { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  server = await startSyncServer(database.db, {}, { judge: breakingJudge, log });
  anna = await createPerson(database.db, 'Anna', 'DE');
  mallory = await createPerson(database.db, 'Mallory', 'CN');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('its sender is closed for good, the frame logged, and the room goes on as it was', async () => {
  const scenario = await createTestScenario(database.db, [[anna, 'editor'], [mallory, 'editor']]);
  const [a, m] = [connect(server.url, scenario, anna, { query: '?news=1' }), connect(server.url, scenario, mallory)];
  await Promise.all([a.opened, m.opened]);
  const [doc, own] = await Promise.all([a.sync(), m.sync()]);
  a.follow(doc);
  const before = canonicalState(doc);

  // In one round: honest work before and after the frame that breaks the judge.
  const frame = updateOf(own, (d) => d.getText('words').insert(0, poison.toString()));
  const honest = updateOf(doc, (d) => d.getText('words').insert(0, 'honest'));
  m.send(update(frame));
  m.send(update(updateOf(new Y.Doc(), (d) => d.getText('words').insert(0, 'after it'))));
  expect(await m.closed).toBe(closeCodes.malformed);
  expect(canonicalState(await a.sync())).toBe(before);
  a.send(update(honest));
  await a.acknowledged(1);

  expect(judged).toBe(1); // and not again and again
  expect(a.isClosed).toBe(false);
  expect(a.frames.some((received) => received.type === 'news' && received.news.topic === 'storage')).toBe(false);
  expect(await server.sync.health()).toBe('ok');
  expect((await readDocument(database.db, scenario)).doc.getText('words').toString()).toBe('honest');
  expect(logged.find(({ msg }) => msg === 'refused')).toMatchObject({ scenario, person: mallory.id, reason: 'malformed', length: frame.length, bytes: Buffer.from(frame.subarray(0, 32)).toString('hex'), count: 1 });
  expect(logged.find(({ msg }) => msg === 'an update could not be judged')).toMatchObject({ scenario, err: { type: 'TypeError' } });

  const back = connect(server.url, scenario, mallory);
  await back.opened;
  expect((await back.sync()).getText('words').toString()).toBe('honest');
  for (const client of [a, back]) client.socket.terminate();
});
