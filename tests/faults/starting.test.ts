import { chmod, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { closeCodes } from '@/lib/sync/close-codes';
import { startEmbeddedPostgres } from '@/server/embedded-postgres';
import { createLog } from '@/server/log';
import { migrate } from '@/server/migrate';
import { type AccordProcess, failingStart, freePort, postgresPidOf, removeFolder, runAdmin, runVerify, startAccord, temporaryFolder } from '../support/accord-process';
import { ensureBuilt } from '../support/ensure-built';
import { HttpClient } from '../support/http-client';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

beforeAll(ensureBuilt, 300_000);

const running: AccordProcess[] = [];
const folders: string[] = [];

async function start(options?: Parameters<typeof startAccord>[0]): Promise<AccordProcess> {
  const accord = await startAccord(options);
  running.push(accord);
  if (!folders.includes(accord.dataDir)) folders.push(accord.dataDir);
  return accord;
}
async function folder(): Promise<string> {
  const made = await temporaryFolder();
  folders.push(made);
  return made;
}
const health = async ({ url }: AccordProcess) => {
  const answer = await fetch(`${url}/api/health`);
  return { status: answer.status, ...((await answer.json()) as object) };
};
const healthy = { status: 'ok', database: 'ok', sync: 'ok' };
async function ask<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
/** Refused for want of the right, before any trigger is asked. */
async function expectNoRightToRewrite(url: string): Promise<void> {
  const columns = { snapshots: 'number', sign_off_records: 'hash', signers: 'name', positions: 'item', judgements: 'item', document_updates: 'update', audit_entries: 'verb' };
  for (const [table, column] of Object.entries(columns))
    for (const statement of [`update ${table} set ${column} = ${column} where false`, `delete from ${table} where false`, `truncate ${table} cascade`])
      await expect(ask(url, statement), statement).rejects.toMatchObject({ code: '42501', message: expect.stringContaining(`permission denied for table`) as string });
  for (const statement of ['create table mine (id int)', 'alter table snapshots disable trigger all', 'set session_replication_role = replica'])
    await expect(ask(url, statement), statement).rejects.toMatchObject({ code: '42501' });
}
/** What stands in the output of a start that failed: the one sentence. */
const sentence = (output: string) => /Accord cannot start: (.*)/.exec(output)?.[1] ?? output;

afterEach(async () => {
  await Promise.all(running.splice(0).map((accord) => accord.stop()));
  await Promise.all(folders.splice(0).map(removeFolder));
});

test('a start makes everything it needs, prints the address, and keeps its secrets to itself', async () => {
  const accord = await start();
  expect(accord.output()).toContain(`Accord is ready: ${accord.url}`);
  expect(await health(accord)).toEqual(healthy);
  for (const secret of ['nextauth-secret', 'postgres-password', 'postgres-application-password']) {
    const file = join(accord.dataDir, secret);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(accord.output()).not.toContain((await readFile(file, 'utf8')).trim());
  }
  const people = await ask<{ email: string }>(await accord.databaseUrl(), 'select email from people where is_demo order by email');
  expect(people.map(({ email }) => email)).toEqual(['anna', 'ben', 'li', 'mei', 'olga'].map((name) => `${name}@example.org`));
});

test('an upgrade to anything but a document is refused; to a document, by a final close code, so that nobody tries for ever', async () => {
  const accord = await start();
  const statusOf = (path: string, origin?: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const socket = new WebSocket(`ws://localhost:${accord.port}${path}`, { ...(origin && { origin }) });
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('open', () => reject(new Error('was accepted')));
      socket.on('error', () => {});
    });
  expect(await statusOf('/nowhere')).toBe(404);
  expect(await statusOf('/nowhere', 'https://evil.example')).toBe(403);

  // As y-websocket's own client sees it: unmodified, it stops at a final code, and never at an HTTP status.
  const closedFor = async (path: string, headers: Record<string, string>) => {
    class Socket extends WebSocket {
      constructor(address: string | URL) {
        super(address, { headers });
      }
    }
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(`ws://localhost:${accord.port}/sync`, path, doc, { WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket, disableBc: true });
    const code = await new Promise<number>((resolve) => provider.once('closed', (event) => resolve(event.code)));
    const gaveUp = !provider.shouldConnect;
    provider.destroy();
    return [code, gaveUp];
  };
  const scenario = '5a0e0001-0000-4000-8000-000000000001';
  const olga = new HttpClient(accord.url);
  await olga.signIn('olga@example.org', 'demo');
  const { cookie } = olga;
  expect(await closedFor(scenario, { cookie, origin: 'https://evil.example' })).toEqual([closeCodes.forbidden, true]);
  expect(await closedFor(scenario, {})).toEqual([closeCodes.signedOut, true]);
  expect(await closedFor(scenario, { cookie: 'next-auth.session-token=nonsense' })).toEqual([closeCodes.signedOut, true]);
  expect(await closedFor(crypto.randomUUID(), { cookie })).toEqual([closeCodes.notFound, true]);
  expect(await closedFor('no-uuid', { cookie })).toEqual([closeCodes.notFound, true]);
});

