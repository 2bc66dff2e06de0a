import { and, eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { rightOf } from '@/lib/db/rights';
import { signOffs, snapshots } from '@/lib/db/schema/snapshots';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

export interface NewSignOff {
  readonly scenario: string;
  readonly number: number;
  /** The hash that the signer was shown. */
  readonly hash: string;
}

/**
 * Signs a snapshot for the actor's delegation, for good. Whether all have signed is not stored: see `isAgreed`.
 * @throws not-found (scenario or snapshot), not-a-speaker, forbidden; hash-changed if the signer saw another content;
 *   already-signed if the delegation has signed: the unique key decides between two speakers of one moment
 */
export async function signSnapshot(db: Database, actor: Actor, { scenario, number, hash }: NewSignOff): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'snapshot.sign', { right: await rightOf(tx, actor.id, scenario) });
    const { delegationId } = actor;
    if (delegationId === null) throw new AccordError('not-a-speaker');
    if (!Number.isInteger(number) || Math.abs(number) >= 2 ** 31) throw new AccordError('not-found');
    const [snapshot] = await tx
      .select({ id: snapshots.id, hash: snapshots.hash })
      .from(snapshots)
      .where(and(eq(snapshots.scenarioId, scenario), eq(snapshots.number, number)));
    if (!snapshot) throw new AccordError('not-found');
    if (snapshot.hash !== hash) throw new AccordError('hash-changed');

    const [signed] = await tx
      .insert(signOffs)
      .values({ snapshotId: snapshot.id, delegationId, signerId: actor.id, hash })
      .onConflictDoNothing({ target: [signOffs.snapshotId, signOffs.delegationId] })
      .returning({ id: signOffs.id });
    if (!signed) throw new AccordError('already-signed');
    await audit(tx, { person: actor.id, verb: 'snapshot.sign', scenario, subject: { number, hash, delegation: delegationId } });
    await notify(tx, { about: 'snapshots', scenario });
  });
}
