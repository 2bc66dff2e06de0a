import { and, eq, isNull } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { lockRequests } from '@/lib/db/lock-requests';
import { isUuid } from '@/lib/db/rights';
import { positions } from '@/lib/db/schema/positions';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { findRequest } from './find-request';
import { requireSpeaker } from './require-speaker';

export interface TakingBack {
  readonly scenario: string;
  /** The `requestId` of what the actor said or withdrew. */
  readonly request: string;
  /** A uuid chosen for one press. */
  readonly requestId: string;
}

/**
 * Undoes what the actor said (or withdrew) with one request: it counts as never said, and what stood before stands again,
 * as far as the delegation has not spoken since. A new record: what was said stays on record.
 * @returns the names of the items concerned
 * @throws not-found (scenario, or if the actor's delegation said nothing by that request), not-a-speaker, forbidden, bad-request,
 *   already-taken-back
 */
export async function takeBackPositions(db: Database, actor: Actor, { scenario, request, requestId }: TakingBack): Promise<{ takenBack: readonly string[] }> {
  return db.transaction(async (tx) => {
    const delegation = await requireSpeaker(tx, actor, 'position.set', scenario);
    if (!isUuid(request) || !isUuid(requestId)) throw new AccordError('bad-request');
    await lockRequests(tx, actor.id, request, requestId);
    const earlier = await findRequest(tx, positions, { person: actor.id, requestId, scenario }, (row) => row.undoes === request);
    if (earlier.length) return { takenBack: earlier };

    const said = await tx
      .select({ item: positions.item, hash: positions.hash, seq: positions.seq })
      .from(positions)
      .where(
        and(eq(positions.scenarioId, scenario), eq(positions.delegationId, delegation), eq(positions.personId, actor.id), eq(positions.requestId, request), isNull(positions.undoes)),
      );
    if (said.length === 0) throw new AccordError('not-found');
    if (await tx.$count(positions, and(eq(positions.personId, actor.id), eq(positions.undoes, request)))) throw new AccordError('already-taken-back');
    await tx
      .insert(positions)
      .values(said.map((row) => ({ ...row, scenarioId: scenario, delegationId: delegation, personId: actor.id, stance: null, undoes: request, requestId })));
    const takenBack = said.map(({ item }) => item);
    await audit(tx, { person: actor.id, verb: 'position.take-back', scenario, subject: { delegation, undoes: request, request: requestId, items: takenBack } });
    await notify(tx, { about: 'positions', scenario });
    return { takenBack };
  });
}
