import type { Database } from '@/lib/db/client';

/**
 * What one process at a time does for all, by the number of its lock: each number is used for one thing. (4_112_018 is that of
 * migrations, 4_112_019 that of the chain of sign-offs.)
 */
export const locks = { mail: 4_112_052, histories: 4_112_053 } as const;

/** Does some work unless another process is doing it. The lock belongs to a connection: who dies, or loses it, holds it no longer. */
export async function underLock(db: Database, lock: number, work: () => Promise<void>): Promise<void> {
  const client = await db.$client.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock]);
    if (!rows[0]?.mine) return;
    try {
      await work();
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lock]);
    }
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
