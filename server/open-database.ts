import { join } from 'node:path';
import type { Config } from './config';
import { keptSecret, prepareDataFolder } from './data-folder';
import { lockDataFolder } from './data-folder-lock';
import { startEmbeddedPostgres } from './embedded-postgres';
import type { Log } from './log';
import { migrate } from './migrate';
import { postgresRoles } from './postgres-roles';
import type { Stopping } from './stop-in-order';

/**
 * Makes a migrated database available, the embedded one unless `DATABASE_URL` names another, and tells the application,
 * which reads the environment, where it is.
 * @throws StartError
 */
export async function openDatabase(config: Config, log: Log, stopping: Stopping): Promise<{ readonly url: string; readonly embedded: boolean }> {
  const migrations = join(process.cwd(), 'drizzle');
  process.env.HOST = config.host;
  process.env.PORT = String(config.port);
  process.env.NEXTAUTH_URL = config.address;
  if (config.databaseUrl) {
    await migrate(config.databaseOwnerUrl ?? config.databaseUrl, migrations, decodeURIComponent(new URL(config.databaseUrl).username));
    delete process.env.ACCORD_EMBEDDED;
    return { url: config.databaseUrl, embedded: false };
  }
  await prepareDataFolder(config.dataDir);
  stopping.add('data folder', await lockDataFolder(config.dataDir));
  const postgres = await startEmbeddedPostgres(config.dataDir, log);
  stopping.add('postgres', postgres.stop);
  postgres.onFailure(() => {
    log.fatal('postgres ended by itself; stopping, so that whoever started Accord can start it again');
    void stopping.run().then(() => process.exit(1));
  });
  await migrate(postgres.ownerUrl, migrations, postgresRoles.application.name);
  process.env.DATABASE_URL = postgres.url;
  process.env.NEXTAUTH_SECRET = config.secret ?? (await keptSecret(config.dataDir, 'nextauth-secret'));
  process.env.ACCORD_EMBEDDED = '1'; // demo people may sign in
  return { url: postgres.url, embedded: true };
}
