import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addScenario } from '@/lib/collections/add-scenario';
import { changeCollection } from '@/lib/collections/change-collection';
import { createCollection } from '@/lib/collections/create-collection';
import { deleteCollection } from '@/lib/collections/delete-collection';
import { listCollections } from '@/lib/collections/list-collections';
import { listRights } from '@/lib/collections/list-rights';
import { moveScenario } from '@/lib/collections/move-scenario';
import { readCollection } from '@/lib/collections/read-collection';
import { readTexts } from '@/lib/collections/read-texts';
import { removeScenario } from '@/lib/collections/remove-scenario';
import { setRight } from '@/lib/collections/set-right';
import { writeText } from '@/lib/collections/write-text';
import { auditEntries } from '@/lib/db/schema/audit';
import { scenarios } from '@/lib/db/schema/scenarios';
import { recordsOf } from '@/lib/db/sign-off-chain';
import { declareRight } from '@/lib/document/edits/lead-wording';
import { itemsOf } from '@/lib/document/items-of';
import { projectScenario } from '@/lib/document/project-scenario';
import { sectionOf } from '@/lib/document/roots';
import { rightForNow } from '@/lib/domain/counterparts';
import type { Right } from '@/lib/domain/delegations';
import { emptyLocalized } from '@/lib/domain/languages';
import type { RichText } from '@/lib/domain/rich-text';
import { sectionKeys } from '@/lib/domain/scenario';
import { appendUpdates } from '@/lib/log/append-updates';
import { dueLists, listAfresh } from '@/lib/log/list-afresh';
import { readDocument } from '@/lib/log/read-document';
import { disablePerson } from '@/lib/people/disable-person';
import { erasePerson } from '@/lib/people/erase-person';
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
const plan = (authenticLanguages: readonly ('en' | 'de' | 'zh')[] = ['en'], en = 'Report') => ({ name: { en, de: '', zh: '' }, description: emptyLocalized, authenticLanguages });
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
    expect(await outcome(createCollection(database.db, anna, { ...plan(['zh', 'de'], 'Another'), requestId }))).toBe('bad-request');
    expect(await read(twice[0]!.collection)).toMatchObject({ name: { en: 'Report', de: '', zh: '' }, authenticLanguages: ['de', 'zh'], scenarios: [], may: { lead: true } });
    const asked = (over: object) => outcome(createCollection(database.db, anna, { ...plan(), ...over, requestId: randomUUID() }));
    expect(await asked({ name: { en: ' ', de: '', zh: '' } })).toBe('empty-text');
    expect(await asked({ name: { en: 'x'.repeat(501), de: '', zh: '' } })).toBe('too-large');
    expect(await asked({ description: { en: '', de: 'x'.repeat(2_001), zh: '' } })).toBe('too-large');
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

describe('a collection’s own rights', () => {
  const give = (collection: string, person: Actor, right: Right | null, actor = anna) => setRight(database.db, actor, { collection, person: person.id, right });
  const held = async (collection: string) => (await listRights(database.db, anna, collection)).held.map(({ id, right }) => [id, right]);

  it('are given, changed and taken away by who leads it, and open no scenario', async () => {
    const collection = await newCollection();
    const scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 2, scenario: { title: { en: 'Closed' } } });
    await add(collection, scenario);
    expect(await outcome(give(collection, ben, 'viewer', li))).toBe('not-found');
    await give(collection, ben, 'viewer');
    expect(await read(collection, ben)).toMatchObject({ scenarios: [], may: { lead: false } });
    expect(await outcome(listRights(database.db, ben, collection))).toBe('forbidden');
    expect(await outcome(give(collection, ben, 'facilitator', ben))).toBe('forbidden');
    await give(collection, ben, 'facilitator');
    expect(await held(collection)).toEqual([[anna.id, 'facilitator'], [ben.id, 'facilitator']]);
    expect((await read(collection, ben)).may.lead).toBe(true);
    await give(collection, ben, null);
    expect(await outcome(read(collection, ben))).toBe('not-found');
    for (const person of [randomUUID(), 'nonsense']) expect(await outcome(setRight(database.db, anna, { collection, person, right: 'viewer' }))).toBe('not-found');
  });

  it('leave it a facilitator', async () => {
    const collection = await newCollection();
    expect(await outcome(give(collection, anna, null))).toBe('last-facilitator');
    expect(await outcome(give(collection, anna, 'viewer'))).toBe('last-facilitator');
    await give(collection, li, 'facilitator');
    // of two who put each other out at the same moment one stays
    expect((await Promise.all([outcome(give(collection, li, null)), outcome(give(collection, anna, null, li))])).sort()).not.toEqual(['done', 'done']);
  });

  it('keep somebody in Accord until another one leads it', async () => {
    const [first, second] = [await cast.join('Wei', 'CN', { creates: true }), await cast.join('Ute', 'DE')];
    const collection = await newCollection(first);
    expect(await outcome(disablePerson(database.db, 'system', first.id))).toBe('last-facilitator');
    expect(await outcome(erasePerson(database.db, 'system', first.id))).toBe('last-facilitator');
    await give(collection, second, 'facilitator', first);
    // of two who are shut out at the same moment one stays
    const outcomes = await Promise.all([first, second].map(({ id }) => outcome(disablePerson(database.db, 'system', id))));
    expect(outcomes.sort()).toEqual(['done', 'last-facilitator']);
  });
});

