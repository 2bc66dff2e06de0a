import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { people } from '@/lib/db/schema/people';
import { documentCheckpoints } from '@/lib/db/schema/documents';
import { appendUpdates } from '@/lib/log/append-updates';
import { clientOwners } from '@/lib/log/client-owners';
import { ForeignClientError } from '@/lib/log/foreign-client-error';
import { lockDocument } from '@/lib/log/lock-document';
import { mergeUpdates } from '@/lib/log/merge-updates';
import { readDocument } from '@/lib/log/read-document';
import { readUpdatesAfter } from '@/lib/log/read-updates-after';
import { writeCheckpoint } from '@/lib/log/write-checkpoint';
import { insertScenario } from '@/lib/scenarios/insert-scenario';
import { skeleton } from '@/lib/scenarios/skeleton';
import { asSomebodyElse, createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let anna: string;
let li: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const rows = await database.db
    .insert(people)
    .values(['Anna', 'Li'].map((name) => ({ name, email: `${name}@example.org` })))
    .returning({ id: people.id });
  [anna, li] = rows.map((row) => row.id) as [string, string];
});
afterAll(() => database.drop());

const newScenario = (): Promise<string> =>
  database.db.transaction((tx) =>
    insertScenario(tx, { scenario: skeleton({ title: 'A', language: 'en' }), person: anna, rights: [], verb: 'scenario.create' }),
  );

/** Somebody's tab: `write` returns the update of one word more. */
function tab(): { readonly doc: Y.Doc; write(word: string): Uint8Array } {
  const doc = new Y.Doc();
  return {
    doc,
    write(word) {
      const before = Y.encodeStateVector(doc);
      doc.getText('words').insert(doc.getText('words').length, word);
      return Y.encodeStateAsUpdate(doc, before);
    },
  };
}

const wordsOf = (doc: Y.Doc): string => doc.getText('words').toString();

test('a new document begins at 1, with a checkpoint, and its client ids belong to its author', async () => {
  const scenario = await newScenario();
  const { doc, seq, epoch } = await readDocument(database.db, scenario);
  expect([seq, epoch]).toEqual([1, 1]);
  expect(doc.getMap('meta').get('schemaVersion')).toBe(1);
  expect(new Set((await clientOwners(database.db, scenario)).values())).toEqual(new Set([anna]));
  expect(await database.db.select().from(documentCheckpoints).where(eq(documentCheckpoints.scenarioId, scenario))).toHaveLength(1);
});

test('the state at any number can be read, with and without checkpoints', async () => {
  const { db } = database;
  const scenario = await newScenario();
  const { doc, write } = tab();
  for (const word of 'abcdef') {
    const update = write(word);
    await db.transaction((tx) => appendUpdates(tx, scenario, [{ person: anna, clientIds: [doc.clientID], update }]));
  }
  const read = async (at?: number): Promise<string> => wordsOf((await readDocument(db, scenario, at === undefined ? {} : { at })).doc);
  expect(await Promise.all([1, 2, 4, 7, 99].map(read))).toEqual(['', 'a', 'abc', 'abcdef', 'abcdef']);
  const at4 = await readDocument(db, scenario, { at: 4 });
  await writeCheckpoint(db, scenario, { seq: at4.seq, state: Y.encodeStateAsUpdate(at4.doc) });
  await writeCheckpoint(db, scenario, { seq: at4.seq, state: Y.encodeStateAsUpdate(at4.doc) });
  expect(await Promise.all([1, 2, 4, 7, 99].map(read))).toEqual(['', 'a', 'abc', 'abcdef', 'abcdef']);
  expect(await readUpdatesAfter(db, scenario, 5)).toMatchObject([
    { seq: 6, person: anna, clientIds: [doc.clientID] },
    { seq: 7, person: anna },
  ]);
  expect((await readUpdatesAfter(db, scenario, 5, 6)).map((row) => row.seq)).toEqual([6]);
});

test('numbers follow each other without gaps, however many append at once', async () => {
  const { db } = database;
  const scenario = await newScenario();
  const tabs = Array.from({ length: 8 }, tab);
  const results = await Promise.all(
    tabs.flatMap((one) =>
      Array.from({ length: 5 }, (_, index) => {
        const update = one.write(String(index));
        return db.transaction((tx) => appendUpdates(tx, scenario, [{ person: li, clientIds: [one.doc.clientID], update }, { person: li, clientIds: [], update }]));
      }),
    ),
  );
  const rows = await readUpdatesAfter(db, scenario, 0);
  expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 81 }, (_, index) => index + 1));
  expect(results.every(({ firstSeq, lastSeq }) => lastSeq === firstSeq + 1)).toBe(true);
  expect(wordsOf((await readDocument(db, scenario)).doc)).toHaveLength(40);
});

