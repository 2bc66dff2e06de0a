import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { notify } from '@/lib/db/notifications';
import { endedSessions, people } from '@/lib/db/schema/people';
import { attendances, scenarios } from '@/lib/db/schema/scenarios';
import { createEntities } from '@/lib/document/edits/create-entities';
import { linkItem } from '@/lib/document/edits/edit-cells';
import { setChange } from '@/lib/document/edits/edit-entities';
import { projectScenario } from '@/lib/document/project-scenario';
import { bounds } from '@/lib/domain/bounds';
import { emptyLocalized } from '@/lib/domain/languages';
import { appendUpdates } from '@/lib/log/append-updates';
import { readDocument } from '@/lib/log/read-document';
import { readUpdatesAfter } from '@/lib/log/read-updates-after';
import { endSession } from '@/lib/sessions/end-session';
import { sessionFromCookies } from '@/lib/sessions/session-from-cookies';
import { closeCodes } from '@/lib/sync/close-codes';
import type { Right } from '@/lib/domain/delegations';
import { createTestDatabase, type TestDatabase } from '../support/postgres';
import { connect as open, presence, presencesIn, presenceText, type RawClient, step1, step2, update, updateOf, type Received } from './support/raw-client';
import { createPerson, createTestScenario, setRight, signInAgain, startSyncServer, canonicalState, type TestPerson, type TestServer } from './support/sync-world';

/** Rules are those of server/sync/PROTOCOL.md. */

