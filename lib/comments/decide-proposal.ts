import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { requireOpen } from '@/lib/db/require-open';
import { rightOf } from '@/lib/db/rights';
import { proposals, threads } from '@/lib/db/schema/comments';
import { readTarget } from '@/lib/document/proposed-change';
import type { ProposalDecision } from '@/lib/domain/comments';
import { AccordError } from '@/lib/domain/errors';
import { parseItemName } from '@/lib/domain/items';
import { readDocument } from '@/lib/log/read-document';
import { can, type Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { anchorOf } from './anchor-of';
import { announceThread } from './announce-thread';
import { findComment, findThread, type ThreadRow } from './find-thread';
import { tellOfThread } from './tell-of-thread';

export interface Decision {
  readonly scenario: string;
  readonly thread: string;
  readonly comment: string;
  readonly decision: ProposalDecision;
}

/**
 * Ends a proposed change: accepted (the thread is settled with it) or rejected by somebody who may edit, withdrawn by its
 * author. Of two who decide at once the first is taken, so that a change is made once. Accepting only records it: the edit
 * itself is the accepting person's own, made in their session right afterwards.
 * @throws not-found, forbidden, already-decided, text-moved (accepting what was proposed for another text); frozen or
 *   presenter-edits (accepting while editing is closed to the person)
 */
export async function decideProposal(db: Database, actor: Actor, { scenario, thread: id, comment: commentId, decision }: Decision): Promise<void> {
  await db.transaction(async (tx) => {
    const right = await rightOf(tx, actor.id, scenario);
    requireCan(actor, decision === 'withdrawn' ? 'thread.reply' : 'thread.decide', { right });
    if (decision === 'accepted') await requireOpen(tx, scenario, actor.id);
    const thread = await findThread(tx, actor, scenario, id);
    const comment = await findComment(tx, thread, commentId);
    if (decision === 'withdrawn' && !can(actor, 'comment.change', { right, author: comment.authorId })) throw new AccordError('forbidden');
    const [proposal] = await tx.select().from(proposals).where(eq(proposals.commentId, comment.id)).for('update');
    if (!proposal) throw new AccordError('not-found');
    if (proposal.decision !== null) throw new AccordError('already-decided');
    if (decision === 'accepted' && (await standsNow(tx, thread, proposal)) !== proposal.before) throw new AccordError('text-moved');
    await tx
      .update(proposals)
      .set({ decision, decidedBy: actor.id, decidedAt: sql`clock_timestamp()` })
      .where(eq(proposals.commentId, comment.id));
    if (decision === 'accepted' && thread.resolvedAt === null) await tx.update(threads).set({ resolvedBy: actor.id, resolvedAt: sql`now()` }).where(eq(threads.id, thread.id));
    await tellOfThread(tx, thread, { kind: 'proposal-decided', people: [comment.authorId], by: actor.id, comment: comment.id, accepted: decision === 'accepted' });
    await audit(tx, { person: actor.id, verb: `proposal.${decision}`, scenario, subject: { thread: thread.id, comment: comment.id } });
    await announceThread(tx, thread);
  });
}

async function standsNow(tx: Transaction, thread: ThreadRow, { part }: typeof proposals.$inferSelect): Promise<string | null> {
  const item = parseItemName(thread.item);
  if (!item) return null;
  const { doc } = await readDocument(tx, thread.scenarioId);
  return readTarget(doc, { item, part, anchor: anchorOf(thread) });
}