test('what is rolled back leaves no trace and no gap', async () => {
  const { db } = database;
  const scenario = await newScenario();
  const { doc, write } = tab();
  const update = write('x');
  const entry = { person: anna, clientIds: [doc.clientID], update };
  const failing = db.transaction(async (tx) => {
    await appendUpdates(tx, scenario, [entry]);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect((await clientOwners(db, scenario)).has(doc.clientID)).toBe(false);
  expect(await db.transaction((tx) => appendUpdates(tx, scenario, [entry]))).toEqual({ firstSeq: 2, lastSeq: 2 });
});

describe('client ids belong to people', () => {
  test("an update under somebody else's is refused, and nothing of its transaction stored", async () => {
    const { db } = database;
    const scenario = await newScenario();
    const own = tab();
    const stolen = tab();
    await db.transaction((tx) => appendUpdates(tx, scenario, [{ person: anna, clientIds: [stolen.doc.clientID], update: stolen.write('a') }]));
    const theft = db.transaction((tx) =>
      appendUpdates(tx, scenario, [
        { person: li, clientIds: [own.doc.clientID], update: own.write('b') },
        { person: li, clientIds: [stolen.doc.clientID], update: stolen.write('c') },
      ]),
    );
    await expect(theft).rejects.toThrow(ForeignClientError);
    expect(wordsOf((await readDocument(db, scenario)).doc)).toBe('a');
    expect((await clientOwners(db, scenario)).has(own.doc.clientID)).toBe(false);
  });

  test('of two who claim one at the same time, one gets it', async () => {
    const { db } = database;
    const scenario = await newScenario();
    const { doc, write } = tab();
    const update = write('a');
    const claims = await Promise.allSettled([anna, li].map((person) => db.transaction((tx) => appendUpdates(tx, scenario, [{ person, clientIds: [doc.clientID], update }]))));
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('an update under more ids than a statement holds parameters is stored like any other', async () => {
    const scenario = await newScenario();
    const clientIds = Array.from({ length: 70_000 }, (_, index) => index + 1);
    const update = Y.encodeStateAsUpdate(new Y.Doc());
    await database.db.transaction((tx) => appendUpdates(tx, scenario, [{ person: anna, clientIds, update }]));
    expect((await clientOwners(database.db, scenario)).size).toBeGreaterThanOrEqual(70_000);
  });

  test('ids of other documents do not matter', async () => {
    const { db } = database;
    const [first, second] = [await newScenario(), await newScenario()];
    const { doc, write } = tab();
    const update = write('a');
    await db.transaction((tx) => appendUpdates(tx, first, [{ person: anna, clientIds: [doc.clientID], update }]));
    await db.transaction((tx) => appendUpdates(tx, second, [{ person: li, clientIds: [doc.clientID], update }]));
    expect((await clientOwners(db, second)).get(doc.clientID)).toBe(li);
  });
});

test('while a document is locked nobody appends, and what is read is the end of its log', async () => {
  const { db } = database;
  const scenario = await newScenario();
  const { doc, write } = tab();
  const order: string[] = [];
  let appending: Promise<unknown> | undefined;
  await db.transaction(async (tx) => {
    const locked = await lockDocument(tx, scenario);
    const append = () => db.transaction((other) => appendUpdates(other, scenario, [{ person: anna, clientIds: [doc.clientID], update: write('x') }]));
    appending = asSomebodyElse(append).then(() => order.push('appended'));
    // The other transaction waits for the lock as soon as Postgres shows it waiting.
    for (;;) {
      const { rows } = await tx.execute(sql`select 1 from pg_locks where not granted and locktype in ('tuple', 'transactionid')`);
      if (rows.length > 0) break;
    }
    expect((await readDocument(tx, scenario)).seq).toBe(locked.seq);
    order.push('unlocked');
  });
  await appending;
  expect(order).toEqual(['unlocked', 'appended']);
});

test('an unknown document is not found', async () => {
  const { db } = database;
  const unknown = crypto.randomUUID();
  await expect(readDocument(db, unknown)).rejects.toMatchObject({ code: 'not-found' });
  await expect(db.transaction((tx) => lockDocument(tx, unknown))).rejects.toMatchObject({ code: 'not-found' });
  await expect(db.transaction((tx) => appendUpdates(tx, unknown, [{ person: anna, clientIds: [], update: new Uint8Array([0, 0]) }]))).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('thousands of updates are merged without loss', () => {
  const { doc, write } = tab();
  const updates = Array.from({ length: 5_000 }, (_, index) => write(String(index % 10)));
  const other = new Y.Doc();
  Y.applyUpdate(other, mergeUpdates(updates));
  expect(wordsOf(other)).toBe(wordsOf(doc));
});
