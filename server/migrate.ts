import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { StartError } from './start-error';

/** Any number will do as long as everybody who migrates uses the same. */
const migrationLock = 4_112_018;

/** Rows that are written once. A trigger says so, too; without the right not even a mistake in the application gets as far. */
const writtenOnce = ['snapshots', 'sign_off_records', 'signers', 'positions', 'judgements', 'document_updates', 'audit_entries'];

/**
 * Brings the database to the schema of this Accord. Two that start at once take turns.
 * @param url who may change the schema
 * @param folder the SQL files with drizzle's journal
 * @param application the database user of the application where it is another one; gets the rights that it needs, no more
 * @throws StartError if the database cannot be reached or belongs to a newer Accord (which is then left untouched)
 */
export async function migrate(url: string, folder: string, application?: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect().catch((error: Error) => {
    throw new StartError(`The database at ${withoutPassword(url)} cannot be reached: ${error.message || 'no connection'}.`);
  });
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await requireOlderSchema(client, folder);
    await client.query('set client_min_messages to warning');
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
    if (application && application !== client.user) await grantRights(client, client.escapeIdentifier(application));
  } finally {
    await client.end();
  }
}

async function requireOlderSchema(client: Client, folder: string): Promise<void> {
  const { rows: known } = await client.query<{ known: boolean }>(`select to_regclass('drizzle.__drizzle_migrations') is not null as known`);
  if (!known[0]?.known) return;
  const { rows } = await client.query<{ newest: string | null }>('select max(created_at) as newest from drizzle.__drizzle_migrations');
  const newest = Number(rows[0]?.newest ?? 0);
  const ours = Math.max(0, ...readMigrationFiles({ migrationsFolder: folder }).map((migration) => migration.folderMillis));
  if (newest > ours) throw new StartError('The database has been written by a newer Accord; start that version again. Nothing has been changed.');
}

async function grantRights(client: Client, application: string): Promise<void> {
  await client.query('begin'); // at no moment does the application hold more than it should
  await client.query(`grant usage on schema public to ${application}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${application}`);
  await client.query(`grant usage, select on all sequences in schema public to ${application}`);
  await client.query(`revoke update, delete, truncate on ${writtenOnce.join(', ')} from ${application}`);
  await client.query(`grant update (person_id) on signers to ${application}`); // an account may go, what was signed stays
  await client.query('commit');
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}
