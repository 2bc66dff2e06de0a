import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createThread } from '@/lib/comments/create-thread';
import { replyToThread } from '@/lib/comments/reply-to-thread';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { people as peopleTable } from '@/lib/db/schema/people';
import { tell } from '@/lib/db/tell';
import { inboxKinds } from '@/lib/domain/inbox';
import { inboxPlace } from '@/lib/domain/inbox-place';
import { countUnread } from '@/lib/inbox/count-unread';
import { listInbox } from '@/lib/inbox/list-inbox';
import { markRead } from '@/lib/inbox/mark-read';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { grantRight } from '@/lib/scenarios/grant-right';
import { revokeRight } from '@/lib/scenarios/revoke-right';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
let anna: Actor, li: Actor, mei: Actor, eve: Actor;
let scenario: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna', 'DE', { creates: true });
  li = await cast.join('Li', 'CN');
  mei = await cast.join('Mei', 'CN');
  eve = await cast.join('Eve', 'CN');
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.db.delete(inboxEntries);
  scenario = await createScenario(database.db, anna, { title: 'Fleet', language: 'en', origin: 'DE' });
  for (const person of [li, mei]) await cast.grant(scenario, person, 'commenter');
});

const say = async (actor: Actor): Promise<string> =>
  (await createThread(database.db, actor, { scenario, item: 'scenario', body: 'Is this so?', requestId: randomUUID() })).thread;
const answer = (actor: Actor, thread: string, requestId: string = randomUUID()) => replyToThread(database.db, actor, { scenario, thread, body: 'Yes.', requestId });
const kindsOf = async (actor: Actor): Promise<string[]> => (await listInbox(database.db, actor)).entries.map(({ kind }) => kind);
const told = (person: Actor, kind: (typeof inboxKinds)[number] = 'shared') => database.db.transaction((tx) => tell(tx, { people: [person.id], scenario, kind, by: anna.id }));

describe('what verbs tell', () => {
  it('a reply, to all who spoke in the thread but the one who replies', async () => {
    const thread = await say(anna);
    await answer(li, thread);
    await answer(mei, thread);
    const { entries, unread } = await listInbox(database.db, anna);
    expect(entries.map(({ by, kind, read }) => [by?.name, by?.delegation, kind, read])).toEqual([
      ['Mei', 'CN', 'replied', false],
      ['Li', 'CN', 'replied', false],
    ]);
    expect(unread).toBe(2);
    expect(entries[0]!.scenario).toMatchObject({ id: scenario, title: { en: 'Fleet' } });
    expect(inboxPlace({ scenario, kind: 'replied', subject: entries[0]!.subject })).toContain(`thread=${thread}`);
    expect(await kindsOf(li)).toEqual(['replied']);
    expect(await kindsOf(mei)).toEqual([]);
  });

  it('once, however often the same request arrives', async () => {
    const thread = await say(anna);
    const requestId = randomUUID();
    await Promise.all([answer(li, thread, requestId), answer(li, thread, requestId)]);
    await answer(li, thread, requestId);
    expect(await kindsOf(anna)).toEqual(['replied']);
  });

  it('a first right, not a changed one', async () => {
    await grantRight(database.db, anna, { scenario, person: eve.id, right: 'viewer' });
    await grantRight(database.db, anna, { scenario, person: eve.id, right: 'editor' });
    expect(await kindsOf(eve)).toEqual(['shared']);
    await revokeRight(database.db, anna, { scenario, person: eve.id });
  });

  it('nothing if the verb fails', async () => {
    await expect(
      database.db.transaction(async (tx) => {
        await tell(tx, { people: [li.id], scenario, kind: 'shared', by: anna.id });
        throw new Error('later');
      }),
    ).rejects.toThrow('later');
    expect(await kindsOf(li)).toEqual([]);
  });
});

describe('who is told', () => {
  it('nobody who may not read the scenario, is disabled, or does it themself; each once', async () => {
    await database.db.update(peopleTable).set({ disabledAt: new Date() }).where(eq(peopleTable.id, mei.id));
    await database.db.transaction((tx) => tell(tx, { people: [anna.id, li.id, li.id, mei.id, eve.id], scenario, kind: 'mentioned', by: anna.id }));
    await database.db.update(peopleTable).set({ disabledAt: null }).where(eq(peopleTable.id, mei.id));
    expect((await database.db.select().from(inboxEntries)).map(({ personId }) => personId)).toEqual([li.id]);
  });

  it('nothing more of a scenario once the right to read it is gone, until it is back', async () => {
    await told(li);
    await revokeRight(database.db, anna, { scenario, person: li.id });
    expect([await kindsOf(li), await countUnread(database.db, li)]).toEqual([[], 0]);
    await cast.grant(scenario, li, 'viewer');
    expect([await kindsOf(li), await countUnread(database.db, li)]).toEqual([['shared'], 1]);
  });
});

describe('reading', () => {
  it('marks own entries and nobody else’s, and takes it back', async () => {
    await told(li);
    const { id } = (await listInbox(database.db, li)).entries[0]!;
    expect(await markRead(database.db, mei, { ids: [id], read: true })).toEqual([]);
    expect(await countUnread(database.db, li)).toBe(1);
    expect(await markRead(database.db, li, { ids: [id], read: true })).toEqual([id]);
    expect(await markRead(database.db, li, { ids: [id], read: true })).toEqual([]);
    expect(await countUnread(database.db, li)).toBe(0);
    expect(await markRead(database.db, li, { ids: [id], read: false })).toEqual([id]);
    expect(await countUnread(database.db, li)).toBe(1);
  });

  it('marks all that was seen, not what has come since', async () => {
    await told(li);
    await told(li, 'mentioned');
    const seen = (await listInbox(database.db, li)).entries[0]!.at;
    await database.db.insert(inboxEntries).values({ personId: li.id, kind: 'assigned', byId: anna.id, scenarioId: scenario, at: new Date(Date.parse(seen) + 1000) });
    expect(await markRead(database.db, li, { until: seen, read: true })).toHaveLength(2);
    expect((await listInbox(database.db, li)).entries.map(({ kind, read }) => [kind, read])).toEqual([
      ['assigned', false],
      ['mentioned', true],
      ['shared', true],
    ]);
  });

  it('goes back page by page, without gaps, also through entries of one moment', async () => {
    const at = new Date();
    await database.db.insert(inboxEntries).values(Array.from({ length: 120 }, () => ({ personId: li.id, kind: 'shared' as const, byId: anna.id, scenarioId: scenario, at })));
    const seen: string[] = [];
    let page = await listInbox(database.db, li);
    seen.push(...page.entries.map(({ id }) => id));
    while (page.more) {
      page = await listInbox(database.db, li, seen.at(-1));
      seen.push(...page.entries.map(({ id }) => id));
    }
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });

  it('refuses what is no id, and no moment', async () => {
    expect(await outcome(listInbox(database.db, li, "x' or 1=1"))).toBe('bad-request');
    expect(await outcome(markRead(database.db, li, { ids: ['x'], read: true }))).toBe('bad-request');
    expect(await outcome(markRead(database.db, li, { until: 'yesterday', read: true }))).toBe('bad-request');
  });
});

it('every kind leads somewhere', () => {
  for (const kind of inboxKinds) expect(inboxPlace({ scenario: 's', kind, subject: { thread: 't', comment: 'c', number: 3, item: 'role:r', meeting: 'm' } })).toMatch(/^\/(scenarios|meetings)\//);
});
