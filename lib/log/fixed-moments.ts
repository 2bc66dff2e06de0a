import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { comments, proposals, threads } from '@/lib/db/schema/comments';
import { snapshots } from '@/lib/db/schema/snapshots';

/**
 * After which updates of a document its wording was fixed: all of it by a version or around a change that was accepted, that of an
 * item by what a delegation said of it. What was fixed stays an entry of its own in the history, whoever went on typing a
 * moment later. Read it after the updates: a moment is stored before anything that follows it.
 */
export interface FixedMoments {
  /** All of these, whatever they fixed, in ascending order. */
  readonly all: readonly number[];
  /** Those that concern an item, in ascending order. */
  readonly of: (item: string) => readonly number[];
}

/** @returns none for an unknown document */
export async function readFixedMoments(db: Queryable, scenario: string): Promise<FixedMoments> {
  const versions = await db.selectDistinct({ seq: snapshots.seq }).from(snapshots).where(eq(snapshots.scenarioId, scenario));
  const accepted = await db
    .select({ seq: proposals.editSeq })
    .from(proposals)
    .innerJoin(comments, eq(comments.id, proposals.commentId))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(and(eq(threads.scenarioId, scenario), isNotNull(proposals.editSeq)));
  const { rows: spoken } = await db.execute<{ item: string; seqs: number[] }>(sql`
    select item, array_agg(distinct seq)::float8[] as seqs
    from (
      select item, seq from positions where scenario_id = ${scenario} and stance is not null
      union all select item, seq from judgements where scenario_id = ${scenario} and change is not null
    ) as said
    group by item`);
  const ofAll = [...versions.map(({ seq }) => seq), ...accepted.flatMap(({ seq }) => (seq === null ? [] : [seq - 1, seq]))];
  const ofItem = new Map(spoken.map(({ item, seqs }) => [item, ascending([...ofAll, ...seqs])]));
  const ofOthers = ascending(ofAll);
  return { all: ascending([...ofAll, ...spoken.flatMap(({ seqs }) => seqs)]), of: (item) => ofItem.get(item) ?? ofOthers };
}

const ascending = (moments: readonly number[]): number[] => [...new Set(moments)].sort((a, b) => a - b);

/** True if the wording was fixed after one update and before another, later one. @param moments in ascending order */
export function isFixedBetween(moments: readonly number[], earlier: number, later: number): boolean {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]! < earlier) low = middle + 1;
    else high = middle;
  }
  return low < moments.length && moments[low]! < later;
}