/** Spends an access link as its form does without a script: every field that the page's own HTML holds, and what a person types. */
async function spend(client: HttpClient, link: string, typed: Record<string, string>): Promise<Response> {
  const { pathname } = new URL(link);
  const html = await (await client.fetch(pathname)).text();
  // not the one of the language switch; a spent link has none
  const form = [...html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].find(([whole]) => whole.includes('name="password"'))?.[1] ?? '';
  const fields = new FormData();
  const unescaped = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) fields.set(unescaped(/name="([^"]*)"/.exec(input)![1]!), unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ''));
  for (const [name, value] of Object.entries(typed)) fields.set(name, value);
  return client.fetch(pathname, { method: 'POST', body: fields });
}
const opens = async (client: HttpClient, link: string): Promise<boolean> => (await (await client.fetch(new URL(link).pathname)).text()).includes('name="password"');
const newPassword = 'kirschkuchen im mai';

test('npm run admin -- reset-link prints a link that a POST spends, once, and no GET does', async () => {
  const accord = await start();
  const signIn = async (password: string): Promise<number> => (await new HttpClient(accord.url).signIn('eva@example.org', password)).status;
  await ask(await accord.databaseUrl(), `insert into people (email, name) values ('eva@example.org', 'Eva')`);
  const env = { PORT: String(accord.port) };
  const { code, output } = await runAdmin(['reset-link', ' Eva@Example.org'], accord.dataDir, env);
  expect([code, output]).toEqual([0, expect.stringContaining('For Eva, once, until ')]);
  const link = /http:\S+/.exec(output)![0];
  expect(link.startsWith(`${accord.url}/access/`)).toBe(true);

  const eva = new HttpClient(accord.url);
  for (let count = 0; count < 3; count++) expect(await opens(new HttpClient(accord.url), link)).toBe(true); // mail scanners open links
  expect((await eva.fetch(new URL(link).pathname, { method: 'HEAD' })).status).toBe(200);
  expect(await signIn(newPassword)).toBe(401);

  expect((await spend(eva, link, { password: 'short' })).status).toBe(200);
  expect(await opens(eva, link)).toBe(true); // refused: not spent
  expect((await spend(eva, link, { password: newPassword })).status).toBe(303);
  expect(await eva.whoAmI()).toBe('eva@example.org');
  expect(await signIn(newPassword)).toBe(200);

  expect(await opens(new HttpClient(accord.url), link)).toBe(false);
  const second = new HttpClient(accord.url);
  await spend(second, link, { token: link.split('/').at(-1)!, password: 'another long password' });
  expect(await second.whoAmI()).toBeNull();
  expect(await signIn('another long password')).toBe(401);

  expect(await runAdmin(['reset-link', 'nobody@example.org'], accord.dataDir, env)).toEqual({ code: 1, output: expect.stringContaining('Nobody has the address nobody@example.org.') });
  expect(await runAdmin(['reset-link', 'anna@example.org'], accord.dataDir, env)).toEqual({ code: 1, output: expect.stringContaining('is one of the demo people') });
  expect(await runAdmin([], accord.dataDir, env)).toEqual({ code: 2, output: expect.stringContaining('Usage:') });
  expect(await health(accord)).toEqual(healthy);
});

test('a second start on the same data folder says so and leaves the first alone', async () => {
  const first = await start();
  const second = await failingStart({ dataDir: first.dataDir });
  expect(second.code).toBe(1);
  expect(sentence(second.output)).toMatch(/already running on the data folder .* \(process \d+\)/);
  expect(await health(first)).toEqual(healthy);
});

test('a port that is taken is named, and Postgres does not stay behind', async () => {
  const first = await start();
  const dataDir = await folder();
  const second = await failingStart({ dataDir, port: first.port });
  expect(second.code).toBe(1);
  expect(sentence(second.output)).toContain(`${first.port} is already in use`);
  expect(await postgresPidOf(dataDir)).toBeUndefined();
});

