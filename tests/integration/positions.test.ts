import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import * as Y from 'yjs';
import { findingsOf } from '@/lib/checks/findings-of';
import { createThread } from '@/lib/comments/create-thread';
import { notificationChannel } from '@/lib/db/notifications';
import { auditEntries } from '@/lib/db/schema/audit';
import { judgements, positions } from '@/lib/db/schema/positions';
import { scenarios } from '@/lib/db/schema/scenarios';
import { itemsOf } from '@/lib/document/items-of';
import { createEntities } from '@/lib/document/edits/create-entities';
import { deleteEntities, placeBoxes, setChange } from '@/lib/document/edits/edit-entities';
import { replaceText } from '@/lib/document/edits/edit-text';
import { projectScenario } from '@/lib/document/project-scenario';
import { labelOf } from '@/lib/document/roots';
import { isAsked } from '@/lib/domain/open-items';
import { standingOf, type Stance } from '@/lib/domain/positions';
import { appendUpdates } from '@/lib/log/append-updates';
import { dueLists, listAfresh } from '@/lib/log/list-afresh';
import { listedVersion } from '@/lib/log/listed-content';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { judgeCell, type NewJudgement } from '@/lib/positions/judge-cell';
import { listPositions } from '@/lib/positions/list-positions';
import { setPositions, type NewPositions } from '@/lib/positions/set-positions';
import { takeBackPositions } from '@/lib/positions/take-back-positions';
import { withdrawJudgement } from '@/lib/positions/withdraw-judgement';
import { withdrawPositions } from '@/lib/positions/withdraw-positions';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { listScenarios } from '@/lib/scenarios/list-scenarios';
import { castOf, outcome, type Cast } from '../support/cast';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
let people: Record<'facilitator' | 'editor' | 'commenter' | 'viewer' | 'speakers' | 'stranger', Actor>;
let scenario: string;
let role: string;
let other: string;
let cell: string;

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  people = {
    facilitator: await cast.join('Anna', 'DE', { creates: true, speaker: true }),
    editor: await cast.join('Ben', 'DE'),
    commenter: await cast.join('Li', 'CN', { speaker: true }),
    viewer: await cast.join('Wei', 'CN', { speaker: true }),
    speakers: await cast.join('Mei', 'CN', { speaker: true }),
    stranger: await cast.join('Eve', 'CN', { speaker: true }),
  };
});
afterAll(() => database.drop());

/** Edits the scenario as one of its people. */
async function edit(change: (doc: Y.Doc) => void, id = scenario): Promise<void> {
  const { doc } = await readDocument(database.db, id);
  const before = Y.encodeStateVector(doc);
  change(doc);
  await database.db.transaction((tx) => appendUpdates(tx, id, [{ person: people.editor.id, clientIds: [doc.clientID], update: Y.encodeStateAsUpdate(doc, before) }]));
}

beforeEach(async () => {
  scenario = await createScenario(database.db, people.facilitator, { title: 'Fleet', language: 'en', origin: 'DE' });
  for (const right of ['editor', 'commenter', 'viewer'] as const) await cast.grant(scenario, people[right], right);
  await cast.grant(scenario, people.speakers, 'commenter');
  await edit((doc) => {
    const ids = createEntities(doc, {
      roles: [
        { label: { en: 'Supplier' }, phases: { before: {} } },
        { label: { en: 'Customer' }, phases: { before: {} } },
      ],
      enterprises: [{ name: { en: 'Acme' }, colour: 1 }],
    });
    role = `role:${ids.roles[0]}`;
    other = `role:${ids.roles[1]}`;
    cell = `cell:${ids.enterprises[0]}:who`;
  });
});

const itemsNow = async () => itemsOf(projectScenario((await readDocument(database.db, scenario)).doc));
const hashOf = async (name: string): Promise<string> => (await itemsNow()).find((item) => item.name === name)!.hash;
const say = async (actor: Actor, stance: Stance, names: readonly string[] = [role], input: Partial<NewPositions> = {}) =>
  setPositions(database.db, actor, {
    scenario,
    stance,
    note: stance === 'reservation' ? 'Only with a pilot.' : '',
    items: await Promise.all(names.map(async (name) => ({ name, hash: await hashOf(name) }))),
    requestId: randomUUID(),
    ...input,
  });
const judge = async (actor: Actor, input: Partial<NewJudgement> = {}) =>
  judgeCell(database.db, actor, { scenario, item: cell, hash: await hashOf(cell), change: 'significant', reason: 'A new segment.', requestId: randomUUID(), ...input });
