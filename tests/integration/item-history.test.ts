import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Database } from '@/lib/db/client';
import { createEntities } from '@/lib/document/edits/create-entities';
import { deleteEntities, placeBoxes, setChange } from '@/lib/document/edits/edit-entities';
import { replaceText } from '@/lib/document/edits/edit-text';
import { labelOf, rationaleOf, sectionOf } from '@/lib/document/roots';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { insertScenario } from '@/lib/scenarios/insert-scenario';
import { readItemHistory } from '@/lib/scenarios/read-item-history';
import { skeleton } from '@/lib/scenarios/skeleton';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let test: TestDatabase;
let db: Database;
let cast: Cast;
let anna: Actor, li: Actor;
let scenario: string;

beforeAll(async () => {
  test = await createTestDatabase();
  ({ db } = test);
  cast = await castOf(db);
  [anna, li] = [await cast.join('Anna', 'DE'), await cast.join('Li', 'CN')];
});
afterAll(() => test.drop());
beforeEach(async () => {
  scenario = await db.transaction((tx) =>
    insertScenario(tx, { scenario: skeleton({ title: 'A', language: 'en' }), person: anna.id, rights: [{ person: anna.id, right: 'facilitator' }, { person: li.id, right: 'editor' }], verb: 'scenario.create' }),
  );
});

/** Somebody edits and leaves; minutes later the next one does. */
async function edit(person: Actor, change: (doc: Y.Doc) => void, minutes = 0): Promise<void> {
  const { doc } = await readDocument(db, scenario);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  change(doc);
  await db.transaction(async (tx) => {
    const { firstSeq } = await appendUpdates(tx, scenario, updates.map((update) => ({ person: person.id, clientIds: doc.store.clients.has(doc.clientID) ? [doc.clientID] : [], update })));
    // Only a test turns the clock; the rows are written once.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update document_updates set at = now() + ${`${minutes} minutes`}::interval where scenario_id = ${scenario}::uuid and seq >= ${firstSeq}`);
  });
}
const write = (text: string) => (doc: Y.Doc): void => {
  const fragment = sectionOf(doc, 'description', 'en');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.transact(() => {
    fragment.delete(0, fragment.length);
    fragment.insert(0, [paragraph]);
  });
};
const history = (item: string, before?: number, actor = anna) => readItemHistory(db, actor, { scenario, item, ...(before !== undefined && { before }) });
const paragraphs = (text: string) => ({ wording: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

describe('the history of an item', () => {
  it('holds each wording with its author, what one person wrote in one go as one, and nothing of other items', async () => {
    await edit(anna, write('One'), 1);
    await edit(anna, write('One two'), 5);
    await edit(li, (doc) => replaceText(rationaleOf(doc, 'nobody', 'who'), 'elsewhere'), 6);
    await edit(li, write('One two three'), 7);
    await edit(anna, write('Four'), 40);
    await edit(anna, write('Five'), 90);
    const { edits, olderThan } = await history('section:description:en');
    expect(edits.map(({ by, content }) => [by?.name, content])).toEqual([
      ['Anna', paragraphs('Five')],
      ['Anna', paragraphs('Four')],
      ['Li', paragraphs('One two three')],
      ['Anna', paragraphs('One two')],
    ]);
    expect(olderThan).toBeNull();
  });

  it('of a role tells its names, enterprises and its end, and not where it was moved', async () => {
    let role = '';
    await edit(anna, (doc) => void ([role] = createEntities(doc, { roles: [{ label: { en: 'Supplier' }, phases: { before: {} } }] }).roles as [string]), 1);
    await edit(li, (doc) => placeBoxes(doc, 'before', { [role]: [1, 2, 300, 400] }), 20);
    await edit(li, (doc) => replaceText(labelOf(doc, 'roles', role, 'zh')!, '供应商'), 40);
    await edit(anna, (doc) => deleteEntities(doc, { roles: [role] }), 60);
    const { edits } = await history(`role:${role}`);
    expect(edits.map(({ by, content }) => [by?.name, content && 'values' in content ? content.values['label:zh'] : content])).toEqual([
      ['Anna', null],
      ['Li', '供应商'],
      ['Anna', ''],
    ]);
  });

  it('begins with the scenario itself for what came with it', async () => {
    const role = { id: 'supplier', label: { en: 'Supplier', de: '', zh: '' }, phases: { before: { enterprise: null, box: null } } };
    scenario = await db.transaction((tx) =>
      insertScenario(tx, { scenario: { ...skeleton({ title: 'A', language: 'en' }), roles: [role] }, person: anna.id, rights: [{ person: anna.id, right: 'facilitator' }], verb: 'scenario.create' }),
    );
    expect((await history('role:supplier')).edits).toMatchObject([{ by: { name: 'Anna' }, content: { values: { 'label:en': 'Supplier', 'before': 'true' } } }]);
    expect((await history('scenario')).edits).toMatchObject([{ by: { name: 'Anna' } }]);
  });

  it('of a cell tells judgement and rationale', async () => {
    let enterprise = '';
    await edit(anna, (doc) => void ([enterprise] = createEntities(doc, { enterprises: [{ name: { en: 'Acme' }, colour: 1 }] }).enterprises as [string]), 1);
    await edit(li, (doc) => setChange(doc, enterprise, 'who', 'significant'), 20);
    await edit(anna, (doc) => replaceText(rationaleOf(doc, enterprise, 'who'), 'New customers'), 40);
    const { edits } = await history(`cell:${enterprise}:who`);
    expect(edits.map(({ by, content }) => [by?.name, content])).toEqual([
      ['Anna', { values: { change: 'significant', rationale: 'New customers' } }],
      ['Li', { values: { change: 'significant', rationale: '' } }],
      ['Anna', { values: { change: null, rationale: '' } }],
    ]);
  });

  it('comes page by page', async () => {
    for (let count = 1; count <= 26; count++) await edit(count % 2 ? anna : li, write(`Wording ${count}`), count);
    const newest = await history('section:description:en');
    expect(newest.edits).toHaveLength(20);
    expect(newest.edits[0]!.content).toEqual(paragraphs('Wording 26'));
    const older = await history('section:description:en', newest.olderThan!);
    expect(older.edits[0]!.content).toEqual(paragraphs('Wording 6'));
    expect(older.edits.at(-1)!.content).not.toEqual(newest.edits.at(-1)!.content);
    expect(older.olderThan).toBeNull();
  });

  it('is shown to readers only, and of what names an item', async () => {
    const stranger = await cast.join('Stranger', 'DE');
    expect(await outcome(history('section:description:en', undefined, stranger))).toBe('not-found');
    expect(await outcome(readItemHistory(db, anna, { scenario: randomUUID(), item: 'scenario' }))).toBe('not-found');
    for (const item of ['', 'section', 'role:', 'role:a:b', '__proto__', 'section:description:fr']) expect(await outcome(history(item)), item).toBe('bad-request');
    expect((await history('role:unknown')).edits).toEqual([]);
  });
});