test.each(['server', 'everything'] as const)('after SIGKILL of the %s the next start works without help, and what was committed is there', async (what) => {
  const first = await start();
  await ask(await first.databaseUrl(), `insert into people (email, name) values ('kept@example.org', 'Kept')`);
  await first.kill(what);
  const second = await start({ dataDir: first.dataDir });
  expect(await health(second)).toEqual(healthy);
  expect(await ask(await second.databaseUrl(), `select name from people where email = 'kept@example.org'`)).toEqual([{ name: 'Kept' }]);
});

test('with the embedded database, too, the application has no right to rewrite what is written once; a folder of before gets there by itself', async () => {
  // As an Accord left it that knew one user, who owned everything.
  const dataDir = await folder();
  const before = await startEmbeddedPostgres(dataDir, createLog('error'));
  await migrate(before.ownerUrl, join(process.cwd(), 'drizzle'));
  await ask(before.ownerUrl, `insert into people (email, name) values ('kept@example.org', 'Kept')`);
  await ask(before.ownerUrl, 'drop role accord_application');
  await before.stop();
  await rm(join(dataDir, 'postgres-application-password'));

  const accord = await start({ dataDir });
  expect(await health(accord)).toEqual(healthy);
  const url = await accord.databaseUrl('application');
  expect(await ask(url, `select name from people where email = 'kept@example.org'`)).toEqual([{ name: 'Kept' }]);
  await expectNoRightToRewrite(url);
  const connected = `select distinct usename as name from pg_stat_activity where datname = 'accord' and pid <> pg_backend_pid()`;
  expect(await ask(await accord.databaseUrl(), connected)).toEqual([{ name: 'accord_application' }]);
  expect((await new HttpClient(accord.url).signIn('anna@example.org', 'demo')).status).toBe(200);

  // The programs of the terminal, beside a running Accord and without one; then with the password lost.
  for (const round of ['beside', 'alone', 'lost']) {
    if (round === 'alone') await accord.stop();
    if (round === 'lost') await rm(join(dataDir, 'postgres-application-password'));
    expect(await runVerify([], {}, dataDir), round).toMatchObject({ code: 0, output: expect.stringContaining('are as they were written') as string });
    expect(await runAdmin(['reset-link', 'kept@example.org'], dataDir), round).toMatchObject({ code: 0, output: expect.stringMatching(/http:\/\/\S+/) as string });
  }
});

test('a Postgres that dies ends Accord with an error, so that whoever supervises it starts it again', async () => {
  const accord = await start();
  process.kill((await postgresPidOf(accord.dataDir))!, 'SIGKILL');
  for (const until = Date.now() + 15_000; Date.now() < until && !accord.output().includes('postgres ended by itself'); ) await sleep(50);
  expect(await accord.stop()).toBe(1);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends everything in order within 10 s, with connections still open', async (signal) => {
  const accord = await start();
  const lingering = createConnection(accord.port, '127.0.0.1');
  lingering.on('error', () => {});
  lingering.write('POST /api/scenarios HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
  const socket = new WebSocket(`ws://localhost:${accord.port}/sync/00000000-0000-4000-8000-000000000000`);
  socket.on('error', () => {});
  await sleep(300);
  const began = Date.now();
  expect(await accord.stop(signal)).toBe(0);
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(await postgresPidOf(accord.dataDir)).toBeUndefined();
  expect(await readdir(accord.dataDir)).not.toContain('accord.pid');
  await expect(fetch(accord.url)).rejects.toThrow();
  lingering.destroy();
});

describe('a wrong value stops the start with one sentence', () => {
  const secret = 'x'.repeat(40);
  const database = 'postgres://accord:accord@127.0.0.1:9/accord';
  test.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'eighty' }, /^PORT must be a number from 1 to 65535\.$/],
    [{ PORT: '70000' }, /^PORT must be a number from 1 to 65535\.$/],
    [{ HOST: 'not a host' }, /^HOST must be a host name or an IP address\.$/],
    [{ DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL must be an address like postgres:/],
    [{ DATABASE_URL: database }, /^NEXTAUTH_SECRET must be set when DATABASE_URL is set/],
    [{ DATABASE_URL: database, NEXTAUTH_SECRET: 'short' }, /^NEXTAUTH_SECRET must have at least 32 characters/],
    [{ DATABASE_URL: database, NEXTAUTH_SECRET: secret }, /^The database at postgres:\/\/accord@127\.0\.0\.1:9\/accord cannot be reached/],
    [{ DATABASE_OWNER_URL: database }, /^DATABASE_OWNER_URL makes sense only together with DATABASE_URL\.$/],
    [{ REDIS_URL: 'redis://localhost' }, /^REDIS_URL is not supported by this version/],
    [{ NEXTAUTH_URL: 'accord.example.org' }, /^NEXTAUTH_URL must be an address like https:/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of trace, debug, info/],
    [{ SMTP_URL: 'mail.example.org' }, /^SMTP_URL must be an address like smtp:/],
  ])('%o', async (env, reason) => {
    const { code, output } = await failingStart({ dataDir: await folder(), env });
    expect(code).toBe(1);
    expect(sentence(output)).toMatch(reason);
    expect(output).not.toMatch(/\n {4}at /);
  });
});

