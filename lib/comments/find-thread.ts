import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { comments, threads } from '@/lib/db/schema/comments';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';

export type ThreadRow = typeof threads.$inferSelect;
export type CommentRow = typeof comments.$inferSelect;

/**
 * The row of a thread, locked until `tx` ends, so that what people do to it follows one another.
 * @throws not-found if the scenario has no such thread, also if another delegation keeps it to itself
 */
export async function findThread(tx: Transaction, actor: Actor, scenario: string, thread: string): Promise<ThreadRow> {
  if (!isUuid(thread)) throw new AccordError('not-found');
  const [row] = await tx
    .select()
    .from(threads)
    .where(and(eq(threads.id, thread), eq(threads.scenarioId, scenario)))
    .for('update');
  if (!row || !can(actor, 'internal-thread.see', row)) throw new AccordError('not-found');
  return row;
}

/** The row of a comment of the thread. @throws not-found if there is none, or it has been deleted */
export async function findComment(tx: Transaction, thread: ThreadRow, comment: string): Promise<CommentRow> {
  const [row] = isUuid(comment)
    ? await tx
        .select()
        .from(comments)
        .where(and(eq(comments.id, comment), eq(comments.threadId, thread.id)))
    : [];
  if (!row || row.deletedAt) throw new AccordError('not-found');
  return row;
}
