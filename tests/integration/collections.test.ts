import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addScenario } from '@/lib/collections/add-scenario';
import { changeCollection } from '@/lib/collections/change-collection';
import { createCollection } from '@/lib/collections/create-collection';
import { listCollections } from '@/lib/collections/list-collections';
import { moveScenario } from '@/lib/collections/move-scenario';
import { readCollection } from '@/lib/collections/read-collection';
import { removeScenario } from '@/lib/collections/remove-scenario';
import { auditEntries } from '@/lib/db/schema/audit';
import { scenarios } from '@/lib/db/schema/scenarios';
import { recordsOf } from '@/lib/db/sign-off-chain';
import { declareRight } from '@/lib/document/edits/lead-wording';
import { itemsOf } from '@/lib/document/items-of';
import { projectScenario } from '@/lib/document/project-scenario';
import { sectionOf } from '@/lib/document/roots';
import { rightForNow } from '@/lib/domain/counterparts';
import { sectionKeys } from '@/lib/domain/scenario';
import { appendUpdates } from '@/lib/log/append-updates';
import { dueLists, listAfresh } from '@/lib/log/list-afresh';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { listPositions } from '@/lib/positions/list-positions';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { listBlockers } from '@/lib/sign-offs/list-blockers';
import { offerSnapshot } from '@/lib/sign-offs/offer-snapshot';
import { readOffer } from '@/lib/sign-offs/read-offer';
import { verifyChain } from '@/lib/sign-offs/verify-chain';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
/** Anna and Li create scenarios, Ben edits, Eve knows nothing of any. */
let anna: Actor, ben: Actor, li: Actor, eve: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna', 'DE', { speaker: true, creates: true });
  ben = await cast.join('Ben', 'DE');
  li = await cast.join('Li', 'CN', { speaker: true, creates: true });
  eve = await cast.join('Eve', 'CN');
});
afterAll(() => database.drop());

const written = (text: string) => [{ type: 'paragraph', content: [{ type: 'text', text }] }];
const worded = Object.fromEntries(sectionKeys.map((key) => [key, { en: written(`${key}.`), de: written(`${key}, deutsch.`), zh: written(`${key}，中文。`) }]));
/** A scenario of Anna's, worded in three languages, that Li comments on. */
const newScenario = async (title: string): Promise<string> => {
  const id = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 2, scenario: { title: { en: title }, sections: worded } });
  await cast.grant(id, li, 'commenter');
  return id;
};
const plan = (authenticLanguages: readonly ('en' | 'de' | 'zh')[] = ['en'], en = 'Report') => ({ name: { en, de: '', zh: '' }, authenticLanguages });
const newCollection = async (actor = anna, ...args: Parameters<typeof plan>): Promise<string> => (await createCollection(database.db, actor, { ...plan(...args), requestId: randomUUID() })).collection;
const add = (collection: string, scenario: string, actor = anna) => addScenario(database.db, actor, { collection, scenario });
const remove = (collection: string, scenario: string, actor = anna) => removeScenario(database.db, actor, { collection, scenario });
const move = (collection: string, scenario: string, before: string | null, actor = anna) => moveScenario(database.db, actor, { collection, scenario, before });
const read = (collection: string, actor = anna) => readCollection(database.db, actor, collection);
const order = async (collection: string, actor = anna) => (await read(collection, actor)).scenarios.map(({ id }) => id);
const listed = async (actor: Actor) => (await listCollections(database.db, actor)).map(({ id }) => id);