const list = (actor: Actor = people.facilitator) => listPositions(database.db, actor, scenario);

/** What stands, as `CN agree`, `DE discuss, stale`, for an item. */
async function standing(name = role): Promise<string[]> {
  const { positions: given, sides } = await list();
  const said = standingOf(await itemsNow(), given).get(name);
  return sides.flatMap(({ id, code }) => {
    const word = said?.get(id);
    return word ? [`${code} ${word.position.stance}${word.isStale ? ', stale' : ''}`] : [];
  });
}

describe('who may do what', () => {
  const who = ['facilitator', 'editor', 'commenter', 'viewer', 'stranger'] as const;
  const verbs: Record<string, (actor: Actor) => Promise<unknown>> = {
    listPositions: (actor) => list(actor),
    setPositions: (actor) => say(actor, 'agree'),
    withdrawPositions: (actor) => withdrawPositions(database.db, actor, { scenario, items: [role], requestId: randomUUID() }),
    takeBackPositions: async (actor) => {
      const requestId = randomUUID();
      await say(actor, 'agree', [role], { requestId });
      return takeBackPositions(database.db, actor, { scenario, request: requestId, requestId: randomUUID() });
    },
    judgeCell: (actor) => judge(actor),
    withdrawJudgement: (actor) => withdrawJudgement(database.db, actor, { scenario, item: cell, requestId: randomUUID() }),
  };
  test.each([
    ['listPositions', ['done', 'done', 'done', 'done', 'not-found']],
    ['setPositions', ['done', 'not-a-speaker', 'done', 'forbidden', 'not-found']],
    ['withdrawPositions', ['done', 'not-a-speaker', 'done', 'forbidden', 'not-found']],
    ['takeBackPositions', ['done', 'not-a-speaker', 'done', 'forbidden', 'not-found']],
    ['judgeCell', ['done', 'not-a-speaker', 'done', 'forbidden', 'not-found']],
    ['withdrawJudgement', ['done', 'not-a-speaker', 'done', 'forbidden', 'not-found']],
  ])('%s', async (verb, expected) => {
    for (const speaker of [people.facilitator, people.commenter]) {
      await say(speaker, 'discuss');
      await judge(speaker);
    }
    const answers: string[] = [];
    for (const right of who) answers.push(await outcome(verbs[verb]!(people[right])));
    expect(answers).toEqual(expected);
  });

  it('leaves no trace of what was refused', async () => {
    await say(people.facilitator, 'agree');
    const before = await list();
    for (const actor of [people.editor, people.viewer, people.stranger]) for (const verb of Object.values(verbs)) await outcome(verb(actor));
    expect(await list()).toEqual(before);
    const done = await database.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario));
    expect(done.filter(({ personId }) => personId !== people.facilitator.id)).toEqual([]);
  });

  it('tells each reader for whom they may speak, and who has to agree', async () => {
    expect((await list(people.commenter)).may).toEqual({ speakFor: people.commenter.delegationId });
    expect((await list(people.editor)).may).toEqual({ speakFor: null });
    expect((await list(people.viewer)).may).toEqual({ speakFor: null });
    expect((await list()).sides.map(({ code, takesPart }) => [code, takesPart])).toEqual([['DE', true], ['CN', true]]);
  });
});

