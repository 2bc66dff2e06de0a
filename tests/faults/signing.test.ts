import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chainHead, recordsOf } from '@/lib/db/sign-off-chain';
import { people } from '@/lib/db/schema/people';
import { printedHead } from '@/lib/domain/printed-head';
import { hashPassword } from '@/lib/people/hash-password';
import type { Actor } from '@/lib/policies/can';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { offerSnapshot } from '@/lib/sign-offs/offer-snapshot';
import { verifyChain } from '@/lib/sign-offs/verify-chain';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { type AccordProcess, freePort, removeFolder, runVerify, startAccord, temporaryFolder } from '../support/accord-process';
import { castOf } from '../support/cast';
import { ensureBuilt } from '../support/ensure-built';
import { HttpClient } from '../support/http-client';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { retitle } from '../support/retitle';
import { wordedScenario } from '../support/worded-scenario';
import { holdAfter } from './support/hold-after';

/** Signing while things break: the whole act has happened, once, or none of it. */
const password = 'a password of one’s own';

let database: TestDatabase;
let dataDir: string;
let port: number;
let accord: AccordProcess;
let scenario: string;
let anna: Actor, li: Actor;
let env: Record<string, string>;

beforeAll(async () => {
  await ensureBuilt();
  [database, dataDir, port] = await Promise.all([createTestDatabase(), temporaryFolder(), freePort()]);
  const cast = await castOf(database.db);
  anna = await cast.join('anna', 'DE', { speaker: true, creates: true });
  li = await cast.join('li', 'CN', { speaker: true });
  for (const [person, email] of [[anna, 'anna@example.org'], [li, 'li@example.org']] as const)
    await database.db.update(people).set({ email, passwordHash: await hashPassword(password) }).where(eq(people.id, person.id));
  scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 1, scenario: { title: { en: 'Fleet' }, ...wordedScenario } });
  await cast.grant(scenario, li, 'commenter');
  env = { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) };
  accord = await startAccord({ dataDir, port, env });
}, 360_000);
afterAll(async () => {
  await accord.stop();
  await database.drop();
  await removeFolder(dataDir);
});

async function offered(): Promise<{ readonly offer: number; readonly hash: string }> {
  await retitle(database.db, scenario, anna, `Fleet ${randomUUID()}`); // what is agreed already is not offered again
  const { number, hash } = await createSnapshot(database.db, anna, { scenario, name: 'Fixed', requestId: randomUUID() });
  return { offer: (await offerSnapshot(database.db, anna, { scenario, number, hash, requestId: randomUUID() })).position, hash };
}
async function signedIn(email: string): Promise<HttpClient> {
  const client = new HttpClient(accord.url);
  expect((await client.signIn(email, password)).status).toBe(200);
  return client;
}
const signatures = async (offer: number) => (await recordsOf(database.db, [scenario])).filter((record) => record.kind === 'signature' && record.offer === offer);
const count = async (table: string): Promise<number> => Number((await database.db.execute<{ count: string }>(sql.raw(`select count(*) from ${table}`))).rows[0]!.count);
const tables = ['signers', 'sign_off_records', 'audit_entries', 'inbox_entries'] as const;
const counts = async (): Promise<number[]> => Promise.all(['signers', 'sign_off_records', 'inbox_entries'].map(count));

test.each([
  ...tables.map((table) => ({ moment: `after it has written to ${table}`, table, atCommit: false })),
  { moment: 'while it commits', table: 'sign_off_records', atCommit: true },
])('the server killed $moment leaves the whole sign-off or nothing of it, and the same request makes one', async ({ table, atCommit }) => {
  const { offer, hash } = await offered();
  const client = await signedIn('li@example.org');
  const before = await counts();
  const held = await holdAfter(database, table, { atCommit });
  const body = { hash, password, requestId: randomUUID() };
  const path = `/api/scenarios/${scenario}/offers/${offer}/signatures`;
  const answered = client.send('POST', path, body).then(
    () => true,
    () => false,
  );
  await held.reached();
  await accord.kill('server');
  expect(await answered).toBe(false);
  await held.release();

  if (!atCommit) {
    expect(await signatures(offer)).toEqual([]);
    expect(await counts()).toEqual(before);
  }
  expect((await verifyChain(database.db)).problems).toEqual([]);

  accord = await startAccord({ dataDir, port, env });
  const again = await Promise.all([client.send('POST', path, body), client.send('POST', path, body)]);
  expect(again.map(({ status }) => status)).toEqual([200, 200]);
  const [first, second] = (await Promise.all(again.map((answer) => answer.json()))) as { position: number }[];
  const written = await signatures(offer);
  expect(written).toHaveLength(1);
  expect([first!.position, second!.position]).toEqual([written[0]!.position, written[0]!.position]);
  const [signersBefore, recordsBefore] = before;
  expect((await counts()).slice(0, 2)).toEqual([signersBefore! + 1, recordsBefore! + 1]);
  expect((await verifyChain(database.db)).problems).toEqual([]);
});

