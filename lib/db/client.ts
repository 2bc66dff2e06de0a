import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool, type PoolClient } from 'pg';

export type Database = NodePgDatabase & { readonly $client: Pool };
export type Transaction = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];
/** Either: a verb that needs no transaction of its own can be part of another's. */
export type Queryable = Database | Transaction;

/** Set for what runs within a transaction of ours. */
const transactions = new AsyncLocalStorage<true>();

/**
 * Refuses to a transaction a second connection beside its own: as soon as as many of these run at once as the pool has connections,
 * each would wait for ever for one that another holds.
 */
class OneEachPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void): void;
  override connect(callback?: (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void): Promise<PoolClient> | void {
    if (transactions.getStore()) {
      const error = new Error('a transaction asked for a second connection; what it does must go through the transaction');
      return callback ? callback(error, undefined, () => {}) : Promise.reject(error);
    }
    return callback ? super.connect(callback) : super.connect();
  }
}

const connections = new Map<string, Database>();

/**
 * The database at `url`; one pool a process and address, opened on first use.
 * @param url a PostgreSQL connection string; by default the process's `DATABASE_URL`
 * @throws if neither is given
 */
export function database(url: string | undefined = process.env.DATABASE_URL): Database {
  if (!url) throw new Error('DATABASE_URL is not set');
  let db = connections.get(url);
  if (!db) {
    const pool = new OneEachPool({ connectionString: url, max: 10 });
    pool.on('error', () => {}); // an idle connection that breaks is replaced on the next query, which reports its own error
    pool.on('connect', (client) => client.on('error', () => {})); // so for one in use: its query fails, or its next one does
    db = releasingAlways(drizzle(pool));
    connections.set(url, db);
  }
  return db;
}

/**
 * drizzle's own `transaction` never gives its connection back to the pool if the line breaks under `begin` (0.45.4,
 * node-postgres/session.js): ten such moments, and nothing would be answered until a restart.
 */
function releasingAlways(db: Database): Database {
  db.transaction = async (work, config) => {
    const client: PoolClient = await db.$client.connect();
    try {
      return await transactions.run(true, () => drizzle(client).transaction(work, config));
    } finally {
      client.release();
    }
  };
  return db;
}

/** Closes every pool of this process, waiting for queries under way. */
export async function closeDatabases(): Promise<void> {
  const open = [...connections.values()];
  connections.clear();
  await Promise.all(open.map((db) => db.$client.end()));
}
