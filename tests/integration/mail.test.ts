import { Readable } from 'node:stream';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inboxEntries, mails } from '@/lib/db/schema/inbox';
import { people } from '@/lib/db/schema/people';
import { tell } from '@/lib/db/tell';
import type { MailFrequency } from '@/lib/domain/inbox';
import { markRead } from '@/lib/inbox/mark-read';
import { readMail } from '@/lib/inbox/read-mail';
import { setMailFrequency } from '@/lib/people/set-mail-frequency';
import type { Actor } from '@/lib/policies/can';
import { createScenario } from '@/lib/scenarios/create-scenario';
import { revokeRight } from '@/lib/scenarios/revoke-right';
import { startMailJob, type MailJob } from '@/server/mail/mail-job';
import { openSmtp } from '@/server/mail/smtp';
import { castOf, type Cast } from '../support/cast';
import { startMailServer, type MailServer } from '../support/mail-server';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
let cast: Cast;
let server: MailServer;
let anna: Actor, li: Actor;
let liAddress: string;
let scenario: string;
const jobs: MailJob[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  cast = await castOf(database.db);
  anna = await cast.join('Anna', 'DE', { creates: true });
});
beforeEach(async () => {
  server = await startMailServer();
  await database.db.delete(inboxEntries);
  await database.db.delete(mails);
  li = await cast.join('Li', 'CN');
  const [row] = await database.db.update(people).set({ passwordHash: 'set', locale: 'zh' }).where(eq(people.id, li.id)).returning({ email: people.email });
  liAddress = row!.email;
  scenario = await createScenario(database.db, anna, { title: 'Fleet & “trucks”', language: 'en', origin: 'DE' });
  await cast.grant(scenario, li, 'commenter');
});
afterEach(async () => {
  await Promise.all(jobs.splice(0).map((job) => job.close()));
  await server.close();
});
afterAll(() => database.drop());

const job = (url = server.url): MailJob => {
  const made = startMailJob({ db: database.db, smtp: { url, from: 'accord@example.org' }, address: 'https://accord.example.org', log: pino({ level: 'silent' }), every: 3_600_000, firstPause: 1000 });
  jobs.push(made);
  return made;
};
const told = () => database.db.transaction((tx) => tell(tx, { people: [li.id], scenario, kind: 'offered', by: anna.id, subject: { number: 3, offer: 12 } }));
const wants = (frequency: MailFrequency) => setMailFrequency(database.db, li, frequency);
const states = async () => (await database.db.select().from(mails)).map(({ state, attempts }) => [state, attempts]);
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

describe('how often', () => {
  it('at once: what has come in, in one mail, and once', async () => {
    await wants('at-once');
    await told();
    await told();
    const one = job();
    await one.round();
    await one.round(inSeconds(3600));
    expect(server.received.map(({ to }) => to)).toEqual([liAddress]);
    expect(await states()).toEqual([['sent', 1]]);
    await told();
    await one.round(inSeconds(3600));
    expect(server.received).toHaveLength(2);
  });

  it('daily: at five in the morning UTC, what came before', async () => {
    await wants('daily');
    const night = new Date(Date.now() - 86_400_000);
    night.setUTCHours(23, 0, 0, 0);
    await told();
    await database.db.update(inboxEntries).set({ at: night });
    const one = job();
    const day = (hour: number, minute: number) => new Date(Date.UTC(night.getUTCFullYear(), night.getUTCMonth(), night.getUTCDate() + 1, hour, minute));
    await one.round(day(4, 59));
    expect(server.received).toEqual([]);
    await one.round(day(5, 1));
    expect(server.received).toHaveLength(1);
    await told();
    await database.db.update(inboxEntries).set({ at: day(9, 0) }).where(eq(inboxEntries.kind, 'offered'));
    await one.round(day(23, 0));
    expect(server.received).toHaveLength(1);
  });

  it('never, and nothing of what was read in time, is out of reach, or is old', async () => {
    const one = job();
    await wants('never');
    await told();
    await one.round();
    await wants('at-once');
    await database.db.update(inboxEntries).set({ at: inSeconds(-8 * 86_400) });
    await one.round();
    await told();
    await markRead(database.db, li, { until: inSeconds(60).toISOString(), read: true });
    await one.round();
    await told();
    await revokeRight(database.db, anna, { scenario, person: li.id });
    await one.round();
    expect(server.received).toEqual([]);
  });
});

