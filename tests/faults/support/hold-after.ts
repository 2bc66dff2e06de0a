import { Client } from 'pg';
import { expect } from 'vitest';
import type { TestDatabase } from '../../support/postgres';

const gate = 4_711;

/** Stops whoever has written to `table` right there, inside the transaction, until the returned function is called. */
export async function holdAfter(database: Pick<TestDatabase, 'url'>, table: string, { atCommit = false } = {}): Promise<{ readonly reached: () => Promise<void>; readonly release: () => Promise<void> }> {
  const holder = new Client({ connectionString: database.url });
  await holder.connect();
  await holder.query('select pg_advisory_lock($1)', [gate]);
  await holder.query(`create or replace function wait_at_gate() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared(${gate}); return null; end $$`);
  await holder.query(
    atCommit
      ? `create constraint trigger held after insert or update on ${table} deferrable initially deferred for each row execute function wait_at_gate()`
      : `create trigger held after insert or update on ${table} for each row execute function wait_at_gate()`,
  );
  return {
    reached: () =>
      expect
        .poll(async () => (await holder.query(`select 1 from pg_locks where locktype = 'advisory' and objid = $1 and not granted`, [gate])).rowCount, { timeout: 20_000 })
        .toBe(1),
    async release() {
      await holder.query('select pg_advisory_unlock($1)', [gate]);
      await holder.query(`drop trigger held on ${table}`); // waits until whoever was held has ended
      await holder.end();
    },
  };
}
