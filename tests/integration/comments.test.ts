import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { Client } from 'pg';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { createThread, type NewThread } from '@/lib/comments/create-thread';
import { listThreads } from '@/lib/comments/list-threads';
import { reopenThread } from '@/lib/comments/reopen-thread';
import { replyToThread } from '@/lib/comments/reply-to-thread';
import { resolveThread } from '@/lib/comments/resolve-thread';
import { notificationChannel } from '@/lib/db/notifications';
import { auditEntries } from '@/lib/db/schema/audit';
import { comments, threads } from '@/lib/db/schema/comments';
import { createEntities } from '@/lib/document/edits/create-entities';
import { deleteEntities } from '@/lib/document/edits/edit-entities';
import { itemName } from '@/lib/domain/items';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
/** One of each right, and one of none. */
let people: Record<'facilitator' | 'editor' | 'commenter' | 'viewer' | 'stranger', Actor>;
let scenario: string;
let role: string;
let enterprise: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  people = {
    facilitator: await cast.join('Anna', 'DE', { creates: true }),
    editor: await cast.join('Ben', 'DE'),
    commenter: await cast.join('Mei', 'CN'),
    viewer: await cast.join('Olga', null),
    stranger: await cast.join('Eve', 'CN', { speaker: true }),
  };
});
afterAll(() => database.drop());

async function scenarioWithNetwork(): Promise<{ scenario: string; role: string; enterprise: string }> {
  const id = await createScenario(database.db, people.facilitator, { title: 'Fleet', language: 'en', origin: 'DE' });
  for (const right of ['editor', 'commenter', 'viewer'] as const) await cast.grant(id, people[right], right);
  const doc = new Y.Doc();
  const ids = createEntities(doc, { roles: [{ label: { en: 'Supplier' }, phases: { before: {} } }], enterprises: [{ name: { en: 'Acme' }, colour: 1 }] });
  await database.db.transaction((tx) =>
    appendUpdates(tx, id, [{ person: people.editor.id, clientIds: [doc.clientID], update: Y.encodeStateAsUpdate(doc) }]),
  );
  return { scenario: id, role: ids.roles[0]!, enterprise: ids.enterprises[0]! };
}

beforeEach(async () => {
  ({ scenario, role, enterprise } = await scenarioWithNetwork());
});

const begin = (actor: Actor, input: Partial<NewThread> = {}) =>
  createThread(database.db, actor, { scenario, item: 'scenario', body: 'Is this so?', requestId: randomUUID(), ...input });
const list = (actor: Actor = people.facilitator) => listThreads(database.db, actor, scenario);

describe('who may do what', () => {
  const who = ['facilitator', 'editor', 'commenter', 'viewer', 'stranger'] as const;
  const verbs: Record<string, (actor: Actor, thread: string) => Promise<unknown>> = {
    listThreads: (actor) => list(actor),
    createThread: (actor) => begin(actor),
    replyToThread: (actor, thread) => replyToThread(database.db, actor, { scenario, thread, body: 'Yes.', requestId: randomUUID() }),
    resolveThread: (actor, thread) => resolveThread(database.db, actor, { scenario, thread }),
    reopenThread: (actor, thread) => reopenThread(database.db, actor, { scenario, thread }),
  };
  test.each([
    ['listThreads', ['done', 'done', 'done', 'done', 'not-found']],
    ['createThread', ['done', 'done', 'done', 'forbidden', 'not-found']],
    ['replyToThread', ['done', 'done', 'done', 'forbidden', 'not-found']],
    ['resolveThread', ['done', 'done', 'done', 'forbidden', 'not-found']],
    ['reopenThread', ['done', 'done', 'done', 'forbidden', 'not-found']],
  ])('%s', async (verb, expected) => {
    const { thread } = await begin(people.editor);
    const before = await database.db.$count(auditEntries);
    const answers: string[] = [];
    for (const right of who) {
      if (verb === 'resolveThread') await reopenThread(database.db, people.facilitator, { scenario, thread });
      if (verb === 'reopenThread') await resolveThread(database.db, people.facilitator, { scenario, thread });
      answers.push(await outcome(verbs[verb]!(people[right], thread)));
    }
    expect(answers).toEqual(expected);
    if (verb !== 'listThreads') expect(await database.db.$count(auditEntries)).toBeGreaterThan(before);
  });

  it('leaves no trace of what was refused', async () => {
    const { thread } = await begin(people.editor);
    const before = await list();
    for (const actor of [people.viewer, people.stranger]) for (const verb of Object.values(verbs)) await outcome(verb(actor, thread));
    expect(await list()).toEqual(before);
    const done = await database.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario));
    expect(done.filter(({ personId }) => personId === people.viewer.id || personId === people.stranger.id)).toEqual([]);
  });
});