let database: TestDatabase;
let server: TestServer;
let anna: TestPerson;
let li: TestPerson;
let olga: TestPerson;
const clients: RawClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startSyncServer(database.db, { pieceBytes: 4_096, summaryAfter: 50 });
  anna = await createPerson(database.db, 'Anna', 'DE');
  li = await createPerson(database.db, 'Li', 'CN');
  olga = await createPerson(database.db, 'Olga');
});
afterEach(async () => {
  for (const client of clients.splice(0)) {
    client.socket.terminate();
    await client.closed;
  }
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

const newScenario = (rights: readonly (readonly [TestPerson, Right])[] = [[anna, 'facilitator'], [li, 'editor'], [olga, 'viewer']]): Promise<string> =>
  createTestScenario(database.db, rights);

function connect(...args: Parameters<typeof open>): RawClient {
  const client = open(...args);
  clients.push(client);
  return client;
}

/** A client that has the document and follows it. */
async function enter(scenario: string, person: TestPerson, query = ''): Promise<{ readonly client: RawClient; readonly doc: Y.Doc }> {
  const client = connect(server.url, scenario, person, { query });
  await client.opened;
  const doc = new Y.Doc();
  client.follow(doc);
  const answer = client.next(({ type }) => type === 'step2');
  client.send(step1(doc));
  await answer;
  return { client, doc };
}

const write = (word: string) => (doc: Y.Doc): void => doc.getText('words').insert(0, word);
const words = async (scenario: string): Promise<string> => (await readDocument(database.db, scenario)).doc.getText('words').toString();
const isNews = (topic: string) => (frame: Received): boolean => frame.type === 'news' && frame.news.topic === topic;

describe('coming in', () => {
  test('rule 2: who may not come in hears why on an accepted websocket', async () => {
    const scenario = await newScenario([[anna, 'editor']]);
    const codes = await Promise.all([
      connect(server.url, scenario, null).closed,
      connect(server.url, scenario, { ...anna, cookie: 'next-auth.session-token=nonsense' }).closed,
      connect(server.url, scenario, li).closed,
      connect(server.url, crypto.randomUUID(), anna).closed,
      connect(server.url, "x';drop table people;--", anna).closed,
      connect(server.url, scenario, anna, { headers: { origin: 'https://elsewhere.example' } }).closed,
      connect(server.url, scenario, anna, { headers: { origin: 'null' } }).closed,
    ]);
    const { signedOut, notFound, forbidden } = closeCodes;
    expect(codes).toEqual([signedOut, signedOut, notFound, notFound, notFound, forbidden, forbidden]);
  });

  test('rule 2: sockets that are in no room yet are bounded in number and time', async () => {
    const scenario = await newScenario();
    const few = await startSyncServer(database.db, { doorstepSockets: 2, admittedWithin: 1_500 });
    try {
      const statusOf = (client: RawClient): Promise<number | undefined> => new Promise((resolve) => client.socket.once('unexpected-response', (_request, response) => resolve(response.statusCode)));
      await database.db.transaction(async (tx) => {
        await tx.execute(sql`lock table people in access exclusive mode`); // nobody can be looked up
        const waiting = [connect(few.url, scenario, anna), connect(few.url, scenario, null, { headers: { cookie: anna.cookie } })];
        await Promise.all(waiting.map(({ opened }) => opened));
        expect(await statusOf(connect(few.url, scenario, anna))).toBe(503);
        expect(await Promise.all(waiting.map(({ closed }) => closed))).toEqual([closeCodes.tryAgainLater, closeCodes.tryAgainLater]);
      });
      // Who is told to go away makes room again, as does who comes in.
      for (let count = 0; count < 3; count++) expect(await connect(few.url, scenario, null).closed).toBe(closeCodes.signedOut);
      for (let count = 0; count < 3; count++) {
        const client = connect(few.url, scenario, anna);
        clients.push(client);
        await client.opened;
        await client.sync();
      }
    } finally {
      await few.close();
    }
  });

  test('rule 2: what a socket sends that may not come in is not looked at', async () => {
    const scenario = await newScenario();
    const client = connect(server.url, scenario, anna, { headers: { origin: 'https://elsewhere.example' } });
    await client.opened;
    client.send(step1(new Y.Doc()));
    client.send(update(updateOf(new Y.Doc(), write('smuggled'))));
    expect(await client.closed).toBe(closeCodes.forbidden);
    expect(client.frames).toEqual([]);
    expect(await words(scenario)).toBe('');
  });

  test('rule 2: pages of our own come in', async () => {
    const scenario = await newScenario();
    for (const origin of ['http://localhost:1', `http://127.0.0.1:${server.port}`]) {
      const client = connect(server.url, scenario, anna, { headers: { origin } });
      await client.opened;
      await client.sync();
    }
  });

  test('rule 3: a local copy of another epoch does not come in', async () => {
    const scenario = await newScenario();
    expect(await connect(server.url, scenario, anna, { query: '?epoch=2' }).closed).toBe(closeCodes.epochPassed);
    const client = connect(server.url, scenario, anna, { query: '?epoch=1' });
    await client.opened;
    expect((await client.sync()).getMap('meta').get('schemaVersion')).toBe(1);
  });

  test('rule 5: a large document comes in pieces, the SyncStep2 last', async () => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, anna);
    for (let index = 0; index < 40; index++) client.send(update(updateOf(doc, (d) => d.getMap('layout').set(`key ${index}`, 'x'.repeat(500)))));
    await client.acknowledged(1);
    const reader = await enter(scenario, li);
    const types = reader.client.frames.filter(({ type }) => type === 'update' || type === 'step2').map(({ type }) => type);
    expect(types.length).toBeGreaterThan(4);
    expect(types.indexOf('step2')).toBe(types.length - 1);
    expect(canonicalState(reader.doc)).toBe(canonicalState(doc));
  });
});

