import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import type { SyncServer } from './sync/attach';

export interface Health {
  readonly status: 'ok' | 'failing';
  readonly database: 'ok' | 'failing';
  readonly sync: 'ok' | 'failing';
}

const patience = 3_000;

/** Whether database and sync work, asked anew at each call; what does not answer within some seconds counts as failing. */
export function createHealth(db: Database, sync: Pick<SyncServer, 'health'>): () => Promise<Health> {
  return async () => {
    const [databaseState, syncState] = await Promise.all([
      inTime(db.execute(sql`select 1`).then(() => 'ok' as const)),
      inTime(sync.health()),
    ]);
    const status = databaseState === 'ok' && syncState === 'ok' ? 'ok' : 'failing';
    return { status, database: databaseState, sync: syncState };
  };
}

/** Waits until everything works, so that "ready" is true; for some seconds only, since what keeps failing shows in the log. */
export async function untilHealthy(health: () => Promise<Health>): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(20)) if ((await health()).status === 'ok') return;
}

function inTime(answer: Promise<'ok' | 'failing'>): Promise<'ok' | 'failing'> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve('failing'), patience);
    answer.then(resolve, () => resolve('failing')).finally(() => clearTimeout(late));
  });
}
