import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { threads } from '@/lib/db/schema/comments';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findThread } from './find-thread';

/**
 * Shows a thread that a delegation has kept to itself to everybody who reads the scenario, with all that was said in it.
 * By one of that delegation: nobody else knows of it. There is no way back.
 * @throws not-found (scenario or thread), forbidden
 */
export async function releaseThread(db: Database, actor: Actor, { scenario, thread: id }: { readonly scenario: string; readonly thread: string }): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'thread.reply', { right: await rightOf(tx, actor.id, scenario) });
    const thread = await findThread(tx, actor, scenario, id);
    if (thread.internalTo === null) return;
    await tx.update(threads).set({ internalTo: null }).where(eq(threads.id, thread.id));
    await audit(tx, { person: actor.id, verb: 'thread.release', scenario, subject: { thread: thread.id, delegation: thread.internalTo } });
    await announceThread(tx, { ...thread, internalTo: null });
  });
}