describe('a collection', () => {
  it('is created once per press, with a name and one authentic language at least', async () => {
    const requestId = randomUUID();
    const twice = await Promise.all([1, 2].map(() => createCollection(database.db, anna, { ...plan(['zh', 'de']), requestId })));
    expect(twice[0]).toEqual(twice[1]);
    expect(await read(twice[0]!.collection)).toMatchObject({ name: { en: 'Report', de: '', zh: '' }, authenticLanguages: ['de', 'zh'], scenarios: [], may: { lead: true } });
    const asked = (over: object) => outcome(createCollection(database.db, anna, { ...plan(), ...over, requestId: randomUUID() }));
    expect(await asked({ name: { en: ' ', de: '', zh: '' } })).toBe('empty-text');
    expect(await asked({ name: { en: 'x'.repeat(501), de: '', zh: '' } })).toBe('too-large');
    expect(await asked({ authenticLanguages: [] })).toBe('bad-request');
    expect(await asked({ authenticLanguages: ['en', 'en'] })).toBe('bad-request');
    expect(await outcome(createCollection(database.db, ben, { ...plan(), requestId: randomUUID() }))).toBe('forbidden');
  });

  it('is seen by whoever holds something in it or reads one of its scenarios, and shows nobody more than they may read', async () => {
    const collection = await newCollection();
    expect([(await listed(anna)).includes(collection), (await listed(li)).includes(collection)]).toEqual([true, false]);
    expect(await outcome(read(collection, li))).toBe('not-found');
    const [open, closed] = [await newScenario('Open'), await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 2, scenario: { title: { en: 'Closed' } } })];
    await add(collection, open);
    await add(collection, closed);
    expect(await read(collection, li)).toMatchObject({ scenarios: [{ id: open, mayRemove: false }], may: { lead: false } });
    expect((await listCollections(database.db, li)).find(({ id }) => id === collection)).toMatchObject({ scenarios: 1 });
    expect(await order(collection)).toEqual([open, closed]);
    for (const id of [collection, randomUUID(), 'nonsense']) expect(await outcome(read(id, eve))).toBe('not-found');
    expect(await outcome(move(collection, open, closed, li))).toBe('forbidden');
  });

  it('holds its scenarios in an order, each in one collection at most', async () => {
    const [collection, other] = [await newCollection(), await newCollection()];
    const [a, b, c] = [await newScenario('A'), await newScenario('B'), await newScenario('C')];
    for (const id of [a, b, c, b]) await add(collection, id);
    expect(await order(collection)).toEqual([a, b, c]);
    expect(await outcome(add(other, b))).toBe('in-another-collection');
    await move(collection, c, a);
    await move(collection, a, null);
    expect(await order(collection)).toEqual([c, b, a]);
    for (const before of [null, a]) await move(collection, before ? b : a, before); // where it stands already
    expect(await outcome(move(collection, a, randomUUID()))).toBe('not-found');
    await remove(collection, b);
    expect(await order(collection)).toEqual([c, a]);
    await add(other, b);
    expect(await outcome(remove(collection, b))).toBe('not-found');
    const moves = await database.db.$count(auditEntries, sql`${auditEntries.verb} = 'collection.move-scenario' and ${auditEntries.subject} ->> 'collection' = ${collection}`);
    expect(moves).toBe(2);
    const verbs = (await database.db.select({ verb: auditEntries.verb }).from(auditEntries).where(eq(auditEntries.scenarioId, b))).map(({ verb }) => verb);
    expect(verbs.filter((verb) => verb.startsWith('collection.'))).toEqual(['collection.add-scenario', 'collection.remove-scenario', 'collection.add-scenario']);
  });

  it('takes in only what its leader facilitates; a scenario’s own facilitator takes it out again', async () => {
    const collection = await newCollection(li);
    const scenario = await newScenario('Shared');
    expect(await outcome(add(collection, scenario, li))).toBe('forbidden');
    expect(await outcome(add(collection, scenario))).toBe('not-found');
    await cast.grant(scenario, li, 'facilitator');
    await add(collection, scenario, li);
    // whoever facilitates all that is in it leads it, too
    expect((await read(collection)).may.lead).toBe(true);
    const other = await importScenarioFile(database.db, li, { format: 'accord-scenario', version: 2, scenario: { title: { en: 'Li’s own' } } });
    await add(collection, other, li);
    expect((await read(collection)).may.lead).toBe(false);
    expect(await outcome(remove(collection, other))).toBe('not-found');
    expect(await outcome(changeCollection(database.db, anna, { ...plan(), collection }))).toBe('forbidden');
    expect(await outcome(remove(collection, scenario))).toBe('done');
    expect(await order(collection, li)).toEqual([other]);
  });
});

it('a collection knows how the enterprises of its scenarios are assessed, also from before that was kept', async () => {
  const file = { title: { en: 'Assessed' }, enterprises: [{ id: 'maker', name: { en: 'Maker' }, colour: 0, newInFuture: true }], assessment: { maker: { who: { change: 'significant' }, value: { change: 'none' } } } };
  const scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 2, scenario: file });
  const collection = await newCollection();
  await add(collection, scenario);
  const assessed = async () => (await read(collection)).scenarios[0]!.assessed;
  const told = await assessed();
  expect(told).toMatchObject([{ id: 'maker', name: { en: 'Maker' }, newInFuture: true, claim: null, cells: { who: { change: 'significant' }, what: { change: null }, value: { change: 'none' } } }]);
  await database.db.update(scenarios).set({ assessed: null, summary: sql`${scenarios.summary} - 'version'` }).where(eq(scenarios.id, scenario));
  expect(await assessed()).toBeNull();
  expect(await dueLists(database.db, 0)).toContain(scenario);
  await listAfresh(database.db, scenario);
  expect(await assessed()).toEqual(told);
});

