import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createThread } from '@/lib/comments/create-thread';
import { listThreads } from '@/lib/comments/list-threads';
import { people } from '@/lib/db/schema/people';
import { labelOf } from '@/lib/document/roots';
import { readDocument } from '@/lib/log/read-document';
import { hashPassword } from '@/lib/people/hash-password';
import type { Actor } from '@/lib/policies/can';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { type AccordProcess, freePort, removeFolder, startAccord, temporaryFolder } from '../support/accord-process';
import { castOf } from '../support/cast';
import { ensureBuilt } from '../support/ensure-built';
import { HttpClient } from '../support/http-client';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { textScenario } from '../support/text-scenario';
import { holdAfter } from './support/hold-after';

/** Accepting a proposed change while the server dies: the record and the edit have both been made, or neither. */
const password = 'a password of one’s own';

let database: TestDatabase;
let dataDir: string;
let port: number;
let accord: AccordProcess;
let env: Record<string, string>;
let anna: Actor, ben: Actor;

beforeAll(async () => {
  await ensureBuilt();
  [database, dataDir, port] = await Promise.all([createTestDatabase(), temporaryFolder(), freePort()]);
  const cast = await castOf(database.db);
  anna = await cast.join('anna', 'DE', { creates: true });
  ben = await cast.join('ben', 'DE');
  await database.db.update(people).set({ email: 'anna@example.org', passwordHash: await hashPassword(password) }).where(eq(people.id, anna.id));
  env = { DATABASE_URL: database.url, NEXTAUTH_SECRET: 'x'.repeat(40) };
  accord = await startAccord({ dataDir, port, env });
}, 360_000);
afterAll(async () => {
  await accord.stop();
  await database.drop();
  await removeFolder(dataDir);
});

interface Proposed {
  readonly scenario: string;
  readonly path: string;
  readonly client: HttpClient;
}

async function proposed(): Promise<Proposed> {
  const scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 1, scenario: { title: { en: 'Fleet' }, ...textScenario } });
  await (await castOf(database.db)).grant(scenario, ben, 'commenter');
  const { thread, comment } = await createThread(database.db, ben, { scenario, item: 'role:insurer', body: 'Why?', requestId: randomUUID(), proposal: { part: 'label:en', before: 'Insurer', after: 'Risk taker' } });
  const client = new HttpClient(accord.url);
  expect((await client.signIn('anna@example.org', password)).status).toBe(200);
  return { scenario, path: `/api/scenarios/${scenario}/threads/${thread}/comments/${comment}/decision`, client };
}

/** What the text says, what the record says, and how many entries the log has. */
async function state(scenario: string): Promise<{ label: string; decision: string | null; settled: boolean; seq: number }> {
  const { doc, seq } = await readDocument(database.db, scenario);
  const [thread] = await listThreads(database.db, anna, scenario);
  return { label: labelOf(doc, 'roles', 'insurer', 'en')!.toString(), decision: thread!.comments[0]!.proposal!.decided?.decision ?? null, settled: thread!.resolved !== null, seq };
}
const open = { label: 'Insurer', decision: null, settled: false };
const accepted = { label: 'Risk taker', decision: 'accepted', settled: true };

/** Asks for it, kills the server at that moment, and starts it again. */
async function killed({ client, path }: Proposed, method: 'PUT' | 'DELETE', table: string, atCommit: boolean): Promise<void> {
  const held = await holdAfter(database, table, { atCommit });
  const answered = client.send(method, path, method === 'PUT' ? { decision: 'accepted' } : undefined).then(
    () => true,
    () => false,
  );
  await held.reached();
  await accord.kill('server');
  expect(await answered).toBe(false);
  await held.release();
  accord = await startAccord({ dataDir, port, env });
}

// in the order in which they are written
const accepting = ['documents', 'document_clients', 'document_updates', 'scenarios', 'proposals', 'threads', 'inbox_entries', 'audit_entries'] as const;

test.each([...accepting.map((table) => ({ moment: `after it has written to ${table}`, table, atCommit: false })), { moment: 'while it commits', table: 'audit_entries', atCommit: true }])(
  'accepting, the server killed $moment: both or neither, and asked again it is made once',
  async ({ table, atCommit }) => {
    const place = await proposed();
    const before = (await state(place.scenario)).seq;
    await killed(place, 'PUT', table, atCommit);
    const after = await state(place.scenario);
    expect([{ ...open, seq: before }, { ...accepted, seq: before + 1 }]).toContainEqual(after);
    if (!atCommit) expect(after.decision).toBeNull();

    const again = await Promise.all([1, 2].map(() => place.client.send('PUT', place.path, { decision: 'accepted' })));
    expect(again.filter(({ status }) => status === 200)).toHaveLength(after.decision === null ? 1 : 0);
    expect(again.filter(({ status }) => status === 409)).toHaveLength(after.decision === null ? 1 : 2);
    expect(await state(place.scenario)).toEqual({ ...accepted, seq: before + 1 });
  },
);

test.each([
  { moment: 'after it has written to document_updates', table: 'document_updates', atCommit: false },
  { moment: 'after it has written to proposals', table: 'proposals', atCommit: false },
  { moment: 'while it commits', table: 'audit_entries', atCommit: true },
])('taking back, the server killed $moment: both or neither', async ({ table, atCommit }) => {
  const place = await proposed();
  expect((await place.client.send('PUT', place.path, { decision: 'accepted' })).status).toBe(200);
  const { seq } = await state(place.scenario);
  await killed(place, 'DELETE', table, atCommit);
  const after = await state(place.scenario);
  expect([{ ...accepted, seq }, { ...open, seq: seq + 1 }]).toContainEqual(after);
  const again = await place.client.send('DELETE', place.path);
  expect(again.status).toBe(after.decision === null ? 404 : 200);
  expect(await state(place.scenario)).toEqual({ ...open, seq: seq + 1 });
  expect(Number((await database.db.execute<{ count: string }>(sql`select count(*) from audit_entries where scenario_id = ${place.scenario}::uuid and verb = 'proposal.reopen'`)).rows[0]!.count)).toBe(1);
});