describe('storing before telling', () => {
  test('rules 11 and 13: others get it, its author does not, and the log says whose it is', async () => {
    const scenario = await newScenario();
    const [a, b] = [await enter(scenario, anna), await enter(scenario, li)];
    const heard = b.client.next(({ type }) => type === 'update');
    a.client.send(update(updateOf(a.doc, write('x'))));
    await heard;
    await a.client.acknowledged(1);
    expect(canonicalState(b.doc)).toBe(canonicalState(a.doc));
    expect(a.client.frames.filter(({ type }) => type === 'update')).toEqual([]);
    expect(await readUpdatesAfter(database.db, scenario, 1)).toMatchObject([{ seq: 2, person: anna.id, clientIds: [a.doc.clientID] }]);
  });

  test('rule 12: an acknowledgement comes after the commit of what was sent before it', async () => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, anna);
    for (let index = 1; index <= 20; index++) {
      client.send(update(updateOf(doc, write('x'))));
      await client.acknowledged(index);
      expect((await words(scenario)).length).toBe(index);
    }
  });

  test('rule 15: what a verb appends reaches the room', async () => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, anna);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const heard = client.next(({ type }) => type === 'update');
    const bytes = updateOf(other, write('verb'));
    await database.db.transaction((tx) => appendUpdates(tx, scenario, [{ person: li.id, clientIds: [other.clientID], update: bytes }]));
    await heard;
    expect(doc.getText('words').toString()).toBe('verb');
    client.send(update(updateOf(doc, write('and '))));
    await client.acknowledged(1);
    expect(await words(scenario)).toBe('and verb');
  });

  test('rule 15: a second server on the same log is kept up with, and its client ids are known', async () => {
    const scenario = await newScenario();
    const second = await startSyncServer(database.db);
    try {
      const a = await enter(scenario, anna);
      const b = open(second.url, scenario, li);
      clients.push(b);
      await b.opened;
      const doc = await b.sync();
      b.follow(doc);
      const heard = a.client.next(({ type }) => type === 'update');
      b.send(update(updateOf(doc, write('second '))));
      await heard;
      const back = b.next(({ type }) => type === 'update');
      a.client.send(update(updateOf(a.doc, write('first '))));
      await back;
      expect([a.doc, doc].map((one) => one.getText('words').toString())).toEqual(['first second ', 'first second ']);
    } finally {
      await second.close();
    }
  });

  test('what lists show follows the document', async () => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, anna);
    client.send(update(updateOf(doc, (d) => (d.getMap('meta').get('title:en') as Y.Text).insert(0, 'Not '))));
    await client.acknowledged(1);
    await expect.poll(async () => (await database.db.select().from(scenarios).where(eq(scenarios.id, scenario)))[0]?.summary.title.en, { timeout: 10_000 }).toBe('Not A scenario');
  });

  test('who is in there can be read, and is gone when they are', async () => {
    const scenario = await newScenario();
    const present = async (): Promise<string[]> =>
      (await database.db.select().from(attendances).where(eq(attendances.scenarioId, scenario))).map((row) => row.personId).sort();
    const [a, second, b] = [await enter(scenario, anna), await enter(scenario, anna), await enter(scenario, li)];
    await expect.poll(present).toEqual([anna.id, li.id].sort());
    a.client.socket.close();
    b.client.socket.close();
    await expect.poll(present).toEqual([anna.id]);
    second.client.socket.close();
    await expect.poll(present).toEqual([]);
  });
});

