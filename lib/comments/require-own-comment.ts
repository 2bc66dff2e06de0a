import type { Transaction } from '@/lib/db/client';
import type { Right } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { findComment, findThread, type CommentRow, type ThreadRow } from './find-thread';

/**
 * A comment that the actor may change, with its thread locked.
 * @throws not-found (scenario, thread, or comment), forbidden if it is somebody else's
 */
export async function requireOwnComment(
  tx: Transaction,
  actor: Actor,
  right: Right | null,
  input: { readonly scenario: string; readonly thread: string; readonly comment: string },
): Promise<{ thread: ThreadRow; comment: CommentRow }> {
  requireCan(actor, 'scenario.read', { right });
  const thread = await findThread(tx, actor, input.scenario, input.thread);
  const comment = await findComment(tx, thread, input.comment);
  if (!can(actor, 'comment.change', { right, author: comment.authorId })) throw new AccordError('forbidden');
  return { thread, comment };
}
