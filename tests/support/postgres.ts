import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { database, type Database } from '@/lib/db/client';

export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
  /** Closes its connections and drops it; for `afterAll`. */
  drop(): Promise<void>;
}

/** Runs something as somebody else who comes at that very moment: outside the transaction in whose midst it is called. */
export const asSomebodyElse: <T>(run: () => T) => T = AsyncLocalStorage.snapshot();

/** A fresh, migrated, empty database of one's own; cheap enough for each test file, or each test. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  await maintain(template, `create database ${name} template ${template.pathname.slice(1)}`);
  const url = withDatabase(template, name);
  const db = database(url);
  return {
    db,
    url,
    async drop() {
      await db.$client.end();
      await maintain(template, `drop database ${name} with (force)`);
    },
  };
}

async function maintain(server: URL, statement: string): Promise<void> {
  const client = new Client({ connectionString: withDatabase(server, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(server: URL, name: string): string {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}
