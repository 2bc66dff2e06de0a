import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';
import * as Y from 'yjs';
import { hashText } from '@/lib/db/hash-text';
import { appendRecord, chainHead, sealed, signerHash, writeSigner } from '@/lib/db/sign-off-chain';
import { canonicalJson } from '@/lib/document/canonical';
import { projectScenario } from '@/lib/document/project-scenario';
import { printedHead } from '@/lib/domain/printed-head';
import { noRecord, type Signer, type SignOffRecord } from '@/lib/domain/sign-off-record';
import type { Actor } from '@/lib/policies/can';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { declineOffer } from '@/lib/sign-offs/decline-offer';
import { nameDeputy } from '@/lib/sign-offs/name-deputy';
import { offerSnapshot } from '@/lib/sign-offs/offer-snapshot';
import { signOffer } from '@/lib/sign-offs/sign-offer';
import { verifyChain } from '@/lib/sign-offs/verify-chain';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { migrate } from '@/server/migrate';
import { castOf, type Cast } from '../support/cast';
import { asSomebodyElse, createTestDatabase, type TestDatabase } from '../support/postgres';
import { retitle } from '../support/retitle';
import { wordedScenario } from '../support/worded-scenario';

let database: TestDatabase;
let cast: Cast;
let anna: Actor, li: Actor, mei: Actor;

/** An agreement of six records: offer (1), refusal (2), deputy (3), two signatures (4, 5), and another offer (6). */
beforeEach(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna "A" Weber\\ 李', 'DE', { speaker: true, creates: true });
  li = await cast.join('Li', 'CN', { speaker: true });
  mei = await cast.join('Mei', 'CN');
  const { db } = database;
  const scenario = await importScenarioFile(db, anna, { format: 'accord-scenario', version: 1, scenario: { title: { en: 'Fleet' }, ...wordedScenario } });
  await cast.grant(scenario, li, 'commenter');
  await cast.grant(scenario, mei, 'viewer');
  const fix = () => createSnapshot(db, anna, { scenario, name: 'Fixed', requestId: randomUUID() });
  const put = async () => offerSnapshot(db, anna, { scenario, ...(await fix()), requestId: randomUUID() });
  const { position } = await put();
  const [{ hash }] = (await listSnapshots(db, anna, scenario)).snapshots as unknown as [{ hash: string }];
  const answer = { scenario, offer: position, hash };
  await declineOffer(db, li, { ...answer, reason: 'Later', requestId: randomUUID() });
  await nameDeputy(db, li, { ...answer, person: mei.id, requestId: randomUUID() });
  await signOffer(db, mei, { person: mei.id }, { ...answer, function: '主任', requestId: randomUUID() });
  await signOffer(db, anna, { person: anna.id }, { ...answer, function: 'Head "of" it', requestId: randomUUID() });
  await retitle(db, scenario, anna, 'Fleet of trucks');
  await put();
  return () => database.drop();
});

/** Does as somebody does who owns the database and means harm: without triggers. */
async function asOwner(statement: string, values: unknown[] = []): Promise<void> {
  const client = await database.db.$client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    await client.query(statement, values);
  } finally {
    await client.query(`set session_replication_role = origin`);
    client.release();
  }
}

const found = async (printed?: string) => (await verifyChain(database.db, printed)).problems.map(({ row, what }) => `${row}: ${what}`);

it('finds nothing where nothing was changed, also against a head that was printed before', async () => {
  const { head, snapshots, problems } = await verifyChain(database.db, printedHead(await chainHead(database.db)));
  expect(problems).toEqual([]);
  expect({ position: head.position, snapshots }).toEqual({ position: 6, snapshots: 2 });
  const { rows } = await database.db.execute<{ hash: string }>(sql`select hash from sign_off_records where position = 4`);
  expect(await found(`4-${rows[0]!.hash}`)).toEqual([]);
  expect(await found(`4-${rows[0]!.hash.toUpperCase().replace(/(.{8})/g, '$1 ')}`)).toEqual([]); // as somebody types it from paper
});

