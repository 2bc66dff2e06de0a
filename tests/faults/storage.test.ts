import { setTimeout as passed } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { database as databaseAt, type Database } from '@/lib/db/client';
import { readDocument } from '@/lib/log/read-document';
import { readUpdatesAfter } from '@/lib/log/read-updates-after';
import { closeCodes } from '@/lib/sync/close-codes';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { connect, presence, type RawClient, update, updateOf, type Received } from './support/raw-client';
import { postgresProxy, type PostgresProxy } from './support/postgres-proxy';
import { createPerson, createTestScenario, startSyncServer, type TestPerson, type TestServer } from './support/sync-world';

/** Rules are those of server/sync/PROTOCOL.md. */

let database: TestDatabase;
let proxy: PostgresProxy;
let throughProxy: Database;
let server: TestServer;
let anna: TestPerson;
let li: TestPerson;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await postgresProxy(database.url);
  throughProxy = databaseAt(proxy.url);
  server = await startSyncServer(throughProxy, { slowCommit: 60_000 });
  anna = await createPerson(database.db, 'Anna', 'DE');
  li = await createPerson(database.db, 'Li', 'CN');
});
afterAll(async () => {
  await server.close();
  await throughProxy.$client.end();
  await proxy.close();
  await database.drop();
});

interface Pair {
  readonly scenario: string;
  readonly writer: RawClient;
  readonly reader: RawClient;
  readonly doc: Y.Doc;
  readonly seen: Y.Doc;
}

async function pair(at: TestServer = server): Promise<Pair> {
  const scenario = await createTestScenario(database.db, [[anna, 'editor'], [li, 'editor']]);
  const [writer, reader] = [connect(at.url, scenario, anna, { query: '?news=1' }), connect(at.url, scenario, li)];
  await Promise.all([writer.opened, reader.opened]);
  const [doc, seen] = await Promise.all([writer.sync(), reader.sync()]);
  reader.follow(seen);
  return { scenario, writer, reader, doc, seen };
}

const write = (word: string) => (doc: Y.Doc): void => doc.getText('words').insert(0, word);
const isUpdate = ({ type }: Received): boolean => type === 'update';
const storageNews = (state: string) => (frame: Received): boolean => frame.type === 'news' && frame.news.topic === 'storage' && frame.news.state === state;
const acknowledgements = ({ frames }: RawClient): number => frames.filter(({ type }) => type === 'acknowledge').length;

/** Has Postgres refuse whatever is appended to this document's log. */
async function refuseAppends(scenario: string): Promise<() => Promise<void>> {
  await database.db.execute(sql`create or replace function refuse_append() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$`);
  await database.db.execute(sql.raw(`create trigger refuse_append before insert on document_updates for each row when (new.scenario_id = '${scenario}') execute function refuse_append()`));
  return async () => void (await database.db.execute(sql`drop trigger refuse_append on document_updates`));
}

