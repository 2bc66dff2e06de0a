import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { requireOpen } from '@/lib/db/require-open';
import { rightOf } from '@/lib/db/rights';
import { proposals, threads } from '@/lib/db/schema/comments';
import { readTarget } from '@/lib/document/proposed-change';
import { makeAgain } from '@/lib/document/taken-back';
import { AccordError } from '@/lib/domain/errors';
import { appendEdit } from '@/lib/log/append-edit';
import { lockDocument } from '@/lib/log/lock-document';
import { readDocument } from '@/lib/log/read-document';
import { readUpdatesAfter } from '@/lib/log/read-updates-after';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findComment, findThread, type ThreadRow } from './find-thread';
import { targetOf } from './target-of';

type ProposalRow = typeof proposals.$inferSelect;

/**
 * Takes back one's own acceptance or rejection of a proposed change, and the settling of the thread that came with it. Of an
 * acceptance the change is taken back, too, as an edit of the same person, as long as it stands there untouched: both become
 * true, or neither.
 * @throws not-found (also if nothing has been decided), forbidden (somebody else's decision); of an acceptance also text-moved
 *   (somebody has since changed what it put there), frozen or presenter-edits (editing is closed to the person), over-bound
 */
export async function reopenProposal(db: Database, actor: Actor, { scenario, thread: id, comment: commentId }: { readonly scenario: string; readonly thread: string; readonly comment: string }): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'thread.decide', { right: await rightOf(tx, actor.id, scenario) });
    // Whether there is a change to take back is known only later, but the document is what everybody locks first.
    const { doc, seq } = await lockDocument(tx, scenario);
    const thread = await findThread(tx, actor, scenario, id);
    const comment = await findComment(tx, thread, commentId);
    const [proposal] = await tx.select().from(proposals).where(eq(proposals.commentId, comment.id)).for('update');
    if (!proposal || proposal.decision === null) throw new AccordError('not-found');
    if (proposal.decision === 'withdrawn' || proposal.decidedBy !== actor.id) throw new AccordError('forbidden');
    const editSeq = proposal.decision === 'accepted' ? await takeBackChange(tx, actor, thread, proposal, { doc, seq }) : null;
    await tx.update(proposals).set({ decision: null, decidedBy: null, decidedAt: null, editSeq: null }).where(eq(proposals.commentId, comment.id));
    if (proposal.decision === 'accepted' && thread.resolvedBy === actor.id) await tx.update(threads).set({ resolvedBy: null, resolvedAt: null }).where(eq(threads.id, thread.id));
    await audit(tx, { person: actor.id, verb: 'proposal.reopen', scenario, subject: { thread: thread.id, comment: comment.id, ...(editSeq !== null && { seq: editSeq }) } });
    await announceThread(tx, thread);
  });
}

async function takeBackChange(tx: Transaction, actor: Actor, thread: ThreadRow, { part, before, after, editSeq }: ProposalRow, now: { readonly doc: Y.Doc; readonly seq: number }): Promise<number | null> {
  await requireOpen(tx, thread.scenarioId, actor.id);
  const target = targetOf(thread, part);
  if (!target) throw new AccordError('text-moved');
  if (editSeq === null) {
    // An old record, whose edit somebody's browser was to make: if it never did, there is nothing to take back.
    if (readTarget(now.doc, target) !== before) throw new AccordError('text-moved');
    return null;
  }
  const { doc } = await readDocument(tx, thread.scenarioId, { at: editSeq - 1 });
  const [made, ...later] = await readUpdatesAfter(tx, thread.scenarioId, editSeq - 1, now.seq);
  const change = makeAgain(doc, target, made!.update, after);
  doc.transact(() => {
    for (const { update } of later) Y.applyUpdate(doc, update);
  });
  if (!change.stands()) throw new AccordError('text-moved');
  // also where others have since changed it and put the same there again
  const edit = (): void => {
    if (!change.takeBack()) throw new AccordError('text-moved');
  };
  const { seq } = await appendEdit(tx, { scenario: thread.scenarioId, person: actor.id, doc, edit });
  if (readTarget(doc, target) !== before) throw new AccordError('text-moved');
  return seq;
}
