import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { metaOf } from '@/lib/document/roots';
import { planMeeting } from '@/lib/meetings/plan-meeting';
import { setCourse } from '@/lib/meetings/set-course';
import { setPresenter } from '@/lib/meetings/set-presenter';
import type { Actor } from '@/lib/policies/can';
import { closeCodes } from '@/lib/sync/close-codes';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { connect, step1, update, updateOf, type RawClient } from './support/raw-client';
import { createPerson, createTestScenario, startSyncServer, type TestPerson, type TestServer } from './support/sync-world';

/* A meeting in which only the presenter edits, at the gate: whatever a client thinks it may do. */
let database: TestDatabase;
let server: TestServer;
let anna: TestPerson;
let li: TestPerson;
const clients: RawClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startSyncServer(database.db);
  anna = await createPerson(database.db, 'Anna', 'DE');
  li = await createPerson(database.db, 'Li', 'CN');
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const client of clients.splice(0)) {
    client.socket.terminate();
    await client.closed;
  }
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function enter(scenario: string, person: TestPerson): Promise<RawClient> {
  const client = connect(server.url, scenario, person, { query: '?news=1' });
  clients.push(client);
  await client.opened;
  client.send(step1(new Y.Doc()));
  await client.acknowledged(0); // in the room: an open socket alone may still wait at the door
  return client;
}
const told = (client: RawClient, editing: string) => client.next((frame) => frame.type === 'news' && frame.news.topic === 'access' && frame.news.editing === editing);
const edit = (): Uint8Array => update(updateOf(new Y.Doc(), (doc) => metaOf(doc).set('bestPractice', randomUUID())));

test('only the presenter edits: the others hear of it at once, what was on its way is let in, what comes later is refused', async () => {
  const scenario = await createTestScenario(database.db, [[anna, 'facilitator'], [li, 'facilitator']]);
  const actor: Actor = { id: anna.id, isAdministrator: false, mayCreateScenarios: false, delegationId: null, isSpeaker: false };
  const { meeting } = await planMeeting(database.db, actor, { title: 'M', local: '2026-05-12T09:00', zone: 'Europe/Berlin', minutes: 60, place: '', link: '', scenarios: [scenario], requestId: randomUUID() });
  await setCourse(database.db, actor, { meeting, step: 'begin' });
  const [presenter, other] = [await enter(scenario, anna), await enter(scenario, li)];

  const started = performance.now();
  const heard = told(other, 'presenter');
  await setPresenter(database.db, actor, { meeting, person: anna.id, onlyPresenterEdits: true });
  await heard;
  expect(performance.now() - started).toBeLessThan(5_000);
  other.send(edit());
  await other.acknowledged(1);

  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 3_001);
  other.send(edit());
  expect(await other.closed).toBe(closeCodes.readOnly);
  presenter.send(edit());
  await presenter.acknowledged(1);

  // whoever comes back is not let in for a moment either, reads all the same, and edits again once the meeting has ended
  const again = await enter(scenario, li);
  await again.acknowledged(1);
  const open = told(again, 'open');
  await setCourse(database.db, actor, { meeting, step: 'end' });
  await open;
  again.send(edit());
  await again.acknowledged(2);
  await setCourse(database.db, actor, { meeting, step: 'begin' });
  await setPresenter(database.db, actor, { meeting, person: anna.id, onlyPresenterEdits: true });
  const late = await enter(scenario, li);
  await late.acknowledged(1);
  late.send(edit());
  expect(await late.closed).toBe(closeCodes.readOnly);
});
