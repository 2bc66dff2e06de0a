import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { commentMentions, comments, commentTranslations, proposals } from '@/lib/db/schema/comments';
import type { Actor } from '@/lib/policies/can';
import { announceThread } from './announce-thread';
import { requireOwnComment } from './require-own-comment';

/**
 * Takes back one's own comment: its words go, with its translations and what it proposed (unless that was accepted or
 * rejected: a decision stays on record); that somebody said something there, and when, remains.
 * @throws not-found (also if it has been deleted already), forbidden (somebody else's)
 */
export async function deleteComment(db: Database, actor: Actor, input: { readonly scenario: string; readonly thread: string; readonly comment: string }): Promise<void> {
  const { scenario } = input;
  await db.transaction(async (tx) => {
    const { thread, comment } = await requireOwnComment(tx, actor, await rightOf(tx, actor.id, scenario), input);
    await tx
      .update(comments)
      .set({ body: '', deletedAt: sql`clock_timestamp()` })
      .where(eq(comments.id, comment.id));
    await tx.delete(commentTranslations).where(eq(commentTranslations.commentId, comment.id));
    await tx.delete(commentMentions).where(eq(commentMentions.commentId, comment.id));
    const [proposal] = await tx.select().from(proposals).where(eq(proposals.commentId, comment.id)).for('update');
    if (proposal && proposal.decision === null) await tx.delete(proposals).where(eq(proposals.commentId, comment.id));
    await audit(tx, { person: actor.id, verb: 'comment.delete', scenario, subject: { thread: thread.id, comment: comment.id } });
    await announceThread(tx, thread);
  });
}
