import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { isUuid, rightOf } from '@/lib/db/rights';
import { comments, threadReads, threads } from '@/lib/db/schema/comments';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { markToldAsRead } from './mark-told-as-read';

/** How many comments one request may name. */
export const mostRead = 1_000;

/**
 * Notes that the person has read threads up to and including these comments, here and in their inbox; never back to an earlier
 * one. What is not there for this person is passed over in silence.
 * @param comments ids
 * @throws not-found (scenario), bad-request
 */
export async function markRead(db: Database, actor: Actor, { scenario, comments: ids }: { readonly scenario: string; readonly comments: readonly string[] }): Promise<void> {
  if (ids.length > mostRead || !ids.every(isUuid)) throw new AccordError('bad-request');
  requireCan(actor, 'scenario.read', { right: await rightOf(db, actor.id, scenario) });
  if (ids.length === 0) return;
  const seen = db
    .select({ threadId: comments.threadId, personId: sql<string>`${actor.id}::uuid`.as('person_id'), readUpTo: sql<Date>`max(${comments.createdAt})`.as('read_up_to') })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(
      and(
        inArray(comments.id, [...ids]),
        eq(threads.scenarioId, scenario),
        or(isNull(threads.internalTo), actor.delegationId === null ? undefined : eq(threads.internalTo, actor.delegationId)),
      ),
    )
    .groupBy(comments.threadId);
  await db.transaction(async (tx) => {
    const read = await tx
      .insert(threadReads)
      .select(seen)
      .onConflictDoUpdate({ target: [threadReads.threadId, threadReads.personId], set: { readUpTo: sql`greatest(${threadReads.readUpTo}, excluded.read_up_to)` } })
      .returning({ thread: threadReads.threadId });
    await markToldAsRead(tx, actor.id, read.map(({ thread }) => thread));
  });
}
