import { createHash, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { documentUpdates } from '@/lib/db/schema/documents';
import { people as peopleTable } from '@/lib/db/schema/people';
import { scenarios } from '@/lib/db/schema/scenarios';
import { snapshots } from '@/lib/db/schema/snapshots';
import { replaceText } from '@/lib/document/edits/edit-text';
import { projectScenario } from '@/lib/document/project-scenario';
import { titleOf } from '@/lib/document/roots';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';
import { readSnapshot } from '@/lib/snapshots/read-snapshot';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
/** Anna and Li speak for their delegations, Lars speaks for Germany as well; Ben and Mei speak for nobody. */
let anna: Actor, ben: Actor, lars: Actor, li: Actor, mei: Actor, olga: Actor, eve: Actor;
let scenario: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna', 'DE', { speaker: true, creates: true });
  ben = await cast.join('Ben', 'DE');
  lars = await cast.join('Lars', 'DE', { speaker: true });
  li = await cast.join('Li', 'CN', { speaker: true });
  mei = await cast.join('Mei', 'CN');
  olga = await cast.join('Olga', null);
  eve = await cast.join('Eve', 'CN', { speaker: true });
});
afterAll(() => database.drop());

/** Anna leads, Ben edits, Li comments, Mei and Olga read; Eve knows nothing of it. */
beforeEach(async () => {
  scenario = await createScenario(database.db, anna, { title: 'Fleet', language: 'en', origin: 'DE' });
  await cast.grant(scenario, ben, 'editor');
  await cast.grant(scenario, lars, 'commenter');
  await cast.grant(scenario, li, 'commenter');
  await cast.grant(scenario, mei, 'viewer');
  await cast.grant(scenario, olga, 'viewer');
});

const fix = (actor: Actor = anna, name = 'First') => createSnapshot(database.db, actor, { scenario, name, requestId: randomUUID() });
const list = (actor: Actor = anna) => listSnapshots(database.db, actor, scenario);
const read = (number: number, actor: Actor = anna) => readSnapshot(database.db, actor, scenario, number);
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

async function retitle(title: string): Promise<void> {
  const { doc } = await readDocument(database.db, scenario);
  const before = Y.encodeStateVector(doc);
  replaceText(titleOf(doc, 'en')!, title);
  const update = Y.encodeStateAsUpdate(doc, before);
  await database.db.transaction((tx) => appendUpdates(tx, scenario, [{ person: ben.id, clientIds: [doc.clientID], update }]));
}

describe('who may do what', () => {
  const who = (): readonly Actor[] => [anna, ben, lars, li, mei, olga, eve];
  test.each([
    // Anna facilitator + speaker, Ben editor, Lars commenter + speaker, Li commenter + speaker, Mei and Olga viewers, Eve nothing
    ['createSnapshot', ['done', 'done', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'not-found']],
    ['listSnapshots', ['done', 'done', 'done', 'done', 'done', 'done', 'not-found']],
    ['readSnapshot', ['done', 'done', 'done', 'done', 'done', 'done', 'not-found']],
  ])('%s', async (verb, expected) => {
    await fix();
    const verbs: Record<string, (actor: Actor) => Promise<unknown>> = {
      createSnapshot: (actor) => fix(actor),
      listSnapshots: (actor) => list(actor),
      readSnapshot: (actor) => read(1, actor),
    };
    const answers: string[] = [];
    for (const actor of who()) answers.push(await outcome(verbs[verb]!(actor)));
    expect(answers).toEqual(expected);
  });

  it('says in the list what the reader may do', async () => {
    await fix();
    const may = async (actor: Actor) => (await list(actor)).may;
    expect(await may(anna)).toEqual({ create: true, restore: true, offer: true, freeze: true, sign: cast.delegation.DE });
    expect(await may(ben)).toEqual({ create: true, restore: false, offer: false, freeze: false, sign: null });
    expect(await may(li)).toEqual({ create: false, restore: false, offer: false, freeze: false, sign: cast.delegation.CN });
    expect(await may(olga)).toEqual({ create: false, restore: false, offer: false, freeze: false, sign: null });
  });
});