describe('a position', () => {
  it('belongs to a delegation, and shows who gave it, and when', async () => {
    await say(people.commenter, 'reservation', [role]);
    expect((await list(people.viewer)).positions).toEqual([
      {
        item: role,
        delegation: people.commenter.delegationId,
        stance: 'reservation',
        note: 'Only with a pilot.',
        hash: await hashOf(role),
        by: { id: people.commenter.id, name: 'Li', delegation: 'CN' },
        at: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
  });

  it('is replaced by the next word of any of its speakers', async () => {
    await say(people.commenter, 'disagree');
    await say(people.speakers, 'agree');
    expect(await standing()).toEqual(['CN agree']);
  });

  it('goes stale when the content moves on, not when the role moves on the canvas, and is fresh again when the content comes back', async () => {
    await say(people.facilitator, 'agree');
    await edit((doc) => placeBoxes(doc, 'before', { [role.slice(5)]: [10, 20, 168, 72] }));
    expect(await standing()).toEqual(['DE agree']);
    await edit((doc) => replaceText(labelOf(doc, 'roles', role.slice(5), 'zh')!, '供应商'));
    expect(await standing()).toEqual(['DE agree, stale']);
    await edit((doc) => replaceText(labelOf(doc, 'roles', role.slice(5), 'zh')!, ''));
    expect(await standing()).toEqual(['DE agree']);
  });

  it('is refused for what has moved on from what the speaker saw, and taken for the rest', async () => {
    const items = await Promise.all([role, other].map(async (name) => ({ name, hash: await hashOf(name) })));
    await edit((doc) => replaceText(labelOf(doc, 'roles', role.slice(5), 'en')!, 'Vendor'));
    const gone = { name: 'role:never', hash: items[0]!.hash };
    expect(await say(people.facilitator, 'agree', [], { items: [...items, gone] })).toEqual({
      taken: [other],
      refused: [
        { item: role, reason: 'item-changed' },
        { item: 'role:never', reason: 'not-found' },
      ],
    });
    expect([await standing(), await standing(other)]).toEqual([[], ['DE agree']]);
  });

  it('of an item that was deleted is refused like one of an item that never was', async () => {
    const hash = await hashOf(role);
    await edit((doc) => deleteEntities(doc, { roles: [role.slice(5)] }));
    for (const name of [role, 'role:never', 'scenario', 'nonsense', "'; drop table positions; --"])
      expect([name, await outcome(say(people.facilitator, 'agree', [], { items: [{ name, hash }] }))]).toEqual([name, 'not-found']);
  });

  it.each(['', 'f'.repeat(64), 'x'])('with the forged hash %j is refused', async (hash) => {
    expect(await outcome(say(people.facilitator, 'agree', [], { items: [{ name: role, hash }] }))).toBe('item-changed');
    expect(await standing()).toEqual([]);
  });

  it('with reservation says what it is about; any note is plain text of a bounded length', async () => {
    expect(await outcome(say(people.facilitator, 'reservation', [role], { note: ' ' }))).toBe('empty-text');
    expect(await outcome(say(people.facilitator, 'agree', [role], { note: 'x'.repeat(2_001) }))).toBe('too-large');
    await say(people.facilitator, 'disagree', [role], { note: ' <b>No</b>\n' });
    expect((await list()).positions[0]!.note).toBe('<b>No</b>');
  });

  it('of nothing, of one item twice, or of more than there can be is no request', async () => {
    const item = { name: role, hash: await hashOf(role) };
    for (const items of [[], [item, item], Array.from({ length: 3_001 }, (_, index) => ({ name: `role:${index}`, hash: '' }))])
      expect(await outcome(say(people.facilitator, 'agree', [], { items }))).toBe('bad-request');
  });

  it('is recorded once however often it is sent, also at the same moment, and for its scenario only', async () => {
    const requestId = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => say(people.facilitator, 'agree', [role, other], { requestId })));
    for (const { taken } of answers) expect([...taken].sort()).toEqual([role, other].sort());
    // a replay after somebody has said something else changes nothing
    await say(people.facilitator, 'disagree');
    await say(people.facilitator, 'agree', [role, other], { requestId });
    expect(await standing()).toEqual(['DE disagree']);
    expect(await database.db.$count(positions, eq(positions.requestId, requestId))).toBe(2);

    const elsewhere = await createScenario(database.db, people.facilitator, { title: 'Other', language: 'en', origin: 'DE' });
    expect(await outcome(say(people.facilitator, 'agree', [role], { requestId, scenario: elsewhere }))).toBe('bad-request');
    expect(await outcome(say(people.facilitator, 'agree', [role], { requestId: 'again' }))).toBe('bad-request');
    // the same press can't have said something else
    expect(await outcome(say(people.facilitator, 'abstain', [role, other], { requestId }))).toBe('bad-request');
    expect(await outcome(say(people.facilitator, 'agree', [role], { requestId }))).toBe('bad-request');
  });

  it('sent twice at one moment under one id with different items is recorded with those of one of them', async () => {
    for (let round = 0; round < 5; round++) {
      const requestId = randomUUID();
      const answers = await Promise.all([role, other, role, other].map((name) => outcome(say(people.facilitator, 'agree', [name], { requestId }))));
      expect(answers.sort()).toEqual(['bad-request', 'bad-request', 'done', 'done']);
      expect(await database.db.$count(positions, eq(positions.requestId, requestId))).toBe(1);
    }
  });

  it('is on record before anybody goes on writing', async () => {
    const writer = new Client({ connectionString: database.url });
    await writer.connect();
    const heard: string[] = [];
    try {
      await writer.query(`set lock_timeout = '50ms'`);
      const { db } = database;
      const meanwhile: Pick<typeof db, 'transaction'> = {
        transaction: (work, config) =>
          db.transaction(async (tx) => {
            const done = await work(tx);
            await writer.query('update documents set last_seq = last_seq where scenario_id = $1', [scenario]).catch((error: { code?: string }) => heard.push(error.code ?? ''));
            return done;
          }, config),
      };
      await setPositions(meanwhile as typeof db, people.facilitator, { scenario, stance: 'agree', note: '', items: [{ name: role, hash: await hashOf(role) }], requestId: randomUUID() });
      await judgeCell(meanwhile as typeof db, people.facilitator, { scenario, item: cell, hash: await hashOf(cell), change: 'significant', reason: 'A new segment.', requestId: randomUUID() });
    } finally {
      await writer.end();
    }
    expect(heard).toEqual(['55P03', '55P03']); // it had to wait
  });

  it('never reaches items of another scenario', async () => {
    const elsewhere = await createScenario(database.db, people.facilitator, { title: 'Other', language: 'en', origin: 'DE' });
    expect(await outcome(say(people.facilitator, 'agree', [role], { scenario: elsewhere }))).toBe('not-found');
  });

  it('takes a whole network at once', async () => {
    const items = (await itemsNow()).map(({ name, hash }) => ({ name, hash }));
    expect((await say(people.facilitator, 'agree', [], { items })).taken).toHaveLength(items.length);
    expect((await list()).positions).toHaveLength(items.length);
  });
});

describe('taking words back', () => {
  it('withdraws by a new record what any speaker of the delegation said', async () => {
    await say(people.commenter, 'disagree', [role, other]);
    await say(people.facilitator, 'agree');
    const requestId = randomUUID();
    const input = { scenario, items: [role, cell], requestId };
    expect(await withdrawPositions(database.db, people.speakers, input)).toEqual({ withdrawn: [role] });
    expect(await withdrawPositions(database.db, people.speakers, input)).toEqual({ withdrawn: [role] });
    expect([await standing(), await standing(other)]).toEqual([['DE agree'], ['CN disagree']]);
    expect(await outcome(withdrawPositions(database.db, people.speakers, { ...input, requestId: randomUUID() }))).toBe('not-found');
    expect(await database.db.$count(positions, eq(positions.scenarioId, scenario))).toBe(4);
  });

  it('happens once to each word, however many presses withdraw it at one moment', async () => {
    await say(people.commenter, 'agree');
    await judge(people.commenter);
    const presses = Array.from({ length: 12 }, (_, index) => (index % 2 ? people.commenter : people.speakers));
    const withdrawn = await Promise.all(presses.map((actor) => outcome(withdrawPositions(database.db, actor, { scenario, items: [role], requestId: randomUUID() }))));
    const taken = await Promise.all(presses.map((actor) => outcome(withdrawJudgement(database.db, actor, { scenario, item: cell, requestId: randomUUID() }))));
    for (const heard of [withdrawn, taken]) expect(heard.sort()).toEqual(['done', ...presses.slice(1).map(() => 'not-found')]);
    const rows = [await database.db.$count(positions, eq(positions.scenarioId, scenario)), await database.db.$count(judgements, eq(judgements.scenarioId, scenario))];
    expect(rows).toEqual([2, 2]);
    const audited = await database.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario));
    expect(audited.filter(({ verb }) => verb.endsWith('.withdraw'))).toHaveLength(2);
  });

  it('undoes one request: what stood before stands again, in the name of who said it', async () => {
    await say(people.speakers, 'reservation');
    const requestId = randomUUID();
    await say(people.commenter, 'agree', [role, other], { requestId });
    expect([await standing(), await standing(other)]).toEqual([['CN agree'], ['CN agree']]);
    const undo = { scenario, request: requestId, requestId: randomUUID() };
    expect([...(await takeBackPositions(database.db, people.commenter, undo)).takenBack].sort()).toEqual([role, other].sort());
    await takeBackPositions(database.db, people.commenter, undo);
    expect([await standing(), await standing(other)]).toEqual([['CN reservation'], []]);
    expect((await list()).positions.map(({ by }) => by.name)).toEqual(['Mei']);
  });

  it('happens once, however many presses ask for it at one moment', async () => {
    await say(people.speakers, 'reservation');
    const request = randomUUID();
    await say(people.commenter, 'agree', [role, other], { requestId: request });
    const press = () => takeBackPositions(database.db, people.commenter, { scenario, request, requestId: randomUUID() });
    const heard = await Promise.all([press(), press(), press(), press()].map(outcome));
    expect(heard.sort()).toEqual(['already-taken-back', 'already-taken-back', 'already-taken-back', 'done']);
    expect(await database.db.$count(positions, eq(positions.undoes, request))).toBe(2);
    expect([await standing(), await standing(other)]).toEqual([['CN reservation'], []]);
  });

  it('leaves alone what was said since', async () => {
    const requestId = randomUUID();
    await say(people.commenter, 'agree', [role], { requestId });
    await say(people.speakers, 'discuss');
    await takeBackPositions(database.db, people.commenter, { scenario, request: requestId, requestId: randomUUID() });
    expect(await standing()).toEqual(['CN discuss']);
  });

  it('brings back what was withdrawn by mistake', async () => {
    await say(people.commenter, 'agree');
    const requestId = randomUUID();
    await withdrawPositions(database.db, people.commenter, { scenario, items: [role], requestId });
    await takeBackPositions(database.db, people.commenter, { scenario, request: requestId, requestId: randomUUID() });
    expect(await standing()).toEqual(['CN agree']);
  });

  it('is for one’s own requests only', async () => {
    const requestId = randomUUID();
    await say(people.commenter, 'agree', [role], { requestId });
    for (const actor of [people.speakers, people.facilitator])
      expect(await outcome(takeBackPositions(database.db, actor, { scenario, request: requestId, requestId: randomUUID() }))).toBe('not-found');
    expect(await outcome(takeBackPositions(database.db, people.commenter, { scenario, request: 'all', requestId: randomUUID() }))).toBe('bad-request');
    expect(await standing()).toEqual(['CN agree']);
  });
});

