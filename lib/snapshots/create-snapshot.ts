import { and, eq } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { once } from '@/lib/db/once';
import { isUuid, rightOf } from '@/lib/db/rights';
import { snapshots } from '@/lib/db/schema/snapshots';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import { longestSnapshotName, statedLine } from '@/lib/domain/stated-text';
import { lockDocument } from '@/lib/log/lock-document';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { fixSnapshot } from './fix-snapshot';

export interface NewSnapshot {
  readonly scenario: string;
  readonly name: string;
  /** A uuid chosen for one press of "create": the same one again makes nothing new. */
  readonly requestId: string;
}

/**
 * Fixes all that has been committed so far as a numbered, named version that never changes. The document's row is locked
 * meanwhile, so that exactly one state belongs to the number, and numbers have no gaps.
 * @returns the number, and the hash of the content
 * @throws not-found, forbidden, empty-text, too-large, bad-request
 */
export async function createSnapshot(db: Database, actor: Actor, input: NewSnapshot): Promise<{ number: number; hash: string }> {
  const { scenario, requestId } = input;
  const attempt = (): Promise<{ number: number; hash: string }> =>
    db.transaction(async (tx) => {
      requireCan(actor, 'snapshot.create', { right: await rightOf(tx, actor.id, scenario) });
      const name = statedLine(input.name, longestSnapshotName);
      if (!isUuid(requestId)) throw new AccordError('bad-request');
      const { doc, seq } = await lockDocument(tx, scenario);

      const [earlier] = await tx
        .select({ scenario: snapshots.scenarioId, name: snapshots.name, number: snapshots.number, hash: snapshots.hash })
        .from(snapshots)
        .where(and(eq(snapshots.createdBy, actor.id), eq(snapshots.requestId, requestId)));
      if (earlier && (earlier.scenario !== scenario || earlier.name !== name)) throw requestUsed();
      if (earlier) return { number: earlier.number, hash: earlier.hash };

      return fixSnapshot(tx, { scenario, name, kind: 'manual', doc, seq, person: actor.id, requestId });
    });
  return once(attempt, 'snapshots_request');
}