describe('a snapshot', () => {
  it('holds the document, its canonical content and the hash of that, whatever happens afterwards', async () => {
    await retitle('Fleet management 车队管理');
    const { number, hash } = await fix(ben, ' After the meeting ');
    await retitle('Something else');
    const snapshot = await read(number, olga);
    expect(snapshot).toMatchObject({ number: 1, name: 'After the meeting', hash, createdBy: { name: 'Ben', delegation: 'DE' }, agreed: false });
    expect(sha256(snapshot.content)).toBe(hash);
    expect(snapshot.read.title.en).toBe('Fleet management 车队管理');

    const [row] = await database.db.select().from(snapshots).where(eq(snapshots.scenarioId, scenario));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, row!.state);
    expect(projectScenario(doc)).toEqual(snapshot.read);
    const logged = await readDocument(database.db, scenario, { at: row!.seq });
    expect(projectScenario(logged.doc)).toEqual(snapshot.read);
  });

  it('has the same hash as another one of the same content, and another one when the content differs', async () => {
    const first = await fix();
    const second = await fix(ben, 'Second');
    await retitle('Something else');
    const third = await fix();
    expect(second.hash).toBe(first.hash);
    expect(third.hash).not.toBe(first.hash);
  });

  it('is numbered without gaps, also when several are made while somebody edits', async () => {
    const made = await Promise.all([fix(), retitle('a'), fix(ben), fix(), retitle('b'), fix(ben)]);
    const numbers = made.flatMap((result) => (result ? [result.number] : []));
    expect(numbers.sort()).toEqual([1, 2, 3, 4]);
    for (const snapshot of (await list()).snapshots) {
      const { content, hash } = await read(snapshot.number);
      expect(sha256(content)).toBe(hash);
    }
  });

  it('is made once by one press of the button', async () => {
    const requestId = randomUUID();
    const once = () => createSnapshot(database.db, anna, { scenario, name: 'Once', requestId });
    const numbers = [...(await Promise.all([once(), once(), once(), once()])), await once()].map(({ number }) => number);
    expect(numbers).toEqual([1, 1, 1, 1, 1]);
    expect((await list()).snapshots).toHaveLength(1);
    const elsewhere = await createScenario(database.db, anna, { title: 'Other', language: 'en', origin: 'DE' });
    expect(await outcome(createSnapshot(database.db, anna, { scenario: elsewhere, name: 'x', requestId }))).toBe('bad-request');
    expect(await outcome(createSnapshot(database.db, anna, { scenario, name: 'something else', requestId }))).toBe('bad-request');
  });

  test.each([
    ['no name', ' ', 'empty-text'],
    ['a name of 200 characters', '版'.repeat(200), 'done'],
    ['a name of 201 characters', 'x'.repeat(201), 'too-large'],
  ])('%s', async (_what, name, expected) => {
    expect(await outcome(fix(anna, name))).toBe(expected);
  });

  test.each([0, -1, 2, 1.5, Number.NaN, 2 ** 31, Number.POSITIVE_INFINITY])('number %s is none', async (number) => {
    await fix();
    expect(await outcome(read(number))).toBe('not-found');
  });

  it('of another scenario is not found here', async () => {
    await fix();
    const elsewhere = await createScenario(database.db, anna, { title: 'Other', language: 'en', origin: 'DE' });
    expect(await outcome(readSnapshot(database.db, anna, elsewhere, 1))).toBe('not-found');
  });
});

describe('who takes part', () => {
  it('is fixed with the snapshot: a delegation of mere readers or of disabled people does not', async () => {
    const alone = await createScenario(database.db, anna, { title: 'Alone', language: 'en', origin: 'DE' });
    const parties = async () => (await listSnapshots(database.db, anna, alone)).snapshots.map((snapshot) => snapshot.parties.map(({ code }) => code));
    const make = () => createSnapshot(database.db, anna, { scenario: alone, name: 'x', requestId: randomUUID() });
    const gone = await cast.join('Gone', 'CN', { speaker: true });
    await database.db.update(peopleTable).set({ disabledAt: sql`now()` }).where(eq(peopleTable.id, gone.id));
    await cast.grant(alone, gone, 'editor');
    await cast.grant(alone, mei, 'viewer');
    await make();
    expect(await parties()).toEqual([['DE']]);

    await cast.grant(alone, li, 'commenter');
    await make();
    expect(await parties()).toEqual([['DE', 'CN'], ['DE']]);
  });
});

describe('the database itself', () => {
  test.each([
    ['a snapshot', () => sql`update snapshots set content = '{}' where scenario_id = ${scenario}`],
    ['a snapshot away', () => sql`delete from snapshots where scenario_id = ${scenario}`],
    ['the log', () => sql`update document_updates set at = now() where scenario_id = ${scenario}`],
    ['the log away', () => sql`delete from document_updates where scenario_id = ${scenario}`],
  ])('rewrites nothing: not %s', async (_what, statement) => {
    const snapshot = await fix();
    const refusal = await database.db.execute(statement()).catch((error: Error) => (error.cause as Error | undefined)?.message ?? error.message);
    expect(refusal).toMatch(/^(UPDATE|DELETE) of \w+ is not allowed/);
    expect(sha256((await read(1)).content)).toBe(snapshot.hash);
    expect(await database.db.$count(documentUpdates, eq(documentUpdates.scenarioId, scenario))).toBe(1);
    expect(await database.db.$count(scenarios, eq(scenarios.id, scenario))).toBe(1);
  });
});
