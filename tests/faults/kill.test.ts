import { setTimeout as passed } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { scenarios } from '@/lib/db/schema/scenarios';
import { projectScenario } from '@/lib/document/project-scenario';
import { titleOf } from '@/lib/document/roots';
import { dueLists, listAfresh } from '@/lib/log/list-afresh';
import { readDocument } from '@/lib/log/read-document';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { bundleServer, startKillableServer, type KillableServer } from './support/killable-server';
import { acknowledge, connect, step2, update, updateOf, type RawClient } from './support/raw-client';
import { seededRandom } from './support/seeded-random';
import { createPerson, createTestScenario, canonicalState, type TestPerson } from './support/sync-world';

/** Rules 10 and 12: whatever was acknowledged, or seen by anybody, survives a SIGKILL at any moment. */
const kills = 10;

let database: TestDatabase;
let file: string;
let server: KillableServer;
let people: TestPerson[];

beforeAll(async () => {
  [database, file] = await Promise.all([createTestDatabase(), bundleServer()]);
  people = await Promise.all(['Anna', 'Li', 'Olga'].map((name) => createPerson(database.db, name)));
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

/** Somebody who writes one word after the other, as fast as they are let. */
class Writer {
  readonly doc = new Y.Doc();
  readonly written: string[] = [];
  acknowledged = 0;
  client!: RawClient;

  constructor(
    private readonly name: string,
    readonly person: TestPerson,
  ) {}

  async enter(url: string, scenario: string): Promise<void> {
    this.client = connect(url, scenario, this.person);
    const greeted = this.client.next(({ type }) => type === 'step1'); // it may come in one piece with the handshake
    await this.client.opened;
    this.client.follow(this.doc);
    this.client.socket.on('message', () => {
      const last = this.client.frames.findLast((frame) => frame.type === 'acknowledge');
      if (last?.type === 'acknowledge') this.acknowledged = Math.max(this.acknowledged, last.counter);
    });
    await greeted;
    await this.client.sync(this.doc);
    // As any client, it brings what it has and the server lacks.
    this.client.send(step2(Y.encodeStateAsUpdate(this.doc)));
  }

  write(): void {
    const word = `${this.name}${this.written.length}`;
    this.written.push(word);
    const bytes = updateOf(this.doc, (doc) => doc.getArray('words').push([word]));
    if (this.client.isClosed) return;
    this.client.send(update(bytes));
    this.client.send(acknowledge(this.written.length));
  }
}

test(`${kills} kills in the middle of everybody's edits`, { timeout: 240_000 }, async () => {
  const [anna, li, olga] = people as [TestPerson, TestPerson, TestPerson];
  const scenario = await createTestScenario(database.db, [[anna, 'editor'], [li, 'editor'], [olga, 'viewer']]);
  const writers = [new Writer('a', anna), new Writer('l', li)];
  const random = seededRandom(20260729);
  let seenInAll = 0;
  for (let round = 0; round < kills; round++) {
    server = await startKillableServer(file, database.url);
    for (const writer of writers) await writer.enter(server.url, scenario);
    const watcher = connect(server.url, scenario, olga);
    await watcher.opened;
    const seen = await watcher.sync();
    watcher.follow(seen);
    const started = Date.now();
    const length = 100 + random.below(400);
    while (Date.now() - started < length) {
      for (const writer of writers) writer.write();
      await passed(random.below(4));
    }
    await server.kill();
    await Promise.all([watcher.closed, ...writers.map((writer) => writer.client.closed)]);

    const stored = (await readDocument(database.db, scenario)).doc;
    const storedWords = new Set(stored.getArray('words').toArray() as string[]);
    for (const { written, acknowledged } of writers) expect(written.slice(0, acknowledged).filter((word) => !storedWords.has(word)), `round ${round}: acknowledged`).toEqual([]);
    const seenWords = seen.getArray('words').toArray() as string[];
    expect(seenWords.filter((word) => !storedWords.has(word)), `round ${round}: seen by a viewer`).toEqual([]);
    for (const [me, other] of [[writers[0]!, writers[1]!], [writers[1]!, writers[0]!]] as const) {
      const own = new Set(me.written);
      const foreign = (me.doc.getArray('words').toArray() as string[]).filter((word) => !own.has(word));
      expect(foreign.filter((word) => !storedWords.has(word)), `round ${round}: seen by the other`).toEqual([]);
      expect(foreign.every((word) => other.written.includes(word))).toBe(true);
    }
    seenInAll += seenWords.length;
  }
  server = await startKillableServer(file, database.url);
  for (const writer of writers) await writer.enter(server.url, scenario);
  for (const { client } of writers) await client.acknowledged(999_999);
  for (const { client } of writers) await client.acknowledged(999_999);
  const stored = (await readDocument(database.db, scenario)).doc;
  const all = writers.flatMap(({ written }) => written);
  expect(new Set(stored.getArray('words').toArray())).toEqual(new Set(all));
  for (const { doc } of writers) expect(canonicalState(doc)).toBe(canonicalState(stored));
  expect(stored.getArray('words').length).toBe(all.length);
  expect(seenInAll).toBeGreaterThan(0);
  expect(writers.every(({ acknowledged }) => acknowledged > 0)).toBe(true);
});

test('what lists show of an edit that was stored right before a kill is written afterwards', async () => {
  const [anna] = people as [TestPerson];
  const scenario = await createTestScenario(database.db, [[anna, 'editor']]);
  const listed = async () => (await database.db.select().from(scenarios).where(eq(scenarios.id, scenario)))[0]!;
  for (const id of await dueLists(database.db, 0)) await listAfresh(database.db, id);
  const own = await startKillableServer(file, database.url);
  const writer = new Writer('x', anna);
  await writer.enter(own.url, scenario);
  writer.client.send(update(updateOf(writer.doc, (doc) => titleOf(doc, 'en')!.insert(0, 'Later: '))));
  writer.client.send(acknowledge(1));
  await writer.client.acknowledged(1);
  await own.kill();
  await writer.client.closed;
  expect((await listed()).summary.title.en).toBe('A scenario');
  expect(await dueLists(database.db), 'left to its room for now').toEqual([]);
  expect(await dueLists(database.db, 0)).toEqual([scenario]);
  await listAfresh(database.db, scenario);
  const stored = await readDocument(database.db, scenario);
  expect(await listed()).toMatchObject({ summary: { title: projectScenario(stored.doc).title }, listedSeq: stored.seq });
  expect((await listed()).summary.title.en).toBe('Later: A scenario');
  expect(await dueLists(database.db, 0)).toEqual([]);
});

test('rule 16: SIGTERM ends the process in good order', async () => {
  const [anna] = people as [TestPerson];
  const scenario = await createTestScenario(database.db, [[anna, 'editor']]);
  const own = await startKillableServer(file, database.url);
  const writer = new Writer('x', anna);
  await writer.enter(own.url, scenario);
  for (let index = 0; index < 30; index++) writer.write();
  await writer.client.acknowledged(1_000);
  expect(await own.stop()).toBe(0);
  expect(await writer.client.closed).toBe(1001);
  expect((await readDocument(database.db, scenario)).doc.getArray('words').length).toBe(30);
});