describe('a thread', () => {
  it('shows who said what, when, and who settled it', async () => {
    const { thread } = await begin(people.editor, { item: itemName({ kind: 'role', id: role }) });
    await replyToThread(database.db, people.commenter, { scenario, thread, body: '是的。', requestId: randomUUID() });
    await resolveThread(database.db, people.facilitator, { scenario, thread });
    expect(await list(people.viewer)).toEqual([
      {
        id: thread,
        item: `role:${role}`,
        kind: 'general',
        anchor: null,
        called: [{ en: 'Supplier', de: '', zh: '' }],
        internalTo: null,
        assignee: null,
        dueOn: null,
        unread: 2,
        resolved: { by: { id: people.facilitator.id, name: 'Anna', delegation: 'DE' }, at: expect.stringMatching(/^\d{4}-.*Z$/) },
        comments: [
          expect.objectContaining({ author: { id: people.editor.id, name: 'Ben', delegation: 'DE' }, body: 'Is this so?' }),
          expect.objectContaining({ author: { id: people.commenter.id, name: 'Mei', delegation: 'CN' }, body: '是的。' }),
        ],
      },
    ]);
    await reopenThread(database.db, people.commenter, { scenario, thread });
    expect((await list())[0]!.resolved).toBeNull();
  });

  it('belongs to its scenario: another one knows nothing of it', async () => {
    const { thread } = await begin(people.editor);
    const elsewhere = (await scenarioWithNetwork()).scenario;
    const foreign = { scenario: elsewhere, thread };
    expect(await outcome(replyToThread(database.db, people.editor, { ...foreign, body: 'x', requestId: randomUUID() }))).toBe('not-found');
    expect(await outcome(resolveThread(database.db, people.editor, foreign))).toBe('not-found');
    expect(await outcome(reopenThread(database.db, people.editor, foreign))).toBe('not-found');
    expect(await listThreads(database.db, people.editor, elsewhere)).toEqual([]);
  });

  it('is settled by the first of two, and says so once', async () => {
    const { thread } = await begin(people.editor);
    await Promise.all([resolveThread(database.db, people.editor, { scenario, thread }), resolveThread(database.db, people.commenter, { scenario, thread })]);
    const done = await database.db.select().from(auditEntries).where(and(eq(auditEntries.scenarioId, scenario), eq(auditEntries.verb, 'thread.resolve')));
    expect(done).toHaveLength(1);
    expect((await list())[0]!.resolved?.by.id).toBe(done[0]!.personId);
  });

  it('keeps the order of replies that arrive together', async () => {
    const { thread } = await begin(people.editor);
    const bodies = Array.from({ length: 20 }, (_, index) => `reply ${index}`);
    await Promise.all(bodies.map((body) => replyToThread(database.db, people.editor, { scenario, thread, body, requestId: randomUUID() })));
    const first = (await list())[0]!.comments.map(({ body }) => body);
    expect(first).toHaveLength(21);
    expect(first[0]).toBe('Is this so?');
    expect(new Set(first.slice(1))).toEqual(new Set(bodies));
    expect((await list())[0]!.comments.map(({ body }) => body)).toEqual(first);
  });
});

