import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxEntries, visits } from '@/lib/db/schema/inbox';
import { people } from '@/lib/db/schema/people';
import { type AccordProcess, removeFolder, startAccord } from '../support/accord-process';
import { ensureBuilt } from '../support/ensure-built';
import type { Person } from '../support/gates/people';
import { nameOf } from '../support/gates/gate';
import { Stage } from '../support/gates/stage';
import { gates } from '../support/gates/table';
import { addressOf, inParallel, parametersOf, partOf } from '../support/gates/walk';
import { peopleIn, type World } from '../support/gates/world';
import { startMailServer, type MailServer } from '../support/mail-server';

/*
 * What the German side keeps to itself: looked for by those who are not of it in every page, answer, file, frame and mail.
 * "Every" is the table of gates, which is complete.
 */

/** Words that stand nowhere else. */
const words = ['qxbegun', 'qxedited', 'qxreplied', 'qxübersetzt', 'qxproposed', 'qxwithdrawn', 'qxranged'] as const;
const others = ['counterpart', 'observer'] as const;

let accord: AccordProcess;
let world: World;
let stage: Stage;
let mails: MailServer;
/** What may not be found: the words, and the ids of threads and comments. */
const hidden: string[] = [...words];
/** By reader and place: what stood there before the German side had said anything. */
const before: Record<string, Readonly<Record<string, string>>> = {};
const frames: Record<string, Buffer[]> = {};
const sockets: WebSocket[] = [];

beforeAll(async () => {
  await ensureBuilt();
  mails = await startMailServer();
  accord = await startAccord({ env: { SMTP_URL: mails.url } });
  world = await peopleIn(accord);
  await world.db.update(people).set({ mailFrequency: 'at-once' }).where(inArray(people.id, Object.values(world.people).map(({ id }) => id)));
  stage = new Stage(world);
  for (const gate of reading) for (const parameter of parametersOf(gate)) await stage.of(partOf(gate, parameter) ?? 'scenario');
  await wasHereYesterday();
  await Promise.all(others.map(listen));
  for (const person of others) before[person] = await everythingRead(person);
  await keepToItself();
}, 300_000);
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  await world?.close();
  await accord?.stop();
  await mails?.close();
  if (accord) await removeFolder(accord.dataDir);
});

/** All that can be read. */
const reading = gates.filter(({ method, path, action }) => method === 'GET' && !action && path !== '/sign-in' && path !== '/');

/** So that the page of what came since then has something to show. */
async function wasHereYesterday(): Promise<void> {
  const scenario = await stage.of('scenario');
  for (const person of ['editor', ...others] as const) {
    await call(person, 'POST', `/api/scenarios/${scenario}/visits`, { event: 'open' });
    await world.db.update(visits).set({ beforeSeq: 0, beforeAt: sql`now() - interval '1 day'` }).where(and(eq(visits.scenarioId, scenario), eq(visits.personId, world.people[person].id)));
  }
}

async function call(person: Person, method: string, path: string, body?: unknown): Promise<Record<string, string>> {
  const answer = await world.people[person].client.copy().send(method, path, body);
  expect([method, path, answer.status]).toEqual([method, path, 200]);
  return (await answer.json()) as Record<string, string>;
}

/** A file's words, whatever its form. */
async function textOf(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (type.includes('pdf')) return (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text;
  if (type.includes('wordprocessingml')) return Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join('\n');
  return strFromU8(bytes);
}

/** What somebody reads everywhere, by place; pages also as the browser fetches them on its way through the application. */
async function everythingRead(person: Person): Promise<Record<string, string>> {
  const client = world.people[person].client;
  const places = reading.filter(({ answers }) => answers[person] === 'ok');
  const texts = await inParallel(places, async (gate): Promise<[string, string][]> => {
    const address = await addressOf(gate, stage);
    const read = async (headers: Record<string, string> = {}): Promise<string> => textOf(await client.copy().fetch(address, { headers }));
    return gate.path.startsWith('/api/') ? [[nameOf(gate), await read()]] : [[nameOf(gate), await read()], [`${nameOf(gate)} (payload)`, await read({ rsc: '1' })]];
  });
  const own = await textOf(await client.copy().fetch('/api/account/export', { method: 'POST' }));
  return { ...Object.fromEntries(texts.flat()), 'one’s own data': own };
}

/** Writes down every frame that comes to somebody who is at the scenario. */
async function listen(person: Person): Promise<void> {
  frames[person] = [];
  const address = `${accord.url.replace('http', 'ws')}/sync/${await stage.of('scenario')}?news=1`;
  const socket = new WebSocket(address, { headers: { cookie: world.people[person].client.cookie, origin: accord.url } });
  socket.on('message', (data: Buffer) => frames[person]!.push(data));
  sockets.push(socket);
  await once(socket, 'message');
}

/** The life of threads that the German side keeps to itself, all of it. */
async function keepToItself(): Promise<void> {
  const base = `/api/scenarios/${await stage.of('scenario')}/threads`;
  const proposal = (after: string) => ({ part: 'label:en', before: 'Machine maker', after });
  const begin = async (body: object): Promise<string> => {
    const { thread, comment } = await call('editor', 'POST', base, { internal: true, requestId: randomUUID(), ...body });
    hidden.push(thread!, comment!);
    return `${base}/${thread}/comments/${comment}`;
  };
  const german = world.people.speaker.id;
  const first = await begin({ item: 'role:maker', body: 'qxbegun', kind: 'technical', language: 'en', mentions: [german], proposal: proposal('qxproposed') });
  const thread = first.split('/comments')[0]!;
  await call('editor', 'PUT', first, { body: 'qxedited', mentions: [german] });
  const { comment } = await call('speaker', 'POST', `${thread}/comments`, { body: 'qxreplied', requestId: randomUUID() });
  hidden.push(comment!);
  await call('commenter', 'PUT', `${first}/translations/de`, { body: 'qxübersetzt' });
  await call('commenter', 'PUT', `${thread}/assignment`, { to: { person: german }, dueOn: '2031-01-01' });
  await call('commenter', 'PUT', `${thread}/kind`, { kind: 'editorial' });
  await call('facilitator', 'PUT', `${first}/decision`, { decision: 'rejected' }); // accepted, it would be the text that all read
  await call('commenter', 'DELETE', `${thread}/resolution`);
  await call('commenter', 'PUT', `${thread}/resolution`);
  await call('commenter', 'DELETE', `${thread}/resolution`); // it is open: it would count
  await call('editor', 'PUT', `${await begin({ item: 'role:maker', body: 'qxbegun', proposal: proposal('qxwithdrawn') })}/decision`, { decision: 'withdrawn' });
  await begin({ item: 'section:description:en', body: 'qxranged' });
  await call('editor', 'DELETE', await begin({ item: 'role:user', body: 'qxbegun' }));
}

/** What an answer shows, without the time at which it was given. */
const shown = (text: string): string =>
  text
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/now|\d+ (?:second|minute)s? ago|DTSTAMP:\w+|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z|\b\d\d:\d\d(?::\d\d)?\b|_Toc\d+/g, ''); // a report says when it was made; DOCX counts headings through all files

