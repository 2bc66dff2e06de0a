import { createHash, randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { auditEntries } from '@/lib/db/schema/audit';
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
import { signSnapshot } from '@/lib/sign-offs/sign-snapshot';
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
const sign = (actor: Actor, { number, hash }: { number: number; hash: string }) => signSnapshot(database.db, actor, { scenario, number, hash });
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
    ['signSnapshot', ['done', 'not-a-speaker', 'already-signed', 'done', 'forbidden', 'forbidden', 'not-found']],
  ])('%s', async (verb, expected) => {
    const snapshot = await fix();
    const verbs: Record<string, (actor: Actor) => Promise<unknown>> = {
      createSnapshot: (actor) => fix(actor),
      listSnapshots: (actor) => list(actor),
      readSnapshot: (actor) => read(1, actor),
      signSnapshot: (actor) => sign(actor, snapshot),
    };
    const answers: string[] = [];
    for (const actor of who()) answers.push(await outcome(verbs[verb]!(actor)));
    expect(answers).toEqual(expected);
  });

  it('says in the list what the reader may do', async () => {
    await fix();
    const may = async (actor: Actor) => (await list(actor)).may;
    expect(await may(anna)).toEqual({ create: true, sign: cast.delegation.DE });
    expect(await may(ben)).toEqual({ create: true, sign: null });
    expect(await may(li)).toEqual({ create: false, sign: cast.delegation.CN });
    expect(await may(olga)).toEqual({ create: false, sign: null });
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
  });

  test.each([
    ['no name', ' ', 'empty-text'],
    ['a name of 200 characters', '版'.repeat(200), 'done'],
    ['a name of 201 characters', 'x'.repeat(201), 'too-large'],
  ])('%s', async (_what, name, expected) => {
    expect(await outcome(fix(anna, name))).toBe(expected);
  });

  test.each([0, -1, 2, 1.5, Number.NaN, 2 ** 31, Number.POSITIVE_INFINITY])('number %s is none', async (number) => {
    const { hash } = await fix();
    expect(await outcome(read(number))).toBe('not-found');
    expect(await outcome(sign(anna, { number, hash }))).toBe('not-found');
  });

  it('of another scenario is not found here', async () => {
    const { hash } = await fix();
    const elsewhere = await createScenario(database.db, anna, { title: 'Other', language: 'en', origin: 'DE' });
    expect(await outcome(readSnapshot(database.db, anna, elsewhere, 1))).toBe('not-found');
    expect(await outcome(signSnapshot(database.db, anna, { scenario: elsewhere, number: 1, hash }))).toBe('not-found');
  });
});

