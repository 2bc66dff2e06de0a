import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { latestPositions } from '@/lib/db/latest-positions';
import { notify } from '@/lib/db/notifications';
import { positions } from '@/lib/db/schema/positions';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { findRequest } from './find-request';
import { requireSpeaker } from './require-speaker';
import { mostItems } from './set-positions';

export interface Withdrawal {
  readonly scenario: string;
  /** Names of items, each once. */
  readonly items: readonly string[];
  /** A uuid chosen for one press: the same one again withdraws nothing more. */
  readonly requestId: string;
}

/**
 * Withdraws what the actor's delegation says of these items, whichever of its speakers said it. A new record: what was
 * said stays on record. Items of which the delegation says nothing are left out.
 * @returns the names of the items concerned
 * @throws not-found (scenario, or if the delegation says nothing of any of them), not-a-speaker, forbidden, bad-request
 */
export async function withdrawPositions(db: Database, actor: Actor, { scenario, items, requestId }: Withdrawal): Promise<{ withdrawn: readonly string[] }> {
  return db.transaction(async (tx) => {
    const delegation = await requireSpeaker(tx, actor, 'position.set', scenario);
    if (items.length === 0 || items.length > mostItems) throw new AccordError('bad-request');
    const wanted = new Set(items);
    const earlier = await findRequest(tx, positions, { person: actor.id, requestId, scenario }, (row) => row.stance === null && row.undoes === null && wanted.has(row.item));
    if (earlier.length) return { withdrawn: earlier };

    const standing = (await latestPositions(tx, [scenario])).filter(({ delegationId, item }) => delegationId === delegation && wanted.has(item));
    if (standing.length === 0) throw new AccordError('not-found');
    await tx
      .insert(positions)
      .values(standing.map(({ item, hash, seq }) => ({ scenarioId: scenario, item, delegationId: delegation, personId: actor.id, stance: null, hash, seq, requestId })));
    const withdrawn = standing.map(({ item }) => item);
    await audit(tx, { person: actor.id, verb: 'position.withdraw', scenario, subject: { delegation, request: requestId, items: withdrawn } });
    await notify(tx, { about: 'positions', scenario });
    return { withdrawn };
  });
}