describe('the front and back matter', () => {
  const words = (text: string): RichText => [{ type: 'paragraph', content: [{ type: 'text', text, bold: true }] }];
  const write = (collection: string, text: RichText, version: number, actor = anna) => writeText(database.db, actor, { collection, section: 'introduction', language: 'de', text, version });
  const introduction = async (collection: string) => (await readTexts(database.db, anna, collection)).texts.find(({ section }) => section === 'introduction');

  it('is written by who may edit, and read by who may read', async () => {
    const collection = await newCollection();
    await setRight(database.db, anna, { collection, person: ben.id, right: 'editor' });
    await setRight(database.db, anna, { collection, person: li.id, right: 'commenter' });
    expect(await write(collection, words('Erstens'), 0, ben)).toEqual({ version: 1 });
    expect(await introduction(collection)).toMatchObject({ language: 'de', text: words('Erstens'), version: 1, changedBy: { id: ben.id } });
    expect([await outcome(write(collection, words('Nein'), 1, li)), await outcome(write(collection, words('Nein'), 1, eve))]).toEqual(['forbidden', 'not-found']);
    expect([(await readTexts(database.db, ben, collection)).may.edit, (await readTexts(database.db, li, collection)).may.edit]).toEqual([true, false]);
    expect(await outcome(readTexts(database.db, eve, collection))).toBe('not-found');
  });

  it('is never written over unseen: of two who build on the same version one is told', async () => {
    const collection = await newCollection();
    await setRight(database.db, anna, { collection, person: ben.id, right: 'editor' });
    const both = [words('Von Anna'), words('Von Ben')];
    const heard = await Promise.all([outcome(write(collection, both[0]!, 0)), outcome(write(collection, both[1]!, 0, ben))]);
    expect([...heard].sort()).toEqual(['done', 'item-changed']);
    expect((await introduction(collection))?.text).toEqual(both[heard.indexOf('done')]);
    // whose answer was lost sends the same again, and it stays one version
    expect(await write(collection, both[heard.indexOf('done')]!, 0)).toEqual({ version: 1 });
    expect(await outcome(write(collection, words('Von gestern'), 0))).toBe('item-changed');
    expect(await write(collection, words('Gemeinsam'), 1)).toEqual({ version: 2 });
  });

  it('has bounds', async () => {
    const collection = await newCollection();
    expect(await outcome(write(collection, words('x'.repeat(50_001)), 0))).toBe('too-large');
    const nested = Array.from({ length: 11 }).reduce<RichText>((inner) => [{ type: 'bullet-list', items: [inner] }], words('tief'));
    expect(await outcome(write(collection, nested, 0))).toBe('too-large');
    expect(await introduction(collection)).toBeUndefined();
  });
});

it('a collection knows how the enterprises of its scenarios are assessed and what their wording calls roles, also from before that was kept', async () => {
  const file = {
    title: { en: 'Assessed' },
    enterprises: [{ id: 'maker', name: { en: 'Maker' }, colour: 0, newInFuture: true }],
    assessment: { maker: { who: { change: 'significant' }, value: { change: 'none' } } },
    roles: [{ id: 'user', label: { en: 'Machine user', zh: '机器用户' }, phases: {} }],
    sections: { description: { en: [{ type: 'paragraph', content: [{ type: 'text', text: 'Insurer', role: true }, { type: 'text', text: ' and ' }, { type: 'text', text: 'machine user', role: true }] }] } },
  };
  const scenario = await importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 5, scenario: file });
  const collection = await newCollection();
  await add(collection, scenario);
  const kept = async () => {
    const { assessed, roleNames } = (await read(collection)).scenarios[0]!;
    return { assessed, roleNames };
  };
  const told = await kept();
  expect(told.roleNames).toEqual({ borne: ['machine user', '机器用户'], unborne: [{ item: 'section:description:en', name: 'Insurer' }] });
  expect(told.assessed).toMatchObject([{ id: 'maker', name: { en: 'Maker' }, newInFuture: true, claim: null, cells: { who: { change: 'significant' }, what: { change: null }, value: { change: 'none' } } }]);
  await database.db.update(scenarios).set({ assessed: null, roleNames: null, summary: sql`${scenarios.summary} - 'version'` }).where(eq(scenarios.id, scenario));
  expect(await kept()).toEqual({ assessed: null, roleNames: null });
  expect(await dueLists(database.db, 0)).toContain(scenario);
  await listAfresh(database.db, scenario);
  expect(await kept()).toEqual(told);
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

  it('stay while a version is up for signature under them: until then the collection cannot be taken away', async () => {
    const collection = await newCollection(anna, ['zh']);
    await add(collection, scenario);
    expect(await outcome(deleteCollection(database.db, li, { collection }))).toBe('forbidden');
    await offer(await fix());
    expect(await outcome(deleteCollection(database.db, anna, { collection }))).toBe('collection-in-signature');
    expect(await order(collection)).toEqual([scenario]);
    const other = await newCollection();
    const free = await newScenario('Free');
    await add(other, free);
    await deleteCollection(database.db, anna, { collection: other });
    expect(await outcome(read(other))).toBe('not-found');
    expect((await listPositions(database.db, anna, free)).authentic).toBeNull();
    expect((await database.db.select({ verb: auditEntries.verb }).from(auditEntries).where(eq(auditEntries.verb, 'collection.delete'))).length).toBe(1);
    await add(collection, free); // it may belong to another one now
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
