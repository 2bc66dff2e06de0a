import { eq, sql } from 'drizzle-orm';
import type * as Y from 'yjs';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { requireOpen } from '@/lib/db/require-open';
import { rightOf } from '@/lib/db/rights';
import { proposals, threads } from '@/lib/db/schema/comments';
import { diffText } from '@/lib/diff/diff-text';
import { applyToTarget, readTarget } from '@/lib/document/proposed-change';
import type { ProposalDecision } from '@/lib/domain/comments';
import { AccordError } from '@/lib/domain/errors';
import { appendEdit } from '@/lib/log/append-edit';
import { lockDocument } from '@/lib/log/lock-document';
import { can, type Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findComment, findThread, type ThreadRow } from './find-thread';
import { targetOf } from './target-of';
import { tellOfThread } from './tell-of-thread';

export interface Decision {
  readonly scenario: string;
  readonly thread: string;
  readonly comment: string;
  readonly decision: ProposalDecision;
}

type ProposalRow = typeof proposals.$inferSelect;

/**
 * Ends a proposed change: accepted (the thread is settled with it) or rejected by somebody who may edit, withdrawn by its
 * author. Accepting makes the change, too, as an edit of the accepting person: record and edit both become true, or neither.
 * Of two who decide at once the first is taken, so that a change is made once.
 * @throws not-found, forbidden, already-decided; when accepting also text-moved (what was proposed was for another text),
 *   frozen or presenter-edits (editing is closed to the person), over-bound
 */
export async function decideProposal(db: Database, actor: Actor, { scenario, thread: id, comment: commentId, decision }: Decision): Promise<void> {
  await db.transaction(async (tx) => {
    const right = await rightOf(tx, actor.id, scenario);
    requireCan(actor, decision === 'withdrawn' ? 'thread.reply' : 'thread.decide', { right });
    // first the document, then the rows: the order in which everybody locks them
    const document = decision === 'accepted' ? await lockDocument(tx, scenario) : null;
    if (document) await requireOpen(tx, scenario, actor.id);
    const thread = await findThread(tx, actor, scenario, id);
    const comment = await findComment(tx, thread, commentId);
    if (decision === 'withdrawn' && !can(actor, 'comment.change', { right, author: comment.authorId })) throw new AccordError('forbidden');
    const [proposal] = await tx.select().from(proposals).where(eq(proposals.commentId, comment.id)).for('update');
    if (!proposal) throw new AccordError('not-found');
    if (proposal.decision !== null) throw new AccordError('already-decided');
    const editSeq = document && (await makeChange(tx, actor, thread, proposal, document.doc));
    await tx
      .update(proposals)
      .set({ decision, decidedBy: actor.id, decidedAt: sql`clock_timestamp()`, editSeq })
      .where(eq(proposals.commentId, comment.id));
    if (decision === 'accepted' && thread.resolvedAt === null) await tx.update(threads).set({ resolvedBy: actor.id, resolvedAt: sql`now()` }).where(eq(threads.id, thread.id));
    await tellOfThread(tx, thread, { kind: 'proposal-decided', people: [comment.authorId], by: actor.id, comment: comment.id, accepted: decision === 'accepted' });
    await audit(tx, { person: actor.id, verb: `proposal.${decision}`, scenario, subject: { thread: thread.id, comment: comment.id, ...(editSeq !== null && { seq: editSeq }) } });
    await announceThread(tx, thread);
  });
}

async function makeChange(tx: Transaction, actor: Actor, thread: ThreadRow, { part, before, after }: ProposalRow, doc: Y.Doc): Promise<number> {
  const target = targetOf(thread, part);
  if (!target || readTarget(doc, target) !== before) throw new AccordError('text-moved');
  const pieces = diffText(before, after, false) ?? [];
  const { seq } = await appendEdit(tx, { scenario: thread.scenarioId, person: actor.id, doc, edit: () => applyToTarget(doc, target, before, after, pieces) });
  return seq;
}