it('tells who, what and where in the reader’s language, with a link, as text and HTML, and nothing else', async () => {
  await wants('at-once');
  await told();
  await job().round();
  const { raw } = server.received[0]!;
  const parts = raw.split(/^--.*$/m);
  const decoded = (kind: string): string => {
    const part = parts.find((each) => each.includes(`Content-Type: ${kind}`))!;
    const [head, ...body] = part.split('\r\n\r\n');
    return /base64/.test(head!) ? Buffer.from(body.join(''), 'base64').toString() : Buffer.from(body.join('\r\n\r\n').replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();
  };
  const text = decoded('text/plain');
  expect(text).toContain('Li，您好');
  expect(text).toContain('Anna已将版本 3 提交签署');
  expect(text).toContain('Fleet & “trucks”');
  expect(text).toContain(`https://accord.example.org/scenarios/${scenario}/offers/12`);
  expect(decoded('text/html')).toContain('Fleet &#38; “trucks”');
  expect(raw).toMatch(/^auto-submitted: auto-generated/im);
});

it.each([
  ['DE', null, 'de'],
  ['CN', null, 'zh'],
  ['CN', 'en', 'en'],
  [null, null, 'en'],
])('goes to somebody of %s who has chosen %s in %s', async (delegation, locale, language) => {
  const reader = await cast.join('Reader', delegation);
  await database.db.update(people).set({ locale }).where(eq(people.id, reader.id));
  await cast.grant(scenario, reader, 'viewer');
  const [mail] = await database.db.insert(mails).values({ personId: reader.id }).returning({ id: mails.id });
  await database.db.transaction((tx) => tell(tx, { people: [reader.id], scenario, kind: 'deputised', by: anna.id, subject: { number: 3, offer: 12 } }));
  await database.db.update(inboxEntries).set({ mailId: mail!.id }).where(eq(inboxEntries.personId, reader.id));
  expect((await readMail(database.db, mail!.id, reader.id))?.language).toBe(language);
});

describe('when the mail server fails', () => {
  beforeEach(async () => {
    await wants('at-once');
    await told();
  });

  it('waits longer and longer while it is away, and sends once it is back', async () => {
    const gone = await startMailServer();
    await gone.close();
    const one = job(gone.url);
    await one.round();
    expect(await states()).toEqual([['waiting', 1]]);
    await one.round(); // not due yet
    expect(await states()).toEqual([['waiting', 1]]);
    await one.round(inSeconds(5));
    expect(await states()).toEqual([['waiting', 2]]);
    await job().round(inSeconds(60));
    expect(server.received).toHaveLength(1);
    expect(await states()).toEqual([['sent', 3]]);
  });

  it('gives up after ten attempts', async () => {
    const gone = await startMailServer();
    await gone.close();
    const one = job(gone.url);
    for (let attempt = 0; attempt < 12; attempt++) await one.round(inSeconds(attempt * 3700));
    expect((await states())[0]![0]).toBe('dropped');
  });

  it('tries again what was refused for now, not what was refused for good', async () => {
    server.behave('busy');
    const one = job();
    await one.round();
    expect(await states()).toEqual([['waiting', 1]]);
    server.behave('refusing');
    await one.round(inSeconds(60));
    expect(await states()).toEqual([['dropped', 2]]);
    server.behave('taking');
    await one.round(inSeconds(3600));
    expect(server.received).toEqual([]);
  });

  it('does not send twice what may have gone out when the line broke', async () => {
    server.behave('breaking');
    const one = job();
    await one.round();
    expect(server.received).toHaveLength(1);
    expect(await states()).toEqual([['dropped', 1]]);
    server.behave('taking');
    await one.round(inSeconds(3600));
    expect(server.received).toHaveLength(1);
  });

  it('is not asked to take a mail that cannot be written, and takes the next one', async () => {
    const session = await openSmtp(server.url);
    const mail = { id: 'x', from: 'accord@example.org', to: { name: 'Li', email: liAddress }, subject: 'News', text: 'News', html: '<p>News</p>' };
    const breaking = Readable.from((async function* () { yield await Promise.reject(new Error('no text')); })());
    expect(await session.deliver({ ...mail, text: breaking as unknown as string })).toBe('later');
    expect(await session.deliver(mail)).toBe('taken');
    session.close();
  });

  it('refuses a wrong password without losing the mail', async () => {
    const one = job(server.url.replace('s%3Aecret', 'wrong'));
    await one.round();
    expect(await states()).toEqual([['waiting', 1]]);
  });
});

describe('two processes', () => {
  it('send each mail once', async () => {
    await wants('at-once');
    const other = await cast.join('Mei', 'CN');
    await database.db.update(people).set({ passwordHash: 'set', mailFrequency: 'at-once' }).where(eq(people.id, other.id));
    await cast.grant(scenario, other, 'viewer');
    await database.db.transaction((tx) => tell(tx, { people: [li.id, other.id], scenario, kind: 'offered', by: anna.id }));
    const [one, two] = [job(), job()];
    await Promise.all([one.round(), two.round()]);
    await Promise.all([one.round(inSeconds(60)), two.round(inSeconds(60))]);
    expect(server.received).toHaveLength(2);
    expect(new Set(server.received.map(({ to }) => to)).size).toBe(2);
  });

  it('of which one died while sending: what it had claimed is not sent again, the rest is', async () => {
    await wants('at-once');
    await told();
    const one = job();
    await one.round();
    await database.db.update(mails).set({ state: 'sending' }); // as a killed process leaves it
    await told();
    await job().round(inSeconds(60));
    expect(server.received).toHaveLength(2);
    expect((await states()).map(([state]) => state).sort()).toEqual(['dropped', 'sent']);
  });
});