describe('authentic languages', () => {
  let scenario: string;
  beforeEach(async () => {
    scenario = await newScenario('Fleet');
  });
  const edit = async (change: (doc: Y.Doc) => void): Promise<void> => {
    const { doc } = await readDocument(database.db, scenario);
    const before = Y.encodeStateVector(doc);
    change(doc);
    await database.db.transaction((tx) => appendUpdates(tx, scenario, [{ person: anna.id, clientIds: [doc.clientID], update: Y.encodeStateAsUpdate(doc, before) }]));
  };
  const reword = () => edit((doc) => ((sectionOf(doc, 'description', 'en').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'New '));
  const fix = () => createSnapshot(database.db, anna, { scenario, name: 'Fixed', requestId: randomUUID() });
  const offer = ({ number, hash }: { number: number; hash: string }) => offerSnapshot(database.db, anna, { scenario, number, hash, requestId: randomUUID() });
  const blockers = ({ number }: { number: number }) => listBlockers(database.db, anna, { scenario, number });
  const outOfDate = ['de', 'zh'].map((language) => ({ kind: 'out-of-date', item: `section:description:${language}` }));

  it('are what leads while the scenario is in no collection: a translation delays nobody', async () => {
    await reword();
    const version = await fix();
    expect(await blockers(version)).toEqual([]);
    const { position } = await offer(version);
    expect((await readOffer(database.db, anna, { scenario, offer: position })).authentic).toEqual(['en']);
  });

  it('are those of the collection: what does not render the leading text blocks the offer until somebody says that it does', async () => {
    await add(await newCollection(anna, ['de', 'zh']), scenario);
    expect((await listPositions(database.db, anna, scenario)).authentic).toEqual(['de', 'zh']);
    expect(await blockers(await fix())).toEqual([]); // handed in together
    await reword();
    const stale = await fix();
    expect(await blockers(stale)).toEqual(outOfDate);
    expect(await outcome(offer(stale))).toBe('offer-blocked');
    await edit((doc) => {
      for (const language of ['de', 'zh'] as const) declareRight(doc, 'description', language, rightForNow(projectScenario(doc), 'description'));
    });
    // the version says what it says: a later confirmation needs a version of its own
    expect(await blockers(stale)).toEqual(outOfDate);
    const confirmed = await fix();
    expect(await blockers(confirmed)).toEqual([]);
    const { position } = await offer(confirmed);
    expect((await readOffer(database.db, li, { scenario, offer: position })).authentic).toEqual(['de', 'zh']);
    expect((await recordsOf(database.db, [scenario]))[0]).toMatchObject({ kind: 'offer', authentic: ['de', 'zh'] });
    expect((await verifyChain(database.db)).problems).toEqual([]);
  });

  it('ask for a text in each, and for none in the others', async () => {
    await add(await newCollection(anna, ['zh']), scenario);
    await edit((doc) => {
      for (const language of ['zh', 'de'] as const) sectionOf(doc, 'description', language).delete(0, 1);
    });
    expect(await blockers(await fix())).toEqual([{ kind: 'missing-text', item: 'section:description:zh' }]);
  });

  it('may be others later; what is up for signature was offered under those of its time', async () => {
    const collection = await newCollection(anna, ['en']);
    await add(collection, scenario);
    const { position } = await offer(await fix());
    await changeCollection(database.db, anna, { ...plan(['zh']), collection });
    expect((await readOffer(database.db, anna, { scenario, offer: position })).authentic).toEqual(['en']);
    expect((await listPositions(database.db, anna, scenario)).authentic).toEqual(['zh']);
  });

  it('are counted in the list: how many texts are to be looked at', async () => {
    const ofList = async () => (await listScenarios(database.db, anna)).find(({ id }) => id === scenario)?.outOfDate;
    expect(await ofList()).toBe(0);
    await reword();
    // as a room does a moment after an edit
    await database.db.update(scenarios).set({ items: itemsOf(projectScenario((await readDocument(database.db, scenario)).doc)) }).where(eq(scenarios.id, scenario));
    expect(await ofList()).toBe(2);
    await database.db.update(scenarios).set({ items: null }).where(eq(scenarios.id, scenario));
    expect(await ofList()).toBeNull();
  });
});
