import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { threads } from '@/lib/db/schema/comments';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findThread } from './find-thread';

/** What `resolveThread` and `reopenThread` share; a thread that is as wanted already is left as it is. */
export async function setResolved(db: Database, actor: Actor, scenario: string, threadId: string, resolved: boolean): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'thread.resolve', { right: await rightOf(tx, actor.id, scenario) });
    const thread = await findThread(tx, actor, scenario, threadId);
    if ((thread.resolvedAt !== null) === resolved) return;
    await tx
      .update(threads)
      .set(resolved ? { resolvedBy: actor.id, resolvedAt: sql`now()` } : { resolvedBy: null, resolvedAt: null })
      .where(eq(threads.id, thread.id));
    await audit(tx, { person: actor.id, verb: resolved ? 'thread.resolve' : 'thread.reopen', scenario, subject: { thread: thread.id } });
    await announceThread(tx, thread);
  });
}