describe('signing', () => {
  it('by one speaker of each delegation makes it agreed', async () => {
    const snapshot = await fix();
    expect((await list()).agreement).toEqual({ state: 'draft' });
    await sign(anna, snapshot);
    expect(await list()).toMatchObject({ agreement: { state: 'signing', number: 1, agreed: null }, snapshots: [{ agreed: false }] });
    await sign(li, snapshot);
    const { agreement, snapshots: listed } = await list(olga);
    expect(agreement).toEqual({ state: 'agreed', number: 1 });
    expect(listed[0]).toMatchObject({
      agreed: true,
      parties: [
        { code: 'DE', name: { en: 'Germany' }, signed: { by: { name: 'Anna' } } },
        { code: 'CN', name: { zh: '中方' }, signed: { by: { name: 'Li' } } },
      ],
    });
  });

  it('is refused for another hash than that of the snapshot', async () => {
    const first = await fix();
    await retitle('Something else');
    const second = await fix();
    for (const hash of [second.hash, '', first.hash.toUpperCase(), `${first.hash} `, '0'.repeat(64)])
      expect(await outcome(sign(anna, { number: first.number, hash }))).toBe('hash-changed');
    expect((await list()).snapshots.flatMap(({ parties }) => parties.map(({ signed }) => signed))).toEqual([null, null, null, null]);
  });

  it('neither minds later edits nor moves with them', async () => {
    const snapshot = await fix();
    await sign(anna, snapshot);
    await retitle('Something else');
    await sign(li, snapshot);
    expect((await list()).agreement).toEqual({ state: 'agreed', number: 1 });
    expect((await read(1)).read.title.en).toBe('Fleet');
  });

  it('happens once for a delegation, whoever of its speakers is faster', async () => {
    const snapshot = await fix();
    const answers = await Promise.all([anna, lars, anna, lars, anna].map((actor) => outcome(sign(actor, snapshot))));
    expect(answers.sort()).toEqual(['already-signed', 'already-signed', 'already-signed', 'already-signed', 'done']);
    expect((await list()).snapshots[0]!.parties.map(({ signed }) => signed !== null)).toEqual([true, false]);
    const signed = await database.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario));
    expect(signed.filter(({ verb }) => verb === 'snapshot.sign')).toHaveLength(1);
  });

  it('of both delegations in the same moment is agreed', async () => {
    for (let round = 1; round <= 5; round++) {
      const snapshot = await fix();
      expect(await Promise.all([outcome(sign(anna, snapshot)), outcome(sign(li, snapshot))])).toEqual(['done', 'done']);
      expect((await list()).agreement).toEqual({ state: 'agreed', number: round });
    }
  });

  it('counts for the delegation it was given for, wherever the signer goes', async () => {
    const turncoat = await cast.join('Turncoat', 'DE', { speaker: true });
    await cast.grant(scenario, turncoat, 'commenter');
    const snapshot = await fix();
    await sign(turncoat, snapshot);
    await database.db.update(peopleTable).set({ delegationId: cast.delegation.CN }).where(eq(peopleTable.id, turncoat.id));
    const { parties, agreed } = (await list()).snapshots[0]!;
    expect(agreed).toBe(false);
    expect(parties.map(({ code, signed }) => [code, signed?.by.delegation])).toEqual([
      ['DE', 'DE'],
      ['CN', undefined],
    ]);
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
    const first = await make();
    expect(await parties()).toEqual([['DE']]);

    await signSnapshot(database.db, anna, { scenario: alone, ...first });
    expect((await listSnapshots(database.db, anna, alone)).agreement).toMatchObject({ state: 'signing', number: 1 });

    await cast.grant(alone, li, 'commenter');
    await make();
    expect(await parties()).toEqual([['DE', 'CN'], ['DE']]);
    await signSnapshot(database.db, li, { scenario: alone, ...first });
    expect((await listSnapshots(database.db, anna, alone)).agreement).toEqual({ state: 'agreed', number: 1 });
  });
});

describe('the database itself', () => {
  test.each([
    ['a snapshot', () => sql`update snapshots set content = '{}' where scenario_id = ${scenario}`],
    ['a snapshot away', () => sql`delete from snapshots where scenario_id = ${scenario}`],
    ['a signature', () => sql`update sign_offs set signed_at = now()`],
    ['a signature away', () => sql`delete from sign_offs`],
    ['the log', () => sql`update document_updates set at = now() where scenario_id = ${scenario}`],
    ['the log away', () => sql`delete from document_updates where scenario_id = ${scenario}`],
  ])('rewrites nothing: not %s', async (_what, statement) => {
    const snapshot = await fix();
    await sign(anna, snapshot);
    const refusal = await database.db.execute(statement()).catch((error: Error) => (error.cause as Error | undefined)?.message ?? error.message);
    expect(refusal).toMatch(/^(UPDATE|DELETE) of \w+ is not allowed/);
    expect(sha256((await read(1)).content)).toBe(snapshot.hash);
    expect(await database.db.$count(documentUpdates, eq(documentUpdates.scenarioId, scenario))).toBe(1);
    expect(await database.db.$count(scenarios, eq(scenarios.id, scenario))).toBe(1);
  });
});
