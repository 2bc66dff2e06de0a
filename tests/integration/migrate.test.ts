import { sql } from 'drizzle-orm';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '@/server/migrate';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

const folder = join(process.cwd(), 'drizzle');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const tables = async () => (await database.db.execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = 'public'`)).rows.length;

test('two that start at once on an empty database both end with the whole schema', async () => {
  const expected = await tables();
  await database.db.execute(sql`drop schema public cascade`);
  await database.db.execute(sql`drop schema drizzle cascade`);
  await database.db.execute(sql`create schema public`);
  expect(await tables()).toBe(0);
  await Promise.all([migrate(database.url, folder), migrate(database.url, folder), migrate(database.url, folder)]);
  expect(expected).toBeGreaterThan(5);
  expect(await tables()).toBe(expected);
});

test('a database of a newer Accord is refused in one sentence and left as it is', async () => {
  await database.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from the future', ${Date.now() + 1e10})`);
  const before = await tables();
  await expect(migrate(database.url, folder)).rejects.toThrow(/written by a newer Accord/);
  expect(await tables()).toBe(before);
});

test('a server that does not answer is named without the password', async () => {
  const attempt = migrate('postgres://accord:very-secret@127.0.0.1:9/accord', folder);
  await expect(attempt).rejects.toThrow(/database at postgres:\/\/accord@127\.0\.0\.1:9\/accord cannot be reached/);
  await expect(attempt).rejects.not.toThrow(/very-secret/);
});