describe('finds and names the row', () => {
  test.each<[string, string, RegExp]>([
    ['a record changed', `update sign_off_records set record = replace(record, 'Later', 'Never') where position = 2`, /^record 2: is not what its hash says/],
    ['a record away', `delete from sign_off_records where position = 3`, /^record 4: does not follow record 2/],
    ['a hash changed', `update sign_off_records set hash = repeat('a', 64) where position = 4`, /^record 4: is not what its hash says.*\n?/],
    ['a previous hash changed', `update sign_off_records set previous = repeat('a', 64) where position = 4`, /^record 4: does not hold the hash of the record before/],
    ['a name changed', `update signers set name = 'Mallory' where id = (select signer_id from sign_off_records where position = 5)`, /^signer [0-9a-f-]{36}: is not what record 5 says/],
    ['a function changed', `update signers set "function" = 'President' where id = (select signer_id from sign_off_records where position = 4)`, /^signer [0-9a-f-]{36}: is not what record 4 says/],
    ['a named deputy changed', `update signers set name = 'Mallory' where id = (select (record::jsonb ->> 'named')::uuid from sign_off_records where position = 3)`, /^signer [0-9a-f-]{36}: is not what record 3 says/],
    ['a signer away', `delete from signers where id = (select signer_id from sign_off_records where position = 1)`, /^signer [0-9a-f-]{36}: is missing; record 1 speaks of it/],
    ['a content changed', `update snapshots set content = replace(content, 'Fleet', 'Fleece') where number = 1`, /^version 1 of scenario [0-9a-f-]{36}: does not have the content/],
    ['a content changed together with its hash', `update snapshots set content = '{}', hash = '${hashText('{}')}' where number = 1`, /^record 1: speaks of a content that version 1 .* does not have/],
    ['the document of a version changed', `update snapshots set state = '\\x0000' where number = 1`, /^version 1 of scenario [0-9a-f-]{36}: would be restored as something else/],
    ['a snapshot away', `delete from snapshots where number = 1`, /^record 1: speaks of a content that version 1 .* does not have/],
    ['a record that is none', `update sign_off_records set record = record || ' ' where position = 6`, /^record 6: is not what its hash says/],
  ])('%s by hand', async (_what, statement, expected) => {
    await asOwner(statement);
    expect(await found()).toContainEqual(expect.stringMatching(expected));
  });
});

it('takes what is signed while it reads for no change', async () => {
  let finding!: ReturnType<typeof found>;
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`lock table sign_off_records in access exclusive mode`);
    finding = asSomebodyElse(found);
    // it has read the signers by now
    const isWaiting = async () => (await tx.execute(sql`select from pg_locks where relation = 'sign_off_records'::regclass and not granted`)).rowCount;
    await vi.waitFor(async () => expect(await isWaiting()).toBe(1));
    const { rows } = await tx.execute<{ record: string }>(sql`select record from sign_off_records where position = 6`);
    const { scenario, snapshot, content } = JSON.parse(rows[0]!.record) as SignOffRecord;
    const signer = await writeSigner(tx, anna.id, { name: 'Anna', office: 'facilitator', function: '', delegation: 'DE' });
    await appendRecord(tx, { kind: 'withdrawal', scenario, snapshot, content, offer: 6, signer: signer.id, signerHash: signer.hash }, randomUUID());
  });
  expect(await finding).toEqual([]);
  expect(await verifyChain(database.db)).toMatchObject({ head: { position: 7 }, problems: [] });
});

test('the account that goes leaves everything as it was written', async () => {
  await database.db.execute(sql`update signers set person_id = null`);
  expect(await found()).toEqual([]);
});

/** Rewrites the chain from the first record on, with every hash made anew. */
async function rewriteAll(change: (record: SignOffRecord) => SignOffRecord): Promise<void> {
  const { rows } = await database.db.execute<{ record: string }>(sql`select record from sign_off_records order by position`);
  let previous = noRecord;
  for (const row of rows) {
    const record = change({ ...(JSON.parse(row.record) as SignOffRecord), previous });
    const seal = sealed(record);
    await asOwner(`update sign_off_records set record = $1, hash = $2, previous = $3 where position = $4`, [seal.record, seal.hash, previous, record.position]);
    previous = seal.hash;
  }
}

test('a chain rewritten as a whole is whole in itself, and found against a printed head', async () => {
  const head = printedHead(await chainHead(database.db));
  const { rows } = await database.db.execute<{ hash: string }>(sql`select hash from sign_off_records where position = 1`);
  await rewriteAll((record) => (record.kind === 'refusal' ? { ...record, reason: 'No objection' } : record));
  expect(await found()).toEqual([]);
  expect(await found(head)).toEqual(['head: record 6 is another one than the one that was printed: the chain has been rewritten']);
  expect(await found(`1-${rows[0]!.hash}`)).toEqual([]); // printed before what was changed
});

