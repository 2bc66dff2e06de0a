import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccordProcess, failingStart, removeFolder, startAccord } from '../support/accord-process';
import { ensureBuilt } from '../support/ensure-built';
import { startMailServer, type MailServer } from '../support/mail-server';

/* The whole process, killed while it hands a mail to a real mail server. */
let server: MailServer;
let accord: AccordProcess | undefined;

beforeAll(async () => {
  await ensureBuilt();
  server = await startMailServer();
}, 300_000);
afterAll(async () => {
  await accord?.stop();
  if (accord) await removeFolder(accord.dataDir);
  await server.close();
});

async function states(client: Client): Promise<string[]> {
  return (await client.query<{ state: string }>('select state from mails order by created_at')).rows.map(({ state }) => state);
}

it('kill -9 while a mail goes out: it is not sent twice, and those after it are sent', { timeout: 180_000 }, async () => {
  accord = await startAccord({ env: { SMTP_URL: server.url } });
  let client = new Client({ connectionString: await accord.databaseUrl() });
  client.on('error', () => {});
  await client.connect();
  const tell = (): Promise<unknown> => client.query(`insert into inbox_entries (person_id, kind) select id, 'action-assigned' from people where email = 'real@example.org'`);
  await client.query(`insert into people (email, name, mail_frequency, password_hash) values ('real@example.org', 'Real', 'at-once', 'set')`);
  server.behave('silent'); // takes the text and keeps the sender waiting
  await tell();
  await expect.poll(() => server.received.length, { timeout: 60_000 }).toBe(1);
  expect(await states(client)).toEqual(['sending']);
  await client.end();
  await accord.kill('everything');

  server.behave('taking');
  accord = await startAccord({ dataDir: accord.dataDir, env: { SMTP_URL: server.url } });
  client = new Client({ connectionString: await accord.databaseUrl() });
  await client.connect();
  await tell();
  await expect.poll(() => server.received.length, { timeout: 60_000 }).toBe(2);
  await expect.poll(() => states(client), { timeout: 10_000 }).toEqual(['dropped', 'sent']);
  await client.end();
});

it.each(['mail.example.org', 'http://mail.example.org', 'smtp://', 'smtp://mail.example.org?from=nobody'])('SMTP_URL=%s stops the start with one sentence', async (url) => {
  const { code, output } = await failingStart({ env: { SMTP_URL: url } });
  expect(code).toBe(1);
  expect(output.trim()).toBe('Accord cannot start: SMTP_URL must be an address like smtp://user:password@host:587?from=accord@example.org.');
});
