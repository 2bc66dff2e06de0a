import { createHash, randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readCollectionEdition, readScenarioEdition } from '@/app/reports/read-edition';
import { reportDocument } from '@/app/reports/report-document';
import { addScenario } from '@/lib/collections/add-scenario';
import { createCollection } from '@/lib/collections/create-collection';
import { writeText } from '@/lib/collections/write-text';
import { createThread } from '@/lib/comments/create-thread';
import { titleOf } from '@/lib/document/roots';
import { emptyLocalized } from '@/lib/domain/languages';
import { sectionKeys } from '@/lib/domain/scenario';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { importScenarioFile } from '@/lib/scenarios/import-scenario-file';
import { offerSnapshot } from '@/lib/sign-offs/offer-snapshot';
import { signOffer } from '@/lib/sign-offs/sign-offer';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { reportWordsIn } from '../support/report';

let database: TestDatabase;
let cast: Cast;
let anna: Actor, li: Actor, olga: Actor, eve: Actor;
beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna', 'DE', { speaker: true, creates: true });
  li = await cast.join('Li', 'CN', { speaker: true });
  olga = await cast.join('Olga', null);
  eve = await cast.join('Eve', 'CN');
});
afterAll(() => database.drop());

const worded = Object.fromEntries(sectionKeys.map((key) => [key, { en: [{ type: 'paragraph', content: [{ type: 'text', text: `${key}.` }] }] }]));
const newScenario = (en: string): Promise<string> => importScenarioFile(database.db, anna, { format: 'accord-scenario', version: 3, scenario: { title: { en }, sections: worded } });
let scenario: string;
let other: string;
let collection: string;
beforeEach(async () => {
  scenario = await newScenario('As signed');
  other = await newScenario('Another');
  await cast.grant(scenario, li, 'commenter');
  await cast.grant(scenario, olga, 'viewer');
  collection = (await createCollection(database.db, anna, { name: { en: 'Together', de: '', zh: '' }, description: emptyLocalized, authenticLanguages: ['en'], requestId: randomUUID() })).collection;
  for (const each of [scenario, other]) await addScenario(database.db, anna, { collection, scenario: each });
});

async function agree(): Promise<{ number: number; hash: string }> {
  const fixed = await createSnapshot(database.db, anna, { scenario, name: 'Fixed', requestId: randomUUID() });
  const { position } = await offerSnapshot(database.db, anna, { scenario, ...fixed, requestId: randomUUID() });
  for (const actor of [anna, li]) await signOffer(database.db, actor, { person: actor.id }, { scenario, offer: position, hash: fixed.hash, function: '', requestId: randomUUID() });
  return fixed;
}

async function retitle(title: string): Promise<void> {
  const { doc } = await readDocument(database.db, scenario);
  const before = Y.encodeStateVector(doc);
  titleOf(doc, 'en')!.insert(0, title);
  await database.db.transaction((tx) => appendUpdates(tx, scenario, [{ person: anna.id, clientIds: [doc.clientID], update: Y.encodeStateAsUpdate(doc, before) }]));
}

const noProgress = (): void => undefined;
const printed = async (edition: Awaited<ReturnType<typeof readScenarioEdition>>): Promise<string> => JSON.stringify(await reportDocument(edition, await reportWordsIn('en')));

it('is for those who read a scenario, and of a collection holds what they may read', async () => {
  expect(await outcome(readScenarioEdition(database.db, eve, scenario, 'agreed'))).toBe('not-found');
  expect(await outcome(readCollectionEdition(database.db, eve, collection, noProgress))).toBe('not-found');
  const steps: number[][] = [];
  const edition = await readCollectionEdition(database.db, olga, collection, (done, of) => steps.push([done, of]));
  expect(edition.scenarios.map(({ id }) => id)).toEqual([scenario]);
  expect(steps).toEqual([[1, 1]]);
  expect((await readCollectionEdition(database.db, anna, collection, noProgress)).scenarios.map(({ id }) => id)).toEqual([scenario, other]);
});

it('prints what was agreed from its version, whatever the live text says since, and anything else as a draft', async () => {
  expect(await printed(await readScenarioEdition(database.db, olga, scenario, 'agreed'))).toContain('DRAFT');
  const { number, hash } = await agree();
  await retitle('Changed since. ');
  const agreed = await readScenarioEdition(database.db, olga, scenario, 'agreed');
  expect(agreed.scenarios[0]).toMatchObject({ hash, version: { number, agreed: true }, content: { title: { en: 'As signed' } } });
  const paper = await printed(agreed);
  expect(paper).not.toContain('DRAFT');
  expect(paper).not.toContain('Changed since');
  for (const said of [hash, 'Anna', 'Li']) expect(paper).toContain(said);
  const live = await printed(await readScenarioEdition(database.db, olga, scenario, 'live'));
  expect(live).toContain('DRAFT');
  expect(live).toContain('Changed since');
  const later = await createSnapshot(database.db, anna, { scenario, name: 'Later', requestId: randomUUID() });
  const unsigned = await printed(await readScenarioEdition(database.db, olga, scenario, later.number));
  expect(unsigned).toContain('DRAFT');
  expect(unsigned).toContain(later.hash);
  // in a collection the pages of the one are final, those of the other a draft
  const parts = (await reportDocument(await readCollectionEdition(database.db, anna, collection, noProgress), await reportWordsIn('en'))).blocks.flatMap((block) => (block.kind === 'part' ? [block.mark] : []));
  expect(parts.filter((mark) => mark === null)).toHaveLength(1);
});

it('holds the front and back matter of a collection as it stood, in its version', async () => {
  const text = [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'To begin with' }] }];
  const write = (words: typeof text, version: number) => writeText(database.db, anna, { collection, section: 'introduction', language: 'en', text: words, version });
  await write([], 0);
  await write(text, 0);
  await writeText(database.db, anna, { collection, section: 'conclusion', language: 'en', text: [{ type: 'paragraph', content: [{ type: 'text', text: ' ' }] }], version: 0 });
  const edition = await readCollectionEdition(database.db, olga, collection, noProgress);
  expect(edition.matter).toEqual([{ section: 'introduction', language: 'en', text, version: 1, hash: createHash('sha256').update(JSON.stringify([{ content: [{ text: 'To begin with', type: 'text' }], type: 'paragraph' }])).digest('hex') }]);
  await write([...text, ...text], 1);
  expect((await readCollectionEdition(database.db, olga, collection, noProgress)).matter[0]).toMatchObject({ version: 2 });
  expect(await printed(edition)).toContain(edition.matter[0]!.hash);
});

it('says nothing of what is discussed, least of all of what a delegation keeps to itself', async () => {
  for (const internal of [true, false]) await createThread(database.db, anna, { scenario, item: 'scenario', body: `Between us ${internal}`, requestId: randomUUID(), language: null, mentions: [], proposal: null, internal });
  for (const actor of [anna, li]) expect(await printed(await readScenarioEdition(database.db, actor, scenario, 'live'))).not.toContain('Between us');
});

it('reads no further once nobody waits for it any more', async () => {
  const cancelled = new AbortController();
  const steps: number[] = [];
  await expect(readCollectionEdition(database.db, anna, collection, (done) => (steps.push(done), cancelled.abort()), cancelled.signal)).rejects.toThrow();
  expect(steps).toEqual([1]);
});