test('a signature for another delegation than the one whose deputy signs is found, in a chain that is whole in itself', async () => {
  await rewriteAll((record) => (record.deputy === null ? record : { ...record, delegation: randomUUID() }));
  expect(await found()).toEqual(['record 4: rests on a deputy that record 3 does not name']);
});

test('a chain cut short is found against a printed head', async () => {
  const head = printedHead(await chainHead(database.db));
  await asOwner(`delete from sign_off_records where position > 4`);
  expect(await found()).toEqual([]);
  expect(await found(head)).toEqual(['head: record 6, which was printed, is not there; the chain ends with 4']);
  expect((await found('nonsense'))[0]).toMatch(/^head: "nonsense" is no head/);
});

describe('signatures from before the chain', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-migrations-'));
    await cp(join(process.cwd(), 'drizzle'), folder, { recursive: true });
    const journalFile = join(folder, 'meta', '_journal.json');
    const journal = JSON.parse(await readFile(journalFile, 'utf8')) as { entries: { tag: string }[] };
    const until = journal.entries.findIndex(({ tag }) => tag.endsWith('sign_off_chain'));
    await writeFile(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, until) }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('become its first records, in the order in which they were given, and still make the version agreed', async () => {
    const { db } = database;
    await db.execute(sql`drop schema public cascade`);
    await db.execute(sql`drop schema drizzle cascade`);
    await db.execute(sql`create schema public`);
    await migrate(database.url, folder);
    const old = await castOf(db);
    const names = ['Änna "A" Weber\\ 李\u0001\t', 'Li e\u0301'];
    const [first, second] = await Promise.all([old.join(names[0]!, 'DE', { speaker: true, creates: true }), old.join(names[1]!, 'CN', { speaker: true })]);
    const scenario = randomUUID();
    const insert = async (statement: ReturnType<typeof sql>) => (await db.execute<{ id: string }>(statement)).rows[0]!.id;
    await db.execute(sql`insert into scenarios (id, summary) values (${scenario}, '{"title":{"en":"Old","de":"","zh":""}}')`);
    await old.grant(scenario, first!, 'facilitator');
    const content = canonicalJson(projectScenario(new Y.Doc()));
    const state = Buffer.from(Y.encodeStateAsUpdate(new Y.Doc()));
    const parties = sql`array[${old.delegation.DE!}, ${old.delegation.CN!}]::uuid[]`;
    const snapshot = await insert(
      sql`insert into snapshots (scenario_id, number, name, seq, state, content, hash, parties, request_id, created_by) values (${scenario}, 1, 'x', 1, ${state}, ${content}, ${hashText(content)}, ${parties}, ${randomUUID()}, ${first!.id}) returning id`,
    );
    for (const [person, at] of [[second!, '2026-01-02T03:04:05.678Z'], [first!, '2026-01-01T23:59:59.001+02']] as const)
      await db.execute(sql`insert into sign_offs (snapshot_id, delegation_id, signer_id, hash, signed_at) values (${snapshot}, ${person.delegationId}, ${person.id}, ${hashText(content)}, ${at})`);

    await migrate(database.url, join(process.cwd(), 'drizzle'));
    expect((await verifyChain(db)).problems).toEqual([]);
    const { rows } = await db.execute<Record<string, unknown> & { record: string } & Signer>(sql`select r.record, s.* from sign_off_records r join signers s on s.id = r.signer_id order by r.position`);
    expect(rows.map(({ name, delegation }) => [name, delegation])).toEqual([
      [names[0], 'DE'],
      ['Li é', 'CN'],
    ]);
    expect(rows.map(({ record }) => (JSON.parse(record) as SignOffRecord).at)).toEqual(['2026-01-01T21:59:59.001Z', '2026-01-02T03:04:05.678Z']);
    for (const row of rows) expect(signerHash(row)).toBe((JSON.parse(row.record) as SignOffRecord).signerHash);
    expect((await db.execute(sql`select to_regclass('sign_offs') as gone`)).rows).toEqual([{ gone: null }]);
  });
});