describe('the gate', () => {
  test('rules 21 and 22: a viewer may repeat what is known; new content closes the socket and is stored nowhere', async () => {
    const scenario = await newScenario();
    const [editor, viewer] = [await enter(scenario, anna), await enter(scenario, olga)];
    editor.client.send(update(updateOf(editor.doc, write('stored'))));
    await editor.client.acknowledged(1);
    viewer.client.send(step2(Y.encodeStateAsUpdate(editor.doc)));
    await viewer.client.acknowledged(1);
    const before = await readUpdatesAfter(database.db, scenario, 0);
    viewer.client.send(update(updateOf(viewer.doc, write('forged'))));
    expect(await viewer.client.closed).toBe(closeCodes.readOnly);
    expect(await readUpdatesAfter(database.db, scenario, 0)).toEqual(before);
    expect(await words(scenario)).toBe('stored');
    await editor.client.acknowledged(2);
  });

  test("rule 23: another's client id is refused, also when the document was closed in between", async () => {
    const scenario = await newScenario();
    const a = await enter(scenario, anna);
    a.client.send(update(updateOf(a.doc, write('a'))));
    await a.client.acknowledged(1);
    a.client.socket.close();
    await a.client.closed;
    const b = await enter(scenario, li);
    b.doc.clientID = a.doc.clientID;
    b.client.send(update(updateOf(b.doc, write('b'))));
    expect(await b.client.closed).toBe(closeCodes.foreignClient);
    expect(await words(scenario)).toBe('a');
  });

  test('rule 24: a gap is answered with a SyncStep1; nothing counts as saved until it is filled', async () => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, anna);
    const asked = client.next(({ type }) => type === 'step1');
    updateOf(doc, write('lost '));
    client.send(update(updateOf(doc, write('later '))));
    const saved = client.acknowledged(1);
    await asked;
    expect(client.frames.some(({ type }) => type === 'acknowledge')).toBe(false);
    expect(await words(scenario)).toBe('');
    client.send(step2(Y.encodeStateAsUpdate(doc)));
    await saved;
    expect(await words(scenario)).toBe('later lost ');
  });

  test('rule 27: a document does not grow beyond its bounds, but may shrink', async () => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, anna);
    const text = (d: Y.Doc): Y.Text => d.getMap('meta').get('title:en') as Y.Text;
    client.send(update(updateOf(doc, (d) => text(d).insert(0, 'x'.repeat(199_000)))));
    client.send(update(updateOf(doc, (d) => text(d).delete(0, 1_000))));
    client.send(update(updateOf(doc, (d) => text(d).insert(0, 'y'.repeat(1_500)))));
    await client.acknowledged(1);
    client.send(update(updateOf(doc, (d) => text(d).insert(0, 'z'.repeat(2_000)))));
    expect(await client.closed).toBe(closeCodes.overBound);
    const stored = (await readDocument(database.db, scenario)).doc;
    expect(text(stored).length).toBe('A scenario'.length + 199_500);
  });

  test('rule 27: nor beyond so many notes', async () => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, anna);
    const notes = (count: number): Uint8Array => updateOf(doc, (d) => void createEntities(d, { notes: Array.from({ length: count }, () => ({ phase: 'before' as const, text: '' })) }));
    client.send(update(notes(bounds.notes)));
    await client.acknowledged(1);
    client.send(update(notes(1)));
    expect(await client.closed).toBe(closeCodes.overBound);
    expect(projectScenario((await readDocument(database.db, scenario)).doc).notes).toHaveLength(bounds.notes);
  });

  test('rule 27: nor beyond so many pieces of evidence in one cell, and the others go on', async () => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, anna);
    const linked = (from: number, to: number): Uint8Array =>
      updateOf(doc, (d) => {
        if (from === 0) createEntities(d, { enterprises: [{ id: 'acme', colour: 0 }] });
        for (let index = from; index < to; index++) linkItem(d, { enterprise: 'acme', dimension: 'who' }, { kind: 'role', id: `role-${index}`, rightFor: { label: emptyLocalized, phases: {} } });
      });
    client.send(update(linked(0, bounds.evidenceOfCell)));
    await client.acknowledged(1);
    const other = await enter(scenario, li);
    client.send(update(linked(bounds.evidenceOfCell, bounds.evidenceOfCell + 1)));
    expect(await client.closed).toBe(closeCodes.overBound);
    other.client.send(update(updateOf(other.doc, (d) => setChange(d, 'acme', 'who', 'none'))));
    await other.client.acknowledged(1);
    expect(projectScenario((await readDocument(database.db, scenario)).doc).assessment['acme']!.who).toMatchObject({ change: 'none', evidence: { length: bounds.evidenceOfCell } });
  });

  test('rule 27: nor beyond so many root types that encoding it would take for ever', async () => {
    const scenario = await newScenario();
    const { client } = await enter(scenario, anna);
    const withRoots = (from: number, to: number): Uint8Array =>
      updateOf(new Y.Doc(), (d) => d.transact(() => { for (let index = from; index < to; index++) d.getMap(`root-${index}`).set('a', 1); }));
    client.send(update(withRoots(0, 1_000)));
    await client.acknowledged(1);
    client.send(update(withRoots(0, 1_000))); // the same ones again
    await client.acknowledged(2);
    client.send(update(withRoots(1_000, 3_000)));
    expect(await client.closed).toBe(closeCodes.overBound);
  });

  test('rule 30: frames that are too large', async () => {
    const scenario = await newScenario();
    const { client } = await enter(scenario, anna);
    client.send(new Uint8Array(5 * 1024 * 1024));
    expect(await client.closed).toBe(closeCodes.frameTooLarge);
  });
});