test('rules 10 and 12: with the commit delayed by 5 s nobody sees or is told anything before, but presence goes on', async () => {
  const { scenario, writer, reader, doc, seen } = await pair();
  let saved: Promise<void> | undefined;
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from documents where scenario_id = ${scenario} for update`);
    const shown = reader.next(({ type }) => type === 'awareness');
    writer.send(update(updateOf(doc, write('slow'))));
    saved = writer.acknowledged(1);
    writer.send(presence({ clientId: 7, clock: 1, state: {} }));
    await shown;
    await passed(5_000);
    expect(acknowledgements(writer)).toBe(0);
    expect(reader.frames.filter(isUpdate)).toEqual([]);
  });
  await saved;
  expect(writer.frames.some(storageNews('failing'))).toBe(false);
  expect(seen.getText('words').toString()).toBe('slow');
});

test('rule 14: while commits fail nothing is acknowledged or passed on; afterwards all is, once', async () => {
  const { scenario, writer, reader, doc, seen } = await pair();
  const allow = await refuseAppends(scenario);
  const failing = writer.next(storageNews('failing'));
  const working = writer.next(storageNews('working'));
  writer.send(update(updateOf(doc, write('a'))));
  const saved = writer.acknowledged(1);
  await failing;
  writer.send(update(updateOf(doc, write('b'))));
  expect(await server.sync.health()).toBe('failing');
  const late = connect(server.url, scenario, li);
  await late.opened;
  expect([acknowledgements(writer), reader.frames.filter(isUpdate).length]).toEqual([0, 0]);
  await allow();
  await Promise.all([saved, working]);
  await writer.acknowledged(2);
  await reader.acknowledged(1);
  expect(seen.getText('words').toString()).toBe('ba');
  expect((await readDocument(database.db, scenario)).doc.getText('words').toString()).toBe('ba');
  expect((await late.sync()).getText('words').toString()).toBe('ba');
  expect(await server.sync.health()).toBe('ok');
  const rows = await readUpdatesAfter(database.db, scenario, 1);
  const onceMore = new Y.Doc();
  for (const { update: bytes } of await readUpdatesAfter(database.db, scenario, 0)) Y.applyUpdate(onceMore, bytes);
  expect(rows.reduce((sum, row) => sum + [...Y.parseUpdateMeta(row.update).to].reduce((structs, [client, to]) => structs + to - (Y.parseUpdateMeta(row.update).from.get(client) ?? 0), 0), 0)).toBe(2);
});

test('rule 14: a commit whose answer is lost is stored once, passed on and acknowledged', async () => {
  const { scenario, writer, reader, doc, seen } = await pair();
  const lost = proxy.loseNext('commit');
  const heard = reader.next(isUpdate);
  writer.send(update(updateOf(doc, write('once'))));
  const saved = writer.acknowledged(1);
  await lost;
  await Promise.all([saved, heard]);
  expect(seen.getText('words').toString()).toBe('once');
  expect(await readUpdatesAfter(database.db, scenario, 1)).toMatchObject([{ seq: 2, person: anna.id }]);
  writer.send(update(updateOf(doc, write('and '))));
  await writer.acknowledged(2);
  expect((await readDocument(database.db, scenario)).doc.getText('words').toString()).toBe('and once');
});

test('rule 14: with the line to Postgres cut for a while nobody has to come back, and nothing is lost', async () => {
  const { scenario, writer, reader, doc, seen } = await pair();
  const failing = writer.next(storageNews('failing'));
  proxy.cut();
  for (const word of 'abc') writer.send(update(updateOf(doc, write(word))));
  const saved = writer.acknowledged(1);
  await failing;
  expect(acknowledgements(writer)).toBe(0);
  proxy.mend();
  await saved;
  await reader.acknowledged(1);
  expect([seen, (await readDocument(database.db, scenario)).doc].map((one) => one.getText('words').toString())).toEqual(['cba', 'cba']);
  expect([writer.isClosed, reader.isClosed]).toEqual([false, false]);
});

test('a line that breaks under the beginning of a transaction takes no connection with it', async () => {
  const connections = throughProxy.$client.options.max;
  for (let i = 0; i <= connections; i++) {
    const lost = proxy.loseNext('begin');
    await expect(throughProxy.transaction(async (tx) => tx.execute(sql`select 1`))).rejects.toThrow();
    await lost;
  }
  const { rows } = await throughProxy.transaction(async (tx) => tx.execute(sql`select 1 as one`));
  expect(rows).toEqual([{ one: 1 }]);
});

describe('giving up', () => {
  let impatient: TestServer;
  beforeAll(async () => {
    impatient = await startSyncServer(throughProxy, { holdAtMost: 700, slowCommit: 200, inboxBytesPerRoom: 10_000 });
  });
  afterAll(() => impatient.close());

  test('rule 14: after a bound of time the room gives up, and what was sent comes back with its author', async () => {
    const { scenario, writer, reader, doc } = await pair(impatient);
    const allow = await refuseAppends(scenario);
    writer.send(update(updateOf(doc, write('held'))));
    void writer.acknowledged(1);
    expect(await Promise.all([writer.closed, reader.closed])).toEqual([closeCodes.tryAgainLater, closeCodes.tryAgainLater]);
    expect(acknowledgements(writer)).toBe(0);
    await allow();
    const again = connect(impatient.url, scenario, anna);
    await again.opened;
    await again.sync(doc);
    again.send(update(Y.encodeStateAsUpdate(doc)));
    await again.acknowledged(1);
    expect((await readDocument(database.db, scenario)).doc.getText('words').toString()).toBe('held');
  });

  test('rule 14: a commit that takes too long counts as failing, and then too', async () => {
    const { scenario, writer, doc } = await pair(impatient);
    const failing = writer.next(storageNews('failing'));
    await database.db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from documents where scenario_id = ${scenario} for update`);
      writer.send(update(updateOf(doc, write('slow'))));
      await failing;
      expect(await writer.closed).toBe(closeCodes.tryAgainLater);
    });
  });

  test('rule 14: after a bound of bytes too', async () => {
    const { scenario, writer, doc } = await pair(impatient);
    const allow = await refuseAppends(scenario);
    writer.send(update(updateOf(doc, write('x'.repeat(8_000)))));
    writer.send(update(updateOf(doc, write('y'.repeat(8_000)))));
    expect(await writer.closed).toBe(closeCodes.tryAgainLater);
    await allow();
  });
});
