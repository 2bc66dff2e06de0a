import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { requireOpen } from '@/lib/db/require-open';
import { auditEntries } from '@/lib/db/schema/audit';
import { scenarios } from '@/lib/db/schema/scenarios';
import { canonicalJson } from '@/lib/document/canonical';
import { projectScenario } from '@/lib/document/project-scenario';
import { sectionOf, titleOf } from '@/lib/document/roots';
import { appendUpdates } from '@/lib/log/append-updates';
import { listedContent } from '@/lib/log/listed-content';
import { lockDocument } from '@/lib/log/lock-document';
import { readDocument } from '@/lib/log/read-document';
import { readUpdatesAfter } from '@/lib/log/read-updates-after';
import type { Right } from '@/lib/domain/delegations';
import type { Actor } from '@/lib/policies/can';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import { restoreSnapshot } from '@/lib/snapshots/restore-snapshot';
import { plainClient, untilDoc, untilSynced, type PlainClient } from '../faults/support/clients';
import { createPerson, createTestScenario, startSyncServer, type TestPerson, type TestServer } from '../faults/support/sync-world';
import { outcome } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let test: TestDatabase;
let server: TestServer;
let anna: TestPerson, li: TestPerson;
let scenario: string;
let clients: PlainClient[];

const actorOf = ({ id }: TestPerson): Actor => ({ id, isAdministrator: false, mayCreateScenarios: false, delegationId: null, isSpeaker: false });
const fix = async (name: string): Promise<number> => (await createSnapshot(test.db, actorOf(anna), { scenario, name, requestId: randomUUID() })).number;
const restore = (number: number, requestId: string = randomUUID(), actor = actorOf(anna)) => restoreSnapshot(test.db, actor, { scenario, number, requestId });
const contentAt = async (at?: number): Promise<string> => canonicalJson(projectScenario((await readDocument(test.db, scenario, at === undefined ? {} : { at })).doc));

async function tab(person: TestPerson): Promise<PlainClient> {
  const client = plainClient(server.url, scenario, person);
  clients.push(client);
  await untilSynced(client);
  return client;
}
const listed = async () => (await test.db.select().from(scenarios).where(eq(scenarios.id, scenario)))[0]!;
const paragraph = (doc: Y.Doc): Y.XmlText => (sectionOf(doc, 'description', 'en').get(0) as Y.XmlElement).get(0) as Y.XmlText;

beforeAll(async () => {
  test = await createTestDatabase();
  server = await startSyncServer(test.db);
});
afterAll(async () => {
  await server.close();
  await test.drop();
});
beforeEach(async () => {
  clients = [];
  [anna, li] = await Promise.all([createPerson(test.db, 'Anna', 'DE'), createPerson(test.db, 'Li', 'CN')]);
  const text = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'The supplier delivers the machine.' }] }];
  const wording = { en: [], de: [], zh: [] };
  scenario = await createTestScenario(test.db, [[anna, 'facilitator'], [li, 'editor']], {
    sections: { 'description': { en: text, de: [], zh: [] }, 'value-proposition': wording, 'revenue-mechanism': wording, 'business-model-innovation': wording },
  });
  return () => clients.forEach((client) => client.destroy());
});

