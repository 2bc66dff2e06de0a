import { and, eq, isNotNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { comments, proposals, threads } from '@/lib/db/schema/comments';
import { snapshots } from '@/lib/db/schema/snapshots';

/**
 * After which updates of a document its wording was fixed, by a version or around a change that was accepted, in ascending order.
 * What was fixed stays an entry of its own in the history, whoever went on typing a moment later. Read it after the updates:
 * a moment is stored before anything that follows it.
 */
export type FixedMoments = readonly number[];

/** @returns [] for an unknown document */
export async function readFixedMoments(db: Queryable, scenario: string): Promise<FixedMoments> {
  const versions = await db.selectDistinct({ seq: snapshots.seq }).from(snapshots).where(eq(snapshots.scenarioId, scenario));
  const accepted = await db
    .select({ seq: proposals.editSeq })
    .from(proposals)
    .innerJoin(comments, eq(comments.id, proposals.commentId))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(threads.scenarioId, scenario), isNotNull(proposals.editSeq)));
  const all = new Set([...versions.map(({ seq }) => seq), ...accepted.flatMap(({ seq }) => (seq === null ? [] : [seq - 1, seq]))]);
  return [...all].sort((a, b) => a - b);
}

/** True if the wording was fixed after one update and before another, later one. */
export function isFixedBetween(moments: FixedMoments, earlier: number, later: number): boolean {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! < earlier) low = middle + 1;
    else high = middle;
  }
  return low < moments.length && moments[low]! < later;
}
