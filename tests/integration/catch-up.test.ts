import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createThread } from '@/lib/comments/create-thread';
import { replyToThread } from '@/lib/comments/reply-to-thread';
import { inboxEntries, visits } from '@/lib/db/schema/inbox';
import { appendRecord, writeSigner } from '@/lib/db/sign-off-chain';
import { tell } from '@/lib/db/tell';
import { createEntities } from '@/lib/document/edits/create-entities';
import { itemsOf } from '@/lib/document/items-of';
import { projectScenario } from '@/lib/document/project-scenario';
import { labelOf } from '@/lib/document/roots';
import { textIn } from '@/lib/domain/languages';
import { listInbox } from '@/lib/inbox/list-inbox';
import { markRead } from '@/lib/inbox/mark-read';
import { readCatchUp } from '@/lib/inbox/read-catch-up';
import { visit } from '@/lib/inbox/visit';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import { setPositions } from '@/lib/positions/set-positions';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
let anna: Actor, li: Actor, eve: Actor;
let scenario: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna', 'DE', { creates: true });
  li = await cast.join('Li', 'CN', { speaker: true });
  eve = await cast.join('Eve', 'CN');
});
afterAll(() => database.drop());
beforeEach(async () => {
  scenario = await createScenario(database.db, anna, { title: 'Fleet', language: 'en', origin: 'DE' });
  await cast.grant(scenario, li, 'commenter');
});

const at = (actor: Actor, event: 'open' | 'here' | 'dismiss') => visit(database.db, actor, scenario, event);
const leaveFor = (minutes: number) => database.db.update(visits).set({ at: sql`${visits.at} - make_interval(mins => ${minutes})` });
const catchUp = (actor = li) => readCatchUp(database.db, actor, scenario);

/** Changes the document as somebody's client would. */
async function edit(person: Actor, change: (doc: Y.Doc) => void): Promise<void> {
  const { doc } = await readDocument(database.db, scenario);
  const before = Y.encodeStateVector(doc);
  change(doc);
  await database.db.transaction((tx) => appendUpdates(tx, scenario, [{ person: person.id, clientIds: [doc.clientID], update: Y.encodeStateAsUpdate(doc, before) }]));
}
const addRole = (label: string, person = anna) => edit(person, (doc) => createEntities(doc, { roles: [{ label: { en: label }, phases: { before: {} } }] }));

describe('a visit', () => {
  it('has nothing before it the first time; the next one begins after ten minutes away, where this one ended', async () => {
    expect(await at(li, 'open')).toEqual({ since: null, dismissed: false });
    expect(await catchUp()).toBeNull();
    await addRole('Maker');
    expect((await at(li, 'here')).since).toBeNull();
    await leaveFor(9);
    expect((await at(li, 'open')).since).toBeNull();
    const seen = (await readDocument(database.db, scenario)).seq;
    await leaveFor(11);
    await addRole('Operator');
    expect((await at(li, 'open')).since).toMatchObject({ seq: seen });
    expect((await at(li, 'open')).since).toMatchObject({ seq: seen }); // a reload goes on with it
  });

  it('keeps its summary away once it is put away, until the next one', async () => {
    await at(li, 'open');
    await leaveFor(60);
    await at(li, 'open');
    expect((await at(li, 'dismiss')).dismissed).toBe(true);
    expect((await at(li, 'open')).dismissed).toBe(true);
    await leaveFor(60);
    expect((await at(li, 'open')).dismissed).toBe(false);
  });

  it('is counted once for two tabs that open at the same moment', async () => {
    expect(await Promise.all([at(li, 'open'), at(li, 'open')])).toEqual([
      { since: null, dismissed: false },
      { since: null, dismissed: false },
    ]);
  });

  it('is for those who may read the scenario', async () => {
    expect(await outcome(at(eve, 'open'))).toBe('not-found');
    expect(await outcome(catchUp(eve))).toBe('not-found');
    expect(await outcome(visit(database.db, li, 'x', 'open'))).toBe('not-found');
  });
});

