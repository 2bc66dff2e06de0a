import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { comments, threads } from '@/lib/db/schema/comments';
import { AccordError } from '@/lib/domain/errors';

/** What the same press of "send" has made already; null if it is the first time. @throws bad-request if it was sent elsewhere */
export async function findRequest(
  tx: Transaction,
  { author, requestId, scenario }: { readonly author: string; readonly requestId: string; readonly scenario: string },
): Promise<{ thread: string; comment: string } | null> {
  if (!isUuid(requestId)) throw new AccordError('bad-request');
  const [row] = await tx
    .select({ thread: comments.threadId, comment: comments.id, scenario: threads.scenarioId })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(comments.authorId, author), eq(comments.requestId, requestId)));
  if (!row) return null;
  if (row.scenario !== scenario) throw new AccordError('bad-request');
  return { thread: row.thread, comment: row.comment };
}
