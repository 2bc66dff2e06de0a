import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { documentUpdates } from '@/lib/db/schema/documents';

/** One row of the log. */
export interface LoggedUpdate {
  readonly seq: number;
  /** Null: the system itself. */
  readonly person: string | null;
  readonly clientIds: readonly number[];
  readonly at: Date;
  readonly update: Uint8Array;
}

/**
 * The updates of a document after `seq`, in order, up to and including `last`.
 * @returns an empty list if there is none, or no such document
 */
export async function readUpdatesAfter(db: Queryable, scenario: string, seq: number, last?: number): Promise<LoggedUpdate[]> {
  return db
    .select({
      seq: documentUpdates.seq,
      person: documentUpdates.personId,
      clientIds: documentUpdates.clientIds,
      at: documentUpdates.at,
      update: documentUpdates.update,
    })
    .from(documentUpdates)
    .where(
      and(
        eq(documentUpdates.scenarioId, scenario),
        gt(documentUpdates.seq, seq),
        last === undefined ? undefined : lte(documentUpdates.seq, last),
      ),
    )
    .orderBy(asc(documentUpdates.seq));
}
