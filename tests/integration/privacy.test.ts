import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createThread } from '@/lib/comments/create-thread';
import { listThreads } from '@/lib/comments/list-threads';
import { notificationChannel } from '@/lib/db/notifications';
import { rightOf } from '@/lib/db/rights';
import { auditEntries } from '@/lib/db/schema/audit';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { people } from '@/lib/db/schema/people';
import { signers } from '@/lib/db/schema/sign-offs';
import { tell } from '@/lib/db/tell';
import { formerParticipant } from '@/lib/domain/named-person';
import { appendUpdates } from '@/lib/log/append-updates';
import { enablePerson } from '@/lib/people/enable-person';
import { throttle } from '@/lib/people/throttle';
import { eraseOwnAccount, erasePerson } from '@/lib/people/erase-person';
import { exportOwnData } from '@/lib/people/export-own-data';
import { hashPassword } from '@/lib/people/hash-password';
import { invitePerson } from '@/lib/people/invite-person';
import { listPeople } from '@/lib/people/list-people';
import { namingColumns } from '@/lib/people/rows-of-person';
import { renamePerson } from '@/lib/people/rename-person';
import { signIn } from '@/lib/people/sign-in';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
let administrator: Actor, anna: Actor, li: Actor;
let liEmail: string;
let scenario: string, thread: string;
let passwordHash: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  passwordHash = await hashPassword('secret of li');
  const admin = await cast.join('Ada', null);
  await database.db.update(people).set({ isAdministrator: true, passwordHash: 'set' }).where(eq(people.id, admin.id));
  administrator = { ...admin, isAdministrator: true };
  anna = await cast.join('Anna', 'DE', { creates: true });
});
afterAll(() => database.drop());
beforeEach(async () => {
  li = await cast.join('Li Ming', 'CN', { speaker: true });
  liEmail = `${randomUUID()}@example.org`;
  await database.db.update(people).set({ passwordHash, email: liEmail }).where(eq(people.id, li.id));
  scenario = await createScenario(database.db, anna, { title: 'Fleet', language: 'en', origin: 'DE' });
  await cast.grant(scenario, li, 'editor');
  ({ thread } = await createThread(database.db, li, { scenario, item: 'scenario', body: 'Who owns the fleet?', requestId: randomUUID() }));
  await createSnapshot(database.db, li, { scenario, name: 'First', requestId: randomUUID() });
  const doc = new Y.Doc();
  doc.getMap('meta').set('x', 1);
  await database.db.transaction((tx) => appendUpdates(tx, scenario, [{ person: li.id, clientIds: [doc.clientID], update: Y.encodeStateAsUpdate(doc) }]));
  await database.db.transaction((tx) => tell(tx, { people: [li.id], scenario, kind: 'mentioned', by: anna.id }));
});

const row = async () => (await database.db.select().from(people).where(eq(people.id, li.id)))[0]!;
const eraseOwn = (password: string) => eraseOwnAccount(database.db, li, { password });
const logIn = () => signIn(database.db, { email: liEmail, password: 'secret of li', address: randomUUID(), demoAllowed: true });

describe('the export', () => {
  it('holds profile, words, rights, acts, edits and inbox of the person, and no secret', async () => {
    const data = await exportOwnData(database.db, li);
    expect(data.profile).toMatchObject({ name: 'Li Ming', email: liEmail, delegation: 'CN' });
    expect(data.rows.comments).toMatchObject([{ body: 'Who owns the fleet?' }]);
    expect(data.rows.scenario_rights).toMatchObject([{ right: 'editor' }]);
    expect(data.rows.snapshots).toMatchObject([{ name: 'First' }]);
    expect(data.rows.inbox_entries).toMatchObject([{ kind: 'mentioned' }]);
    expect(data.edits).toMatchObject([{ scenario, updates: 1 }]);
    expect(data.acts.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['thread.create', 'snapshot.create']));
    const text = JSON.stringify(data);
    expect(text).not.toContain('scrypt');
    expect(Object.keys(data.rows.snapshots![0]!)).not.toContain('content');
    expect((await exportOwnData(database.db, li)).acts.map(({ verb }) => verb)).toContain('person.export');
  });

  it('says nothing of what others were told because of the person', async () => {
    await database.db.transaction((tx) => tell(tx, { people: [anna.id], scenario, kind: 'mentioned', by: li.id }));
    expect((await exportOwnData(database.db, li)).rows.inbox_entries).toHaveLength(1);
    expect((await exportOwnData(database.db, anna)).rows.comments).toEqual([]);
  });
});

