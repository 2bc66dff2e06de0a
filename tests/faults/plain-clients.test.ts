import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { plainClient, untilAwareness, untilDoc, untilSynced } from './support/clients';
import { createPerson, createTestScenario, startSyncServer, stateOf, type TestServer } from './support/sync-world';

let database: TestDatabase;
let server: TestServer;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startSyncServer(database.db);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

test('two editors see each other', async () => {
  const { db } = database;
  const anna = await createPerson(db, 'Anna', 'DE');
  const li = await createPerson(db, 'Li', 'CN');
  const scenario = await createTestScenario(db, [[anna, 'facilitator'], [li, 'editor']]);
  const a = plainClient(server.url, scenario, anna);
  const b = plainClient(server.url, scenario, li);
  await Promise.all([untilSynced(a), untilSynced(b)]);
  a.provider.awareness.setLocalStateField('pointer', { x: 1 });
  a.doc.getText('section:test').insert(0, 'hello');
  await untilDoc(b.doc, () => b.doc.getText('section:test').toString() === 'hello');
  await untilAwareness(b, () => b.provider.awareness.getStates().get(a.doc.clientID)?.['pointer'] !== undefined);
  expect(b.provider.awareness.getStates().get(a.doc.clientID)).toMatchObject({ user: { id: anna.id, name: 'Anna', delegation: 'DE' }, pointer: { x: 1 } });
  expect(stateOf(a.doc)).toBe(stateOf(b.doc));
  expect(Y.encodeStateVector(a.doc)).toEqual(Y.encodeStateVector(b.doc));
  a.destroy();
  b.destroy();
});