describe('what the German side keeps to itself', () => {
  it('can be found: by that side', async () => {
    const found = Object.entries(await everythingRead('editor'));
    const places = (what: string): string[] => found.filter(([, text]) => text.includes(what)).map(([place]) => place);
    for (const what of hidden.filter((each) => each !== 'qxbegun')) expect([what, places(what)]).toEqual([what, expect.arrayContaining(['GET /api/scenarios/[id]/threads'])]);
    expect(places('qxedited')).toContain('one’s own data');
  });

  it.each(others)('is found by the %s nowhere', async (person) => {
    const found = Object.entries(await everythingRead(person)).flatMap(([place, text]) => hidden.filter((what) => text.includes(what)).map((what) => `${what} in ${place}`));
    expect(found).toEqual([]);
  });

  it.each(others)('is counted for the %s nowhere: every answer is the one that was given before', async (person) => {
    const after = await everythingRead(person);
    expect(Object.keys(after)).toEqual(Object.keys(before[person]!));
    expect(Object.keys(after).length).toBeGreaterThan(40);
    const differing = Object.keys(after).filter((place) => place !== 'one’s own data' && !place.endsWith('(payload)') && shown(after[place]!) !== shown(before[person]![place]!));
    expect(differing).toEqual([]);
  });

  it('leads to no frame, entry or mail for anybody else', { timeout: 60_000 }, async () => {
    const ids = others.map((person) => world.people[person].id);
    const sentTo = (person: Person) => mails.received.filter(({ to }) => to === world.people[person].email);
    const sentBefore = { counterpart: sentTo('counterpart').length, observer: sentTo('observer').length };
    // What everybody may hear comes on the same ways, and after it.
    await call('editor', 'POST', `/api/scenarios/${await stage.of('scenario')}/threads`, { item: 'scenario', body: 'qxopen', mentions: ids, requestId: randomUUID() });
    for (const person of others) {
      await expect.poll(() => frames[person]!.filter((frame) => frame.includes('"threads"')).length).toBe(1);
      expect(hidden.filter((what) => frames[person]!.some((frame) => frame.includes(what)))).toEqual([]);
    }
    expect(await world.db.select({ kind: inboxEntries.kind, item: sql`subject ->> 'item'` }).from(inboxEntries).where(and(inArray(inboxEntries.personId, ids), inArray(inboxEntries.kind, ['mentioned', 'assigned', 'replied', 'proposal-decided'])))).toEqual(
      ids.map(() => ({ kind: 'mentioned', item: 'scenario' })),
    );
    for (const person of others) {
      await expect.poll(() => sentTo(person).length, { timeout: 40_000 }).toBeGreaterThan(sentBefore[person]);
      expect(hidden.filter((what) => sentTo(person).some(({ raw }) => raw.includes(what)))).toEqual([]);
    }
  });

  it('is seen once it is released, with all that was said', async () => {
    const base = `/api/scenarios/${await stage.of('scenario')}/threads`;
    const threads = (await call('editor', 'GET', base)).threads as unknown as { id: string; internalTo: string | null; item: string }[];
    const kept = threads.filter(({ internalTo }) => internalTo !== null);
    expect(kept.length).toBeGreaterThanOrEqual(4);
    for (const { id } of kept) await call('commenter', 'PUT', `${base}/${id}/release`);
    for (const person of others) {
      const { 'GET /api/scenarios/[id]/threads': answer, 'GET /api/meetings/[id]/open-items': open } = await everythingRead(person);
      for (const what of words.filter((each) => each !== 'qxbegun')) expect(answer).toContain(what);
      expect(open).not.toBe(before[person]!['GET /api/meetings/[id]/open-items']);
      await expect.poll(() => frames[person]!.filter((frame) => frame.includes('"threads"')).length).toBe(1 + kept.length);
    }
  });
});
