import type { Queryable } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { agreementOf } from '@/lib/domain/agreement';
import { can, type Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { readRows } from './read-rows';
import type { SnapshotList } from './snapshot';

/**
 * The versions of a scenario with their signatures, how far it has come, and what the reader may do.
 * @throws not-found if there is no such scenario for this person
 */
export async function listSnapshots(db: Queryable, actor: Actor, scenario: string): Promise<SnapshotList> {
  const subject = { right: await rightOf(db, actor.id, scenario) };
  requireCan(actor, 'scenario.read', subject);
  const snapshots = await readRows(db, scenario);
  return {
    snapshots,
    agreement: agreementOf(
      snapshots.map(({ number, parties }) => ({
        number,
        parties: parties.map(({ id }) => id),
        signedBy: parties.filter(({ signed }) => signed).map(({ id }) => id),
      })),
    ),
    may: { create: can(actor, 'snapshot.create', subject), restore: can(actor, 'snapshot.restore', subject), sign: can(actor, 'snapshot.sign', subject) ? actor.delegationId : null },
  };
}