describe('presence', () => {
  const shows = (clientId: number, state: 'somebody' | 'nobody') => (frame: Received): boolean =>
    frame.type === 'awareness' && presencesIn(frame.body).some((entry) => entry.clientId === clientId && (entry.state === null) === (state === 'nobody'));
  const seen = (frame: Received, clientId: number): Record<string, unknown> | null | undefined =>
    frame.type === 'awareness' ? presencesIn(frame.body).find((entry) => entry.clientId === clientId)?.state : undefined;

  test('rules 42 and 43: who somebody is says the server; it goes when they go', async () => {
    const scenario = await newScenario();
    const [a, b] = [await enter(scenario, anna), await enter(scenario, li)];
    const heard = b.client.next(shows(7, 'somebody'));
    a.client.send(presence({ clientId: 7, clock: 1, state: { user: { id: li.id, name: 'Li', delegation: 'CN', color: 'red' }, part: 'network' } }));
    const state = seen(await heard, 7);
    expect(state).toMatchObject({ user: { id: anna.id, name: 'Anna', delegation: 'DE' }, part: 'network' });
    expect((state as { user: { color: string } }).user.color).toMatch(/^#[0-9a-f]{6}$/);
    const late = await enter(scenario, olga);
    expect(late.client.frames.some(shows(7, 'somebody'))).toBe(true);
    const gone = b.client.next(shows(7, 'nobody'));
    a.client.socket.terminate();
    await gone;
  });

  test('rule 41: nobody speaks for others, not even after they have gone', async () => {
    const scenario = await newScenario();
    const [a, b, witness] = [await enter(scenario, anna), await enter(scenario, li), await enter(scenario, olga)];
    let heard = witness.client.next(shows(7, 'somebody'));
    a.client.send(presence({ clientId: 7, clock: 5, state: { part: 'mine' } }));
    await heard;
    b.client.send(presence({ clientId: 7, clock: 6, state: { part: 'forged' } }, { clientId: 8, clock: 1, state: { part: 'own' } }));
    b.client.send(presence({ clientId: 7, clock: 7, state: null }));
    await witness.client.next(shows(8, 'somebody'));
    const gone = witness.client.next(shows(7, 'nobody'));
    a.client.socket.terminate();
    await gone;
    b.client.send(presence({ clientId: 7, clock: 90, state: { part: 'forged' } }));
    heard = witness.client.next(shows(8, 'somebody'));
    b.client.send(presence({ clientId: 8, clock: 2, state: { part: 'still here' } }));
    await heard;
    const states = witness.client.frames.map((frame) => seen(frame, 7)).filter((state) => state !== undefined);
    expect(states.map((state) => state?.part ?? null)).toEqual(['mine', null]);
    const back = witness.client.next(shows(7, 'somebody'));
    const again = await enter(scenario, anna);
    again.client.send(presence({ clientId: 7, clock: 5, state: { part: 'back' } }));
    expect(seen(await back, 7)).toMatchObject({ part: 'back', user: { id: anna.id } });
  });

  test('rule 44: clocks rise, also when a client comes back with an old one', async () => {
    const scenario = await newScenario();
    const witness = await enter(scenario, olga);
    for (let round = 0; round < 3; round++) {
      const a = await enter(scenario, anna);
      const heard = witness.client.next(shows(7, 'somebody'));
      a.client.send(presence({ clientId: 7, clock: 1, state: {} }));
      await heard;
      const gone = witness.client.next(shows(7, 'nobody'));
      a.client.socket.terminate();
      await gone;
    }
    const clocks = witness.client.frames.flatMap((frame) => (frame.type === 'awareness' ? presencesIn(frame.body) : [])).filter(({ clientId }) => clientId === 7).map(({ clock }) => clock);
    expect(clocks).toHaveLength(6);
    expect(clocks).toEqual([...new Set(clocks)].sort((a, b) => a - b));
  });

  test.each(['"text"', '[]', '1', '{', '{"deep":'.repeat(40) + '1' + '}'.repeat(40)])('rule 45: %s is no presence', async (json) => {
    const scenario = await newScenario();
    const [a, b] = [await enter(scenario, anna), await enter(scenario, li)];
    const sound = b.client.next(({ type }) => type === 'awareness');
    a.client.send(presenceText({ clientId: 6, clock: 1, state: '{"part":"sound"}' }));
    await sound;
    const heard = b.client.frames.length;
    a.client.send(presenceText({ clientId: 6, clock: 2, state: json }));
    expect(await a.client.closed).toBe(closeCodes.malformed);
    await b.client.acknowledged(1);
    const since = b.client.frames.slice(heard).flatMap((frame) => (frame.type === 'awareness' ? presencesIn(frame.body) : []));
    expect(since.filter(({ state }) => state !== null)).toEqual([]);
  });
});

describe('access while connected', () => {
  test.each([true, false])('rule 60: rights change within 5 s (announced: %s)', async (announced) => {
    const scenario = await newScenario();
    const { client, doc } = await enter(scenario, li, '?news=1');
    const news = client.next((frame) => isNews('access')(frame) && frame.type === 'news' && frame.news.topic === 'access' && frame.news.right === 'viewer');
    const started = performance.now();
    await setRight(database.db, scenario, li, 'viewer', announced);
    await news;
    expect(performance.now() - started).toBeLessThan(5_000);
    client.send(update(updateOf(doc, write('too late'))));
    expect(await client.closed).toBe(closeCodes.readOnly);
    expect(await words(scenario)).toBe('');
  });

  test.each([true, false])('rule 60: who loses access has to go within 5 s (announced: %s)', async (announced) => {
    const scenario = await newScenario();
    const { client } = await enter(scenario, li);
    const started = performance.now();
    await setRight(database.db, scenario, li, null, announced);
    expect(await client.closed).toBe(closeCodes.forbidden);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test.each([{ sessionVersion: 2 }, { disabledAt: new Date() }])('rule 60: an ended session ends its sockets: %o', async (change) => {
    const person = await createPerson(database.db, 'Ben');
    const scenario = await newScenario([[person, 'editor']]);
    const { client } = await enter(scenario, person);
    await database.db.transaction(async (tx) => {
      await tx.update(people).set(change).where(eq(people.id, person.id));
      await notify(tx, { about: 'person', person: person.id });
    });
    expect(await client.closed).toBe(closeCodes.signedOut);
  });

  test('rule 60: signing out ends the sockets of that session, a copied cookie opens none, other devices go on', async () => {
    const laptop = await createPerson(database.db, 'Eva');
    const phone = await signInAgain(laptop);
    const scenario = await newScenario([[laptop, 'editor']]);
    const [ending, second, staying] = [await enter(scenario, laptop), await enter(scenario, laptop), await enter(scenario, phone)];
    const session = await sessionFromCookies(laptop.cookie, database.db);
    const started = performance.now();
    await endSession(database.db, { ...session!, personId: laptop.id });
    expect(await Promise.all([ending.client.closed, second.client.closed])).toEqual([closeCodes.signedOut, closeCodes.signedOut]);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await connect(server.url, scenario, laptop).closed).toBe(closeCodes.signedOut);
    staying.client.send(update(updateOf(staying.doc, write('still here'))));
    await staying.client.acknowledged(1);
    expect(await words(scenario)).toBe('still here');
  });

  test('rule 60: a session whose end was not announced is found by the sweep', async () => {
    const person = await createPerson(database.db, 'Finn');
    const other = await signInAgain(person);
    const scenario = await newScenario([[person, 'editor']]);
    const [ending, staying] = [await enter(scenario, person), await enter(scenario, other)];
    const session = await sessionFromCookies(person.cookie, database.db);
    const started = performance.now();
    await database.db.insert(endedSessions).values({ sessionId: session!.sessionId, personId: person.id, expiresAt: new Date(Date.now() + 60_000) });
    expect(await ending.client.closed).toBe(closeCodes.signedOut);
    expect(performance.now() - started).toBeLessThan(5_000);
    await staying.client.acknowledged(0);
    expect(staying.client.socket.readyState).toBe(staying.client.socket.OPEN);
  });

  test('rule 50: news only to those who ask', async () => {
    const scenario = await newScenario();
    const [asking, plain] = [await enter(scenario, anna, '?news=1'), await enter(scenario, li)];
    expect(asking.client.frames.find(isNews('access'))).toMatchObject({ news: { topic: 'access', right: 'facilitator' } });
    const news = Promise.all([asking.client.next(isNews('threads')), asking.client.next(isNews('snapshots'))]);
    const thread = crypto.randomUUID();
    await notify(database.db, { about: 'threads', scenario, thread });
    await notify(database.db, { about: 'snapshots', scenario });
    expect(await news).toEqual([
      { type: 'news', news: { topic: 'threads', thread } },
      { type: 'news', news: { topic: 'snapshots' } },
    ]);
    await plain.client.acknowledged(1);
    expect(plain.client.frames.filter(({ type }) => type === 'news')).toEqual([]);
  });
});

test('rule 16: told to stop, the server commits what has come in and asks to come back', async () => {
  const scenario = await newScenario();
  const own = await startSyncServer(database.db);
  const client = open(own.url, scenario, anna);
  await client.opened;
  const doc = await client.sync();
  for (let index = 0; index < 50; index++) client.send(update(updateOf(doc, write('x'))));
  await client.acknowledged(1);
  client.send(update(updateOf(doc, write('last'))));
  const saved = client.acknowledged(2);
  await saved;
  await own.close();
  expect(await client.closed).toBe(closeCodes.goingAway);
  expect(await words(scenario)).toHaveLength(54);
});
