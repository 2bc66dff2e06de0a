import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../config';
import type { Log } from '../log';
import { openDatabase } from '../open-database';
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
  const [password, port] = await Promise.all(['postgres-password', 'postgres-port'].map((name) => readFile(join(dataDir, name), 'utf8').catch(() => '')));
  if (!password?.trim() || !port?.trim()) return undefined;
  const url = `postgres://accord:${password.trim()}@127.0.0.1:${port.trim()}/accord`;
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
