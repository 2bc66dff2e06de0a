import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Database } from '@/lib/db/client';
import { documentCheckpoints } from '@/lib/db/schema/documents';
import { replaceText } from '@/lib/document/edits/edit-text';
import { titleOf } from '@/lib/document/roots';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { insertScenario } from '@/lib/scenarios/insert-scenario';
import { skeleton } from '@/lib/scenarios/skeleton';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import { takeDailySnapshots } from '@/lib/snapshots/take-daily-snapshots';
import { castOf } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let test: TestDatabase;
let db: Database;
let anna: Actor;
let scenario: string;

beforeAll(async () => {
  test = await createTestDatabase();
  ({ db } = test);
  anna = await (await castOf(db)).join('Anna', 'DE');
});
afterAll(() => test.drop());
beforeEach(async () => {
  scenario = await db.transaction((tx) => insertScenario(tx, { scenario: skeleton({ title: 'A', language: 'en' }), person: anna.id, rights: [{ person: anna.id, right: 'facilitator' }], verb: 'scenario.create' }));
});

/** Somebody gives the scenario another title, at a time of the test's choosing. */
async function retitle(title: string, at: string): Promise<void> {
  const { doc } = await readDocument(db, scenario);
  const before = Y.encodeStateVector(doc);
  replaceText(titleOf(doc, 'en')!, title);
  await db.transaction(async (tx) => {
    const { lastSeq } = await appendUpdates(tx, scenario, [{ person: anna.id, clientIds: [doc.clientID], update: Y.encodeStateAsUpdate(doc, before) }]);
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update document_updates set at = ${at}::timestamptz where scenario_id = ${scenario}::uuid and seq = ${lastSeq}`);
  });
}
const failing = (_scenario: string, error: unknown): never => {
  throw error;
};
const own = async (now: string): Promise<boolean> => (await takeDailySnapshots(db, failing, new Date(now))).includes(scenario);
const titleIn = async (number: number): Promise<string> => (await readSnapshot(db, anna, scenario, number)).read.title.en;

it('fixes what stood at the end of the last day on which something changed, once, in the name of nobody', async () => {
  expect(await own('2030-01-02T00:20:00Z')).toBe(false);
  await retitle('Morning', '2030-01-02T08:00:00Z');
  await retitle('Evening', '2030-01-02T23:59:00Z');
  await retitle('After midnight', '2030-01-03T00:01:00Z');
  expect(await own('2030-01-02T23:59:30Z')).toBe(false);
  expect(await own('2030-01-03T00:10:00Z')).toBe(true);
  expect(await own('2030-01-03T00:25:00Z')).toBe(false);
  const { snapshots } = await listSnapshots(db, anna, scenario);
  expect(snapshots).toMatchObject([{ number: 1, kind: 'daily', name: '2030-01-02', createdBy: null }]);
  expect(await titleIn(1)).toBe('Evening');
  expect(await own('2030-01-04T00:10:00Z')).toBe(true);
  expect(await titleIn(2)).toBe('After midnight');
  expect(await own('2030-01-09T00:10:00Z')).toBe(false);
});

it('fixes nothing that a version holds already', async () => {
  await retitle('Morning', '2030-01-02T08:00:00Z');
  await createSnapshot(db, anna, { scenario, name: 'By hand', requestId: randomUUID() });
  expect(await own('2030-01-03T00:10:00Z')).toBe(false);
});

it('is made of the others where one cannot be read', async () => {
  const ids = [scenario];
  for (let more = 0; more < 2; more++) ids.push(await db.transaction((tx) => insertScenario(tx, { scenario: skeleton({ title: 'B', language: 'en' }), person: anna.id, rights: [], verb: 'scenario.create' })));
  const [broken] = ids;
  for (const id of ids) {
    scenario = id;
    await retitle('Morning', '2030-01-02T08:00:00Z');
  }
  await db.execute(sql`update document_checkpoints set state = '\\xff' where scenario_id = ${broken}`);
  const troubled: string[] = [];
  const made = await takeDailySnapshots(db, (id) => troubled.push(id), new Date('2030-01-03T00:10:00Z'));
  expect(troubled).toEqual([broken]);
  expect(ids.filter((id) => made.includes(id))).toEqual(ids.slice(1));
  await db.delete(documentCheckpoints).where(eq(documentCheckpoints.scenarioId, broken!)); // a cache: the log alone suffices
  scenario = broken!;
  expect(await own('2030-01-03T00:25:00Z')).toBe(true);
});

it('is done by one of several processes that try at the same moment', async () => {
  await retitle('Morning', '2030-01-02T08:00:00Z');
  const made = await Promise.all(Array.from({ length: 6 }, () => own('2030-01-03T00:10:00Z')));
  expect(made.filter(Boolean)).toHaveLength(1);
  expect((await listSnapshots(db, anna, scenario)).snapshots).toHaveLength(1);
});
