import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

const one = sql`select 1 as one`;

describe('a transaction', () => {
  it('may not wait for a second connection: neither for a query nor for a transaction beside it', async () => {
    const second = /second connection/;
    await expect(database.db.transaction(() => database.db.execute(one).catch((error: Error) => Promise.reject(error.cause instanceof Error ? error.cause : error)))).rejects.toThrow(second);
    await expect(database.db.transaction(() => database.db.transaction((tx) => tx.execute(one)))).rejects.toThrow(second);
  });

  it('leaves room for others: forty at once, each with a transaction within it, all end', async () => {
    const run = () => database.db.transaction(async (tx) => (await tx.transaction((inner) => inner.execute(one))).rows);
    expect(await Promise.all(Array.from({ length: 40 }, run))).toEqual(Array.from({ length: 40 }, () => [{ one: 1 }]));
    expect((await database.db.execute(one)).rows).toEqual([{ one: 1 }]);
  });
});