describe('a delegation’s own judgement of a cell', () => {
  it('stands beside the common one, until it is withdrawn', async () => {
    await judge(people.commenter);
    await edit((doc) => setChange(doc, cell.split(':')[1]!, 'who', 'none'));
    expect((await list()).judgements).toEqual([
      expect.objectContaining({ item: cell, delegation: people.commenter.delegationId, change: 'significant', reason: 'A new segment.', by: expect.objectContaining({ name: 'Li' }) }),
    ]);
    const withdrawal = { scenario, item: cell, requestId: randomUUID() };
    await withdrawJudgement(database.db, people.speakers, withdrawal);
    await withdrawJudgement(database.db, people.speakers, withdrawal);
    expect((await list()).judgements).toEqual([]);
    expect(await database.db.$count(judgements, eq(judgements.scenarioId, scenario))).toBe(2);
  });

  it('has a reason, is of a cell as it stands, and is recorded once', async () => {
    expect(await outcome(judge(people.commenter, { reason: '' }))).toBe('empty-text');
    expect(await outcome(judge(people.commenter, { hash: 'f'.repeat(64) }))).toBe('item-changed');
    for (const item of [role, 'cell:never:who', 'nonsense']) expect(await outcome(judge(people.commenter, { item }))).toBe('not-found');
    const requestId = randomUUID();
    await Promise.all([judge(people.commenter, { requestId }), judge(people.commenter, { requestId })]);
    expect(await database.db.$count(judgements, eq(judgements.scenarioId, scenario))).toBe(1);
  });
});