test('a data folder of another Postgres version stays untouched', async () => {
  const dataDir = await folder();
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
  const { code, output } = await failingStart({ dataDir });
  expect(code).toBe(1);
  expect(sentence(output)).toMatch(/written by Postgres 12, but this Accord brings Postgres \d+; .* Nothing has been changed\.$/);
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
});

test('a data folder with a newer schema stays untouched', async () => {
  const first = await start();
  await ask(await first.databaseUrl(), `insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', 99999999999999)`);
  await first.stop();
  const { code, output } = await failingStart({ dataDir: first.dataDir });
  expect(code).toBe(1);
  expect(sentence(output)).toMatch(/written by a newer Accord.*Nothing has been changed\.$/);
  expect(await postgresPidOf(first.dataDir)).toBeUndefined();
});

test.runIf(process.getuid?.() === 0)('as root, a data folder that the postgres user cannot reach is explained', async () => {
  const closed = await folder();
  await chmod(closed, 0o700);
  const { code, output } = await failingStart({ dataDir: join(closed, 'data') });
  expect(code).toBe(1);
  expect(sentence(output)).toMatch(/cannot reach the data folder .*choose a DATA_DIR that every user may enter/);
});

describe('on a Postgres server', () => {
  let database: TestDatabase;
  const application = `app_${process.pid}`;
  beforeAll(async () => {
    database = await createTestDatabase();
    const statements = ['drop schema public cascade', 'drop schema drizzle cascade', 'create schema public', `create role ${application} login password 'app'`];
    for (const statement of statements) await ask(database.url, statement);
  });
  afterAll(async () => {
    for (const statement of [`drop owned by ${application}`, `drop role ${application}`]) await ask(database.url, statement);
    await database.drop();
  });

  test('two start at once on an empty database; no demo people; the application cannot rewrite what was signed', async () => {
    const url = Object.assign(new URL(database.url), { username: application, password: 'app' }).href;
    const env = { DATABASE_URL: url, DATABASE_OWNER_URL: database.url, NEXTAUTH_SECRET: 's'.repeat(40) };
    const both = await Promise.all([start({ env, port: await freePort() }), start({ env, port: await freePort() })]);
    for (const accord of both) {
      expect(await health(accord)).toEqual(healthy);
      await expect.poll(accord.output).toMatch(/first administrator.*\n +http:\/\/localhost:\d+\/\S+/);
      expect(await readdir(accord.dataDir)).toEqual([]);
    }
    expect(await ask(url, 'select email from people')).toEqual([]);

    // The first administrator comes by the link of whichever start, and by a POST alone.
    const [accord, other] = both as [AccordProcess, AccordProcess];
    const linkOf = (output: string): string => /first administrator.*\n +(\S+)/.exec(output)![1]!;
    const first = new HttpClient(accord.url);
    for (let count = 0; count < 2; count++) expect(await opens(first, linkOf(accord.output()))).toBe(true);
    expect(await ask(url, 'select email from people')).toEqual([]);
    expect((await spend(first, linkOf(accord.output()), { name: 'Eva', email: 'eva@example.org', password: newPassword })).status).toBe(303);
    expect(await ask(url, 'select email, is_administrator from people')).toEqual([{ email: 'eva@example.org', is_administrator: true }]);
    expect((await first.fetch('/admin')).status).toBe(200);
    expect((await new HttpClient(accord.url).signIn('eva@example.org', newPassword)).status).toBe(200);
    for (const link of both.map((one) => linkOf(one.output()))) {
      const late = new HttpClient(other.url);
      expect(await opens(late, link)).toBe(false);
      await spend(late, link, { token: link.split('/').at(-1)!, name: 'Mallory', email: 'mallory@example.org', password: newPassword });
    }
    expect(await ask(url, 'select email from people')).toEqual([{ email: 'eva@example.org' }]);
    await expectNoRightToRewrite(url);
  });
});