describe('what is commented on', () => {
  it('may be anything that the document holds or has held', async () => {
    const items = ['scenario', `role:${role}`, `enterprise:${enterprise}`, `cell:${enterprise}:who`, 'section:description:zh'];
    for (const item of items) expect([item, await outcome(begin(people.editor, { item }))]).toEqual([item, 'done']);
    expect((await list()).map(({ item }) => item)).toEqual(items);

    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate((await readDocument(database.db, scenario)).doc));
    const before = Y.encodeStateVector(doc);
    deleteEntities(doc, { roles: [role] });
    const update = Y.encodeStateAsUpdate(doc, before);
    await database.db.transaction((tx) => appendUpdates(tx, scenario, [{ person: people.editor.id, clientIds: [doc.clientID], update }]));
    expect(await outcome(begin(people.editor, { item: `role:${role}` }))).toBe('done');
  });

  it('is nothing else: not of another scenario, and no name that means nothing', async () => {
    const other = await scenarioWithNetwork();
    for (const item of [`role:${other.role}`, 'role:nobody', `relation:${role}`, `cell:${enterprise}:colour`, `cell:${other.enterprise}:who`, 'section:description:fr', 'role:', '', 'x:y', "role:'; drop table threads; --"])
      expect([item, await outcome(begin(people.editor, { item }))]).toEqual([item, 'not-found']);
    expect(await list()).toEqual([]);
  });
});

describe('what is said', () => {
  it('is stored as the characters that it is', async () => {
    const body = `<img src=x onerror="alert(1)"><script>alert('x')</script>'; drop table comments; -- 🏗️ ‮مرحبا`;
    await begin(people.editor, { body });
    expect((await list())[0]!.comments[0]!.body).toBe(body);
  });

  test.each([
    ['nothing', '', 'empty-text'],
    ['white space', ' \n\u3000', 'empty-text'],
    ['10,000 characters', '价'.repeat(10_000), 'done'],
    ['10,001 characters', 'x'.repeat(10_001), 'too-large'],
    ['100 kB', 'x'.repeat(100_000), 'too-large'],
  ])('%s', async (_what, body, expected) => {
    expect(await outcome(begin(people.editor, { body }))).toBe(expected);
    const { thread } = await begin(people.editor);
    expect(await outcome(replyToThread(database.db, people.editor, { scenario, thread, body, requestId: randomUUID() }))).toBe(expected);
  });
});

describe('the same press of "send"', () => {
  it('makes one thread, whether it comes twice at once or again later', async () => {
    const requestId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => begin(people.editor, { requestId })));
    answers.push(await begin(people.editor, { requestId }));
    expect(new Set(answers.map(({ thread }) => thread)).size).toBe(1);
    expect(await database.db.$count(threads, eq(threads.scenarioId, scenario))).toBe(1);
    expect((await list())[0]!.comments).toHaveLength(1);
  });

  it('makes one reply', async () => {
    const { thread } = await begin(people.editor);
    const requestId = randomUUID();
    const reply = () => replyToThread(database.db, people.commenter, { scenario, thread, body: 'once', requestId });
    const answers = [...(await Promise.all([reply(), reply(), reply()])), await reply()];
    expect(new Set(answers.map(({ comment }) => comment)).size).toBe(1);
    expect(await database.db.$count(comments, eq(comments.threadId, thread))).toBe(2);
  });

  it('of two people are two things, and can not be replayed into another scenario', async () => {
    const requestId = randomUUID();
    await begin(people.editor, { requestId });
    await begin(people.commenter, { requestId });
    expect(await list()).toHaveLength(2);
    const other = (await scenarioWithNetwork()).scenario;
    expect(await outcome(begin(people.editor, { requestId, scenario: other }))).toBe('bad-request');
    expect(await outcome(begin(people.editor, { requestId: 'x' }))).toBe('bad-request');
  });
});

it('is announced to other processes once it is committed, and not when it is refused', async () => {
  const ear = new Client({ connectionString: database.url });
  await ear.connect();
  const heard: unknown[] = [];
  ear.on('notification', ({ payload }) => heard.push(JSON.parse(payload!)));
  await ear.query(`listen ${notificationChannel}`);
  await outcome(begin(people.viewer));
  const { thread } = await begin(people.editor);
  await resolveThread(database.db, people.editor, { scenario, thread });
  await expect.poll(() => heard).toEqual([
    { about: 'threads', scenario, thread },
    { about: 'threads', scenario, thread },
  ]);
  await ear.end();
});