describe('the record', () => {
  it('says who did what', async () => {
    const requestId = randomUUID();
    await say(people.commenter, 'agree', [role], { requestId });
    await takeBackPositions(database.db, people.commenter, { scenario, request: requestId, requestId: randomUUID() });
    await judge(people.commenter);
    const entries = await database.db.select().from(auditEntries).where(eq(auditEntries.scenarioId, scenario)).orderBy(auditEntries.at);
    expect(entries.filter(({ personId }) => personId === people.commenter.id).map(({ verb, subject }) => [verb, subject])).toEqual([
      ['position.set', expect.objectContaining({ stance: 'agree', items: [role], delegation: people.commenter.delegationId })],
      ['position.take-back', expect.objectContaining({ undoes: requestId })],
      ['judgement.set', { delegation: people.commenter.delegationId, item: cell, change: 'significant' }],
    ]);
  });

  it('is never rewritten', async () => {
    await say(people.commenter, 'disagree');
    await judge(people.commenter);
    const refused = /its rows are written once/;
    const cause = (attempt: Promise<unknown>): Promise<unknown> => attempt.catch((error: Error) => String(error.cause));
    expect(await cause(database.db.update(positions).set({ stance: 'agree' }).where(eq(positions.scenarioId, scenario)).then(() => null))).toMatch(refused);
    expect(await cause(database.db.delete(positions).where(eq(positions.scenarioId, scenario)).then(() => null))).toMatch(refused);
    expect(await cause(database.db.update(judgements).set({ change: 'none' }).where(eq(judgements.scenarioId, scenario)).then(() => null))).toMatch(refused);
    expect(await cause(database.db.delete(judgements).where(eq(judgements.scenarioId, scenario)).then(() => null))).toMatch(refused);
    expect(await standing()).toEqual(['CN disagree']);
  });

  it('is announced to every screen', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      const heard = new Promise<unknown>((resolve) => client.on('notification', ({ payload }) => (payload!.includes('"positions"') ? resolve(JSON.parse(payload!)) : undefined)));
      await client.query(`listen ${notificationChannel}`);
      await say(people.commenter, 'agree');
      expect(await heard).toEqual({ about: 'positions', scenario });
    } finally {
      await client.end();
    }
  });
});

