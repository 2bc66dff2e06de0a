import { afterAll, beforeAll, expect, test } from 'vitest';
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { documents } from '@/lib/db/schema/documents';
import { readDocument } from '@/lib/log/read-document';
import { closeCodes, isFinal } from '@/lib/sync/close-codes';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { furnish, hostileFrame } from './support/hostile-frames';
import { acknowledge, connect, update, updateOf, type RawClient } from './support/raw-client';
import { seededRandom } from './support/seeded-random';
import { createPerson, createTestScenario, startSyncServer, canonicalState, type TestPerson, type TestServer } from './support/sync-world';

/**
 * Rules 20–29 and 45: whatever bytes a participant sends, the document stays what honest edits make it, and nobody else
 * notices. Thousands more seeds run without a network in gate-fuzz.test.ts. Seeds that once failed are kept in `corpus`.
 */
const seeds = 400;
const corpus: readonly number[] = [];

let database: TestDatabase;
let server: TestServer;
let anna: TestPerson;
let mallory: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startSyncServer(database.db, { rates: false });
  anna = await createPerson(database.db, 'Anna', 'DE');
  mallory = await createPerson(database.db, 'Mallory', 'CN');
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

async function enter(scenario: string, person: TestPerson, doc: Y.Doc): Promise<RawClient> {
  const client = connect(server.url, scenario, person);
  await client.opened;
  await client.sync(doc);
  client.follow(doc);
  return client;
}

test('bytes of ill intent change nothing but what an honest client could have changed', { timeout: 240_000 }, async () => {
  const outcomes = { refused: 0, taken: 0 };
  const all = [...corpus, ...Array.from({ length: seeds }, (_, index) => index + 1)];
  // A fresh document every so often keeps it small, and the test quick.
  for (let start = 0; start < all.length; start += 100) await attack(all.slice(start, start + 100), outcomes);
  expect(outcomes.refused).toBeGreaterThan(seeds / 4);
  expect(outcomes.taken).toBeGreaterThan(seeds / 60);
  expect(await server.sync.health()).toBe('ok');
});

async function attack(seedsHere: readonly number[], outcomes: { refused: number; taken: number }): Promise<void> {
  const scenario = await createTestScenario(database.db, [[anna, 'editor'], [mallory, 'editor']]);
  const doc = new Y.Doc();
  const witness = await enter(scenario, anna, doc);
  // Furnished by a replica of its own: one that has made a text of a root tidies up formatting by itself.
  const heard = witness.next(({ type }) => type === 'update');
  const author = await enter(scenario, anna, new Y.Doc());
  author.send(update(updateOf(new Y.Doc(), furnish)));
  await author.acknowledged(0);
  await heard;
  author.socket.terminate();

  const lastSeq = async (): Promise<number> =>
    (await database.db.select({ seq: documents.lastSeq }).from(documents).where(eq(documents.scenarioId, scenario)))[0]!.seq;
  let seq = await lastSeq();
  let attacker: RawClient | null = null;
  for (const seed of seedsHere) {
    const own = new Y.Doc();
    own.clientID = 1_000_000 + seed;
    Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
    attacker ??= await enter(scenario, mallory, new Y.Doc());
    attacker.send(hostileFrame(own, seededRandom(seed)));
    attacker.send(acknowledge(seed));
    const end = await Promise.race([attacker.closed, attacker.next(({ type }) => type === 'acknowledge' || type === 'step1').then(({ type }) => type)]);
    const after = await lastSeq();
    if (typeof end === 'number') {
      outcomes.refused++;
      attacker = null;
      expect(isFinal(end), `seed ${seed}: code ${end}`).toBe(true);
      expect(after, `seed ${seed}: refused, and nothing stored`).toBe(seq);
    } else {
      outcomes.taken++;
      if (end === 'step1') {
        attacker.socket.terminate(); // it has a gap that it will never fill, so nothing more would be acknowledged
        attacker = null;
      }
    }
    seq = after;
  }
  // What the witness heard, what a newcomer is answered, and what the log says are the same.
  const room = await witness.sync();
  const stored = (await readDocument(database.db, scenario)).doc;
  const name = `seeds ${seedsHere[0]} to ${seedsHere.at(-1)}`;
  expect(canonicalState(doc), `${name}: witness = room`).toBe(canonicalState(room));
  expect(canonicalState(stored), `${name}: log = room`).toBe(canonicalState(room));
  expect(stored.store.pendingStructs ?? stored.store.pendingDs, name).toBeNull();
  expect(witness.isClosed).toBe(false);
  witness.socket.terminate();
  attacker?.socket.terminate();
}

test('a crowd of hostile sockets slows nobody down for long', async () => {
  const scenario = await createTestScenario(database.db, [[anna, 'editor'], [mallory, 'editor']]);
  const doc = new Y.Doc();
  const witness = await enter(scenario, anna, doc);
  const crowd = await Promise.all(Array.from({ length: 20 }, () => enter(scenario, mallory, new Y.Doc())));
  const bomb = update(new Uint8Array(3 * 1024 * 1024).fill(1));
  for (const client of crowd) client.send(bomb);
  witness.send(update(updateOf(doc, (d) => d.getText('words').insert(0, 'undisturbed'))));
  const started = performance.now();
  await witness.acknowledged(1);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(new Set(await Promise.all(crowd.map((client) => client.closed)))).toEqual(new Set([closeCodes.malformed]));
  expect((await readDocument(database.db, scenario)).doc.getText('words').toString()).toBe('undisturbed');
  witness.socket.terminate();
});
