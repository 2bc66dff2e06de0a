import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { threads } from '@/lib/db/schema/comments';
import type { ThreadKind } from '@/lib/domain/comments';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findThread } from './find-thread';

/**
 * Says what kind of remark a thread is.
 * @throws not-found (scenario or thread), forbidden
 */
export async function classifyThread(db: Database, actor: Actor, { scenario, thread: id, kind }: { readonly scenario: string; readonly thread: string; readonly kind: ThreadKind }): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'thread.classify', { right: await rightOf(tx, actor.id, scenario) });
    const thread = await findThread(tx, actor, scenario, id);
    if (thread.kind === kind) return;
    await tx.update(threads).set({ kind }).where(eq(threads.id, thread.id));
    await audit(tx, { person: actor.id, verb: 'thread.classify', scenario, subject: { thread: thread.id, kind } });
    await announceThread(tx, thread);
  });
}