describe('the distance to agreement', () => {
  const distance = async (actor: Actor = people.facilitator) => (await listScenarios(database.db, actor)).find(({ id }) => id === scenario)?.distance;
  /** As a room does a moment after an edit. */
  const keepItems = async (): Promise<void> => void (await database.db.update(scenarios).set({ items: await itemsNow() }).where(eq(scenarios.id, scenario)));

  it('is in every reader’s list: agreed is what both sides consent to, as it stands, and nobody discusses', async () => {
    await keepItems();
    const of = (await itemsNow()).filter((item) => isAsked(item, null)).length;
    expect(await distance()).toEqual({ agreed: 0, of });
    await say(people.facilitator, 'agree', [role, other, cell]);
    await say(people.commenter, 'reservation', [role, other, cell]);
    expect(await distance(people.viewer)).toEqual({ agreed: 3, of });
    await judge(people.commenter);
    expect(await distance()).toEqual({ agreed: 2, of });
    // what a delegation discusses among itself is not counted, not even for its own people
    await createThread(database.db, people.commenter, { scenario, item: role, body: '内部', internal: true, requestId: randomUUID() });
    expect([await distance(), await distance(people.commenter)]).toEqual([{ agreed: 2, of }, { agreed: 2, of }]);
    await createThread(database.db, people.commenter, { scenario, item: other, body: 'Who?', requestId: randomUUID() });
    expect(await distance()).toEqual({ agreed: 1, of });
    await edit((doc) => replaceText(labelOf(doc, 'roles', role.slice(5), 'en')!, 'Vendor'));
    await keepItems();
    expect(await distance()).toEqual({ agreed: 0, of });
  });

  /** As the background does. */
  const catchUp = async (): Promise<void> => {
    for (const id of await dueLists(database.db, 0)) await listAfresh(database.db, id);
    expect(await dueLists(database.db, 0)).toEqual([]);
  };

  it('is known of scenarios from before items were kept', async () => {
    await catchUp();
    await database.db.update(scenarios).set({ items: null, summary: sql`${scenarios.summary} - 'version'` }).where(eq(scenarios.id, scenario));
    expect(await distance()).toBeNull();
    await catchUp();
    expect(await distance()).toEqual({ agreed: 0, of: (await itemsNow()).filter((item) => isAsked(item, null)).length });
  });

  it('stands beside how much the checks find, also of scenarios from before that was kept, or that other checks counted', async () => {
    const findings = async () => (await listScenarios(database.db, people.commenter)).find(({ id }) => id === scenario)?.findings;
    expect(await findings()).toBeGreaterThan(0);
    await database.db.update(scenarios).set({ summary: sql`${scenarios.summary} - 'findings'` }).where(eq(scenarios.id, scenario));
    expect(await findings()).toBeUndefined();
    await catchUp();
    const found = findingsOf(projectScenario((await readDocument(database.db, scenario)).doc)).length;
    expect(await findings()).toBe(found);
    // counted by other checks: those of an earlier version are outdone, those of a later one left alone
    const [listed] = await database.db.select().from(scenarios).where(eq(scenarios.id, scenario));
    for (const [version, expected] of [[listedVersion - 1, found], [listedVersion + 1, 99]] as const) {
      await database.db.update(scenarios).set({ summary: { ...listed!.summary, findings: 99, version } }).where(eq(scenarios.id, scenario));
      await catchUp();
      expect(await findings()).toBe(expected);
    }
    const [after] = await database.db.select().from(scenarios).where(eq(scenarios.id, scenario));
    expect(after!.changedAt).toEqual(listed!.changedAt);
  });
});
