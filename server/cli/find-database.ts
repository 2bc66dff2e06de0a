import { Client } from 'pg';
import type { Config } from '../config';
import type { Log } from '../log';
import { openDatabase } from '../open-database';
import { embeddedAddressIn } from '../postgres-roles';
import type { Stopping } from '../stop-in-order';

/**
 * Where the database is: the configured one; the embedded one of an Accord that is running; else it is started for as long as
 * the command lasts.
 * @throws StartError
 */
export async function findDatabase(config: Config, log: Log, stopping: Stopping): Promise<string> {
  return config.databaseUrl ?? (await runningEmbedded(config.dataDir)) ?? (await openDatabase(config, log, stopping)).url;
}

async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const url = await embeddedAddressIn(dataDir, 'application');
  if (!url) return undefined;
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return url;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}