describe('erasing', () => {
  it('takes sign-in, address, profile, rights, inbox and visits, and leaves what was said under a neutral name', async () => {
    await logIn();
    await erasePerson(database.db, administrator, li.id);
    expect(await row()).toMatchObject({ name: formerParticipant, email: `${li.id}@erased.invalid`, passwordHash: null, isSpeaker: false, delegationId: li.delegationId });
    expect(await outcome(logIn())).toBe('wrong-credentials');
    expect(await rightOf(database.db, li.id, scenario)).toBeNull();
    expect(await database.db.select().from(inboxEntries).where(eq(inboxEntries.personId, li.id))).toEqual([]);
    for (const { table, column, onLeave } of await namingColumns(database.db)) {
      if (onLeave === 'keep') continue;
      const { rows } = await database.db.$client.query(`select 1 from "${table}" where "${column}" = $1`, [li.id]);
      expect([table, column, rows.length]).toEqual([table, column, 0]);
    }
    const said = (await listThreads(database.db, anna, scenario)).find(({ id }) => id === thread)!;
    expect(said.comments[0]).toMatchObject({ body: 'Who owns the fleet?', author: { name: formerParticipant, delegation: 'CN' } });
    expect((await listPeople(database.db, administrator)).map(({ id }) => id)).not.toContain(li.id);
  });

  it('tells nobody but their delegation of a thread that it keeps to itself', async () => {
    const internal = await createThread(database.db, li, { scenario, item: 'scenario', body: 'Among us', internal: true, requestId: randomUUID() });
    const ear = await database.db.$client.connect();
    const heard: Record<string, unknown>[] = [];
    ear.on('notification', ({ payload }) => heard.push(JSON.parse(payload!) as Record<string, unknown>));
    try {
      await ear.query(`listen ${notificationChannel}`);
      await erasePerson(database.db, administrator, li.id);
      const ofThread = (id: string) => heard.filter((notification) => notification.thread === id);
      await expect.poll(() => [...ofThread(thread), ...ofThread(internal.thread)]).toEqual([
        { about: 'threads', scenario, thread },
        { about: 'threads', scenario, thread: internal.thread, delegation: li.delegationId },
      ]);
    } finally {
      ear.release(true);
    }
  });

  it('leaves the name under what was signed, where nothing leads back to the account', async () => {
    const signer = { id: randomUUID(), salt: randomUUID(), name: 'Li Ming', office: 'speaker', function: 'Head of unit', delegation: 'CN' } as const;
    await database.db.insert(signers).values({ ...signer, personId: li.id });
    await erasePerson(database.db, administrator, li.id);
    expect(await database.db.select().from(signers).where(eq(signers.id, signer.id))).toEqual([{ ...signer, personId: null }]);
  });

  it('leaves name and address nowhere in the audit', async () => {
    const email = `${randomUUID()}@example.org`;
    const { personId } = await invitePerson(database.db, administrator, { email, name: 'Zhao Unforgettable', delegationId: null });
    await renamePerson(database.db, administrator, personId, 'Zhao Memorable');
    await erasePerson(database.db, administrator, personId);
    const entries = JSON.stringify(await database.db.select().from(auditEntries));
    for (const trace of [email, 'Unforgettable', 'Memorable', liEmail]) expect(entries).not.toContain(trace);
    expect(entries).toContain('person.erase');
  });

  it('is final: nothing changes or enables what is left; the address can be invited anew', async () => {
    await erasePerson(database.db, administrator, li.id);
    expect(await outcome(enablePerson(database.db, administrator, li.id))).toBe('not-found');
    expect(await outcome(erasePerson(database.db, administrator, li.id))).toBe('not-found');
    expect(await outcome(invitePerson(database.db, administrator, { email: liEmail, name: 'Li again', delegationId: null }))).toBe('done');
  });

  it('is for administrators, or for oneself after the password', async () => {
    expect(await outcome(erasePerson(database.db, anna, li.id))).toBe('forbidden');
    expect(await outcome(erasePerson(database.db, administrator, 'x'))).toBe('not-found');
    expect(await outcome(eraseOwn('wrong'))).toBe('wrong-credentials');
    expect((await row()).erasedAt).toBeNull();
    expect(await outcome(eraseOwn('secret of li'))).toBe('done');
    expect((await row()).erasedAt).not.toBeNull();
  });

  it('asked for by more at once than there are connections holds up nobody', async () => {
    const results = await Promise.all(Array.from({ length: 25 }, () => outcome(eraseOwn('wrong'))));
    expect(results.filter((result) => result === 'wrong-credentials')).toHaveLength(throttle.perAccount);
    expect(results.filter((result) => result === 'too-many-attempts')).toHaveLength(results.length - throttle.perAccount);
    expect((await row()).erasedAt).toBeNull();
  });

  it('waits until a scenario has another facilitator, and the installation another administrator', async () => {
    await cast.grant(scenario, anna, 'viewer');
    await cast.grant(scenario, li, 'facilitator');
    expect(await outcome(eraseOwn('secret of li'))).toBe('last-facilitator');
    expect(await rightOf(database.db, li.id, scenario)).toBe('facilitator');
    expect(await outcome(erasePerson(database.db, administrator, administrator.id))).toBe('last-administrator');
    await cast.grant(scenario, anna, 'facilitator');
    expect(await outcome(eraseOwn('secret of li'))).toBe('done');
  });

  it('is refused for demo people, whose accounts are everybody’s', async () => {
    await database.db.update(people).set({ isDemo: true }).where(eq(people.id, li.id));
    expect(await outcome(erasePerson(database.db, administrator, li.id))).toBe('forbidden');
    expect(await outcome(eraseOwn('secret of li'))).toBe('forbidden');
  });
});
