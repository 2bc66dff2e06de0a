import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '@/server/embedded-postgres';
import { createLog } from '@/server/log';
import { migrate } from '@/server/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that nobody uses: the pattern of which every test database is a copy. */
    readonly templateUrl: string;
  }
}

/** One Postgres for all test files of a run; each takes its own database from it (`createTestDatabase`). */
export default async function postgresForTheRun(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-test-'));
  await chmod(folder, 0o755); // as root, Postgres runs as another user
  const postgres = await startEmbeddedPostgres(folder, createLog('error'));
  await migrate(postgres.ownerUrl, join(process.cwd(), 'drizzle'));
  project.provide('templateUrl', postgres.ownerUrl);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