describe('restoring a version', () => {
  it('brings its content to every screen, leaves the others their undo, and keeps what stood before as a version', async () => {
    const first = await fix('First');
    const [annas, lis] = [await tab(anna), await tab(li)];
    const undo = new Y.UndoManager(titleOf(lis.doc, 'zh')!);
    paragraph(annas.doc).insert(0, 'Nowadays: ');
    titleOf(lis.doc, 'zh')!.insert(0, '场景');
    await untilDoc(annas.doc, () => titleOf(annas.doc, 'zh')!.toString() === '场景');
    await untilDoc(lis.doc, () => paragraph(lis.doc).toString().startsWith('Nowadays'));
    const stood = await contentAt();

    const { before } = await restore(first);
    const { content } = await readSnapshot(test.db, actorOf(li), scenario, first);
    for (const { doc } of [annas, lis]) await untilDoc(doc, () => canonicalJson(projectScenario(doc)) === content);
    expect(await contentAt()).toBe(content);
    expect((await readSnapshot(test.db, actorOf(li), scenario, before!)).content).toBe(stood);
    expect((await listSnapshots(test.db, actorOf(li), scenario)).snapshots[0]).toMatchObject({ number: before, kind: 'before-restore', restores: first, createdBy: { name: 'Anna' } });

    // Li goes on: types, and takes back the typing of his own.
    titleOf(lis.doc, 'zh')!.insert(0, '新');
    await untilDoc(annas.doc, () => titleOf(annas.doc, 'zh')!.toString() === '新');
    undo.undo();
    await untilDoc(annas.doc, () => titleOf(annas.doc, 'zh')!.toString() === '');

    await restore(before!);
    for (const { doc } of [annas, lis]) await untilDoc(doc, () => canonicalJson(projectScenario(doc)) === stood);
  });

  it('makes exactly the content of the version, also while somebody types without a pause, and loses nothing typed afterwards', async () => {
    const first = await fix('First');
    const [annas, lis] = [await tab(anna), await tab(li)];
    const { content } = await readSnapshot(test.db, actorOf(anna), scenario, first);
    let typed = 0;
    const typing = setInterval(() => paragraph(lis.doc).insert(paragraph(lis.doc).length, ` ${typed++}`), 3);
    try {
      for (let round = 0; round < 5; round++) {
        const soFar = typed;
        await untilDoc(annas.doc, () => paragraph(annas.doc).toString().includes(` ${soFar + 3}`));
        await restore(first);
        const restored = (await readUpdatesAfter(test.db, scenario, 0)).filter(({ person }) => person === anna.id).at(-1)!;
        expect(await contentAt(restored.seq)).toBe(content);
      }
    } finally {
      clearInterval(typing);
    }
    const last = ` ${typed - 1}`;
    await untilDoc(annas.doc, () => paragraph(annas.doc).toString().endsWith(last));
    expect(paragraph(annas.doc).toString()).toMatch(/^The supplier delivers the machine\./);
    await untilDoc(lis.doc, () => paragraph(lis.doc).toString() === paragraph(annas.doc).toString());
    expect(await contentAt()).toBe(canonicalJson(projectScenario(annas.doc)));
  });

  it('is done once by one press, also at the same moment, and does nothing where nothing differs', async () => {
    const first = await fix('First');
    expect(await restore(first)).toEqual({ before: null });
    const annas = await tab(anna);
    titleOf(annas.doc, 'en')!.insert(0, 'New ');
    const lis = await tab(li);
    await untilDoc(lis.doc, () => titleOf(lis.doc, 'en')!.toString().startsWith('New'));
    const request = randomUUID();
    const answers = await Promise.all([restore(first, request), restore(first, request), restore(first, request)]);
    expect(answers).toEqual([{ before: 2 }, { before: 2 }, { before: 2 }]);
    expect((await listSnapshots(test.db, actorOf(anna), scenario)).snapshots).toHaveLength(2);
    expect(await outcome(restore(2, request))).toBe('bad-request');
    const audited = await test.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario));
    expect(audited.filter(({ verb }) => verb === 'snapshot.restore')).toMatchObject([{ personId: anna.id, subject: { number: 1, before: 2 } }]);
  });

  it('shows in the lists, though nobody has the scenario open', async () => {
    const first = await fix('First');
    const annas = await tab(anna);
    titleOf(annas.doc, 'en')!.insert(0, 'New ');
    paragraph(annas.doc).insert(0, 'Nowadays: ');
    const lis = await tab(li);
    await untilDoc(lis.doc, () => titleOf(lis.doc, 'en')!.toString().startsWith('New') && paragraph(lis.doc).toString().startsWith('Nowadays'));
    clients.forEach((client) => client.destroy());
    await expect.poll(async () => (await listed()).items).toEqual(listedContent(projectScenario(annas.doc)).items);
    await restore(first);
    expect(await listed()).toMatchObject(listedContent((await readSnapshot(test.db, actorOf(li), scenario, first)).read));
  });

  it('shows in the lists, also if the last has just left and what they wrote is being noted', async () => {
    const left = await startSyncServer(test.db);
    const annas = plainClient(left.url, scenario, anna);
    clients.push(annas);
    await untilSynced(annas);
    titleOf(annas.doc, 'en')!.insert(0, 'New ');
    const written = async (): Promise<Y.Doc> => (await readDocument(test.db, scenario)).doc;
    await expect.poll(async () => titleOf(await written(), 'en')!.toString()).toBe('New A scenario');
    const content = await test.db.transaction(async (tx) => {
      const { doc } = await lockDocument(tx, scenario);
      await requireOpen(tx, scenario, anna.id);
      const before = Y.encodeStateVector(doc);
      titleOf(doc, 'en')!.insert(0, 'Very ');
      await appendUpdates(tx, scenario, [{ person: anna.id, clientIds: [doc.clientID], update: Y.encodeStateAsUpdate(doc, before) }]);
      await tx.update(scenarios).set(listedContent(projectScenario(doc))).where(eq(scenarios.id, scenario));
      annas.destroy();
      await expect.poll(async () => (await tx.execute(sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount).toBe(1);
      return listedContent(projectScenario(doc));
    });
    await left.close();
    expect(await listed()).toMatchObject(content);
  });

  it.each<[Right | null, string]>([['facilitator', 'done'], ['editor', 'forbidden'], ['commenter', 'forbidden'], ['viewer', 'forbidden'], [null, 'not-found']])('as %s: %s', async (right, expected) => {
    const first = await fix('First');
    const somebody = await createPerson(test.db, 'Somebody');
    const other = await createTestScenario(test.db, right === null ? [] : [[somebody, right]]);
    if (right !== null) {
      await createSnapshot(test.db, { ...actorOf(somebody) }, { scenario: other, name: 'x', requestId: randomUUID() }).catch(() => {});
      if (right === 'facilitator') expect(await outcome(restoreSnapshot(test.db, actorOf(somebody), { scenario: other, number: 1, requestId: randomUUID() }))).toBe('done');
      else expect(await outcome(restoreSnapshot(test.db, actorOf(somebody), { scenario: other, number: 1, requestId: randomUUID() }))).toBe(expected);
    } else expect(await outcome(restore(first, randomUUID(), actorOf(somebody)))).toBe(expected);
  });

  it('refuses what names no version', async () => {
    for (const number of [0, -1, 1.5, 2, 2 ** 31, NaN]) expect(await outcome(restore(number)), String(number)).toBe('not-found');
    await fix('First');
    expect(await outcome(restore(1, 'not a uuid'))).toBe('bad-request');
  });
});