test('two signers of one moment, each pressing twice, and a third with a forged hash: one record of each side, agreed', async () => {
  const { offer, hash } = await offered();
  const [first, second] = await Promise.all([signedIn('anna@example.org'), signedIn('li@example.org')]);
  const path = `/api/scenarios/${scenario}/offers/${offer}/signatures`;
  const press = (client: HttpClient) => {
    const requestId = randomUUID();
    return [1, 2].map(() => client.send('POST', path, { hash, password, requestId }));
  };
  const forged = first.send('POST', path, { hash: 'f'.repeat(64), password, requestId: randomUUID() });
  const answers = await Promise.all([...press(first), ...press(second), forged]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 409]);
  expect((await signatures(offer)).map(({ delegation }) => delegation).sort()).toEqual([anna.delegationId, li.delegationId].sort());
});

test('a clock an hour off changes neither the time of a record, which is the database’s, nor its place', async () => {
  const { offer, hash } = await offered();
  await accord.stop();
  const shift = `data:text/javascript,${encodeURIComponent('const now = Date.now.bind(Date); Date.now = () => now() - 3600e3;')}`;
  accord = await startAccord({ dataDir, port, env: { ...env, NODE_OPTIONS: `--import ${shift}` } });
  const { rows } = await database.db.execute<{ now: Date }>(sql`select now() as now`);
  const client = await signedIn('li@example.org');
  expect((await client.send('POST', `/api/scenarios/${scenario}/offers/${offer}/signatures`, { hash, password, requestId: randomUUID() })).status).toBe(200);
  const [signature] = await signatures(offer);
  expect(Math.abs(Date.parse(signature!.at) - new Date(rows[0]!.now).getTime())).toBeLessThan(60_000);
  expect(signature!.position).toBe((await chainHead(database.db)).position);
  await accord.stop();
  accord = await startAccord({ dataDir, port, env });
});

test('guessing the password while signing is throttled, and locks nobody out of signing in', async () => {
  const { offer, hash } = await offered();
  const client = await signedIn('li@example.org');
  const attempt = async (guess: string) => ((await (await client.send('POST', `/api/scenarios/${scenario}/offers/${offer}/signatures`, { hash, password: guess, requestId: randomUUID() })).json()) as { error?: { code: string } }).error?.code;
  for (let guess = 0; guess < 10; guess++) expect(await attempt(`guess ${guess}`)).toBe('wrong-password');
  expect(await attempt(password)).toBe('too-many-attempts');
  expect(await signatures(offer)).toEqual([]);
  // who can still sign in knows the password, and may sign
  await signedIn('li@example.org');
  expect(await attempt(password)).toBeUndefined();
  expect(await signatures(offer)).toHaveLength(1);
});

test('npm run verify says that all is well, or which row is not, also against a printed head; and whether it could look at all', async () => {
  await offered();
  const head = printedHead(await chainHead(database.db));
  expect(await runVerify(['--head', head], env)).toEqual({ code: 0, output: expect.stringContaining(`Head of the chain: ${head}`) });
  expect((await runVerify(['nonsense'], env)).code).toBe(2);
  expect(await runVerify(['--head', head.slice(0, -1)], env)).toEqual({ code: 2, output: expect.stringContaining('is no head as Accord prints it') });
  const nowhere = { ...env, DATABASE_URL: 'postgres://accord@127.0.0.1:9/accord' };
  expect(await runVerify([], nowhere)).toEqual({ code: 3, output: expect.stringMatching(/ECONNREFUSED/) });
  expect(await runVerify(['--head', head.replace(/.{4}$/, '0000')], env)).toEqual({ code: 1, output: expect.stringMatching(/^head: record \d+ is another one than the one that was printed/m) });
  await database.db.execute(sql`alter table signers disable trigger all`);
  await database.db.execute(sql`update signers set name = 'Mallory' where id = (select signer_id from sign_off_records order by position limit 1)`);
  expect(await runVerify([], env)).toEqual({ code: 1, output: expect.stringMatching(/^signer [0-9a-f-]{36}: is not what record 1 says/m) });
});
