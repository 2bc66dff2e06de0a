import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { comments, proposals, threads } from '@/lib/db/schema/comments';
import type { TextAnchor } from '@/lib/document/text-anchors';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import { anchorOf } from './anchor-of';
import { newTextOf, oldTextOf, type CommentParts } from './insert-comment';

/** A comment as somebody sends it. */
export interface SentComment extends CommentParts {
  readonly author: string;
  readonly scenario: string;
  readonly requestId: string;
  readonly body: string;
  /** Where it goes: into a thread, or with a new one of which this is known. */
  readonly to: { readonly thread: string } | { readonly item: string; readonly anchor: TextAnchor | null };
}

/**
 * What the same press of "send" has made already; null if it is the first time.
 * @throws bad-request if the id is no uuid, or was sent with something else: another text, another place
 */
export async function findRequest(tx: Transaction, sent: SentComment): Promise<{ thread: string; comment: string } | null> {
  const { author, requestId, scenario } = sent;
  if (!isUuid(requestId)) throw new AccordError('bad-request');
  const [row] = await tx
    .select({ thread: threads, comment: comments, proposal: proposals })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .leftJoin(proposals, eq(proposals.commentId, comments.id))
    .where(and(eq(comments.authorId, author), eq(comments.requestId, requestId)));
  if (!row) return null;
  const { thread, comment, proposal } = row;
  const isSamePlace = 'thread' in sent.to ? sent.to.thread === thread.id : sent.to.item === thread.item && key(sent.to.anchor) === key(anchorOf(thread));
  // What its author has changed or deleted since can't be compared: then the place alone has to be the same.
  const isChanged = comment.editedAt !== null || comment.deletedAt !== null;
  if (thread.scenarioId !== scenario || !isSamePlace || (!isChanged && !isSameText(sent, comment, proposal))) throw requestUsed();
  return { thread: thread.id, comment: comment.id };
}

const key = (anchor: TextAnchor | null): string => JSON.stringify(anchor && [anchor.start, anchor.end, anchor.quote]);

function isSameText({ body, proposal = null }: SentComment, comment: typeof comments.$inferSelect, made: typeof proposals.$inferSelect | null): boolean {
  if (body !== comment.body) return false;
  return proposal && made ? proposal.part === made.part && oldTextOf(proposal) === made.before && newTextOf(proposal) === made.after : !proposal && !made;
}