describe('the summary', () => {
  beforeEach(async () => {
    await addRole('Maker');
    await at(li, 'open');
    await leaveFor(60);
  });

  it('says what changed and by whom, seen from where the last visit ended', async () => {
    await addRole('Operator');
    await at(li, 'open');
    const { changes, editors, before, now } = (await catchUp())!;
    expect(changes.map(({ kinds }) => kinds)).toEqual([['added']]);
    expect(editors.map(({ name, delegation }) => [name, delegation])).toEqual([['Anna', 'DE']]);
    const roles = (of: typeof now) => of.roles.map(({ label }) => textIn(label, 'en')).sort();
    expect([roles(before), roles(now)]).toEqual([['Maker'], ['Maker', 'Operator']]);
  });

  it('names nothing that the reader did, and nothing that only moved', async () => {
    await addRole('Own', li);
    await at(li, 'open');
    expect((await catchUp())!.editors).toEqual([]);
  });

  it('holds what was said of the reader’s points since, and what still waits for an answer', async () => {
    const { thread } = await createThread(database.db, li, { scenario, item: 'scenario', body: 'Who owns it?', requestId: randomUUID() });
    await database.db.transaction((tx) => tell(tx, { people: [li.id], scenario, kind: 'offered', by: anna.id, subject: { number: 1 } }));
    await replyToThread(database.db, anna, { scenario, thread, body: 'Nobody.', requestId: randomUUID() });
    await at(li, 'open');
    const first = (await catchUp())!;
    expect(first.said.map(({ kind, by }) => [kind, by?.name])).toEqual([['replied', 'Anna']]);
    expect(first.waiting.map(({ kind }) => kind)).toEqual(['offered']);
    await markRead(database.db, li, { ids: (await listInbox(database.db, li)).entries.map(({ id }) => id), read: true });
    const second = (await catchUp())!;
    expect(second.said).toHaveLength(1);
    expect(second.waiting).toEqual([]);
  });

  it('asks nobody to sign what their delegation has signed, or what has ended', async () => {
    const told = (number: number) => database.db.transaction((tx) => tell(tx, { people: [li.id], scenario, kind: 'offered', by: anna.id, subject: { number } }));
    const write = (kind: 'offer' | 'signature' | 'withdrawal', snapshot: number, offer: number | null, delegation: string | null) =>
      database.db.transaction(async (tx) => {
        const signer = await writeSigner(tx, anna.id, { name: 'Anna', office: 'facilitator', function: '', delegation: null });
        return appendRecord(tx, { kind, scenario, snapshot, content: 'f'.repeat(64), offer, delegation, signer: signer.id, signerHash: signer.hash }, randomUUID());
      });
    const asked = async () => (await catchUp())!.waiting.map(({ subject }) => subject.number);
    await at(li, 'open');
    const first = await write('offer', 1, null, null);
    await told(1);
    await write('signature', 1, first.position, anna.delegationId);
    expect(await asked()).toEqual([1]);
    await write('signature', 1, first.position, li.delegationId);
    expect(await asked()).toEqual([]);
    const second = await write('offer', 2, null, null);
    await told(2);
    expect(await asked()).toEqual([2]);
    await write('withdrawal', 2, second.position, null);
    expect(await asked()).toEqual([]);
  });

  it('keeps what waits for an answer however much has come since', async () => {
    await at(li, 'open');
    await database.db.transaction(async (tx) => {
      await tell(tx, { people: [li.id], scenario, kind: 'assigned', by: anna.id, subject: {} });
      await tx.update(inboxEntries).set({ at: sql`now() - interval '1 day'` }).where(and(eq(inboxEntries.personId, li.id), eq(inboxEntries.kind, 'assigned')));
      for (let i = 0; i < 120; i++) await tell(tx, { people: [li.id], scenario, kind: 'replied', by: anna.id });
    });
    const seen = (await catchUp())!;
    expect(seen.waiting.map(({ kind }) => kind)).toContain('assigned');
    expect(seen.said).toHaveLength(100);
  });

  it('tells speakers which positions of their delegation no longer fit', async () => {
    const { doc } = await readDocument(database.db, scenario);
    const role = itemsOf(projectScenario(doc)).find(({ name }) => name.startsWith('role:'))!;
    await setPositions(database.db, li, { scenario, stance: 'agree', note: '', items: [{ name: role.name, hash: role.hash }], requestId: randomUUID() });
    await at(li, 'open');
    expect((await catchUp())!.stale).toEqual([]);
    await edit(anna, (live) => labelOf(live, 'roles', role.name.slice('role:'.length), 'en')!.insert(0, 'New '));
    expect((await catchUp())!.stale).toEqual([role.name]);
    expect((await catchUp({ ...li, isSpeaker: false }))!.stale).toEqual([]);
  });
});
