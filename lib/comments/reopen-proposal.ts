import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { proposals, threads } from '@/lib/db/schema/comments';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findComment, findThread } from './find-thread';

/**
 * Takes back one's own acceptance or rejection of a proposed change, and the settling of the thread that came with it: for
 * an acceptance whose edit could not be made because somebody had just typed there, or that was a slip.
 * @throws not-found (also if nothing has been decided), forbidden (somebody else's decision)
 */
export async function reopenProposal(db: Database, actor: Actor, { scenario, thread: id, comment: commentId }: { readonly scenario: string; readonly thread: string; readonly comment: string }): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'thread.decide', { right: await rightOf(tx, actor.id, scenario) });
    const thread = await findThread(tx, actor, scenario, id);
    const comment = await findComment(tx, thread, commentId);
    const [proposal] = await tx.select().from(proposals).where(eq(proposals.commentId, comment.id)).for('update');
    if (!proposal || proposal.decision === null) throw new AccordError('not-found');
    if (proposal.decision === 'withdrawn' || proposal.decidedBy !== actor.id) throw new AccordError('forbidden');
    await tx.update(proposals).set({ decision: null, decidedBy: null, decidedAt: null }).where(eq(proposals.commentId, comment.id));
    if (proposal.decision === 'accepted' && thread.resolvedBy === actor.id) await tx.update(threads).set({ resolvedBy: null, resolvedAt: null }).where(eq(threads.id, thread.id));
    await audit(tx, { person: actor.id, verb: 'proposal.reopen', scenario, subject: { thread: thread.id, comment: comment.id } });
    await announceThread(tx, thread);
  });
}
