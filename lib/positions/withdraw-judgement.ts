import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { latestJudgements } from '@/lib/db/latest-positions';
import { notify } from '@/lib/db/notifications';
import { judgements } from '@/lib/db/schema/positions';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { findRequest } from './find-request';
import { requireSpeaker } from './require-speaker';

/**
 * Withdraws the own judgement of the actor's delegation, whichever of its speakers gave it: the common one is left.
 * @throws not-found (scenario, or if there is none), not-a-speaker, forbidden, bad-request
 */
export async function withdrawJudgement(db: Database, actor: Actor, { scenario, item, requestId }: { readonly scenario: string; readonly item: string; readonly requestId: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const delegation = await requireSpeaker(tx, actor, 'judgement.set', scenario);
    if ((await findRequest(tx, judgements, { person: actor.id, requestId, scenario }, (row) => row.item === item && row.change === null)).length) return;
    const standing = (await latestJudgements(tx, [scenario])).find((row) => row.delegationId === delegation && row.item === item);
    if (!standing) throw new AccordError('not-found');
    const { hash, seq } = standing;
    await tx.insert(judgements).values({ scenarioId: scenario, item, delegationId: delegation, personId: actor.id, change: null, hash, seq, requestId });
    await audit(tx, { person: actor.id, verb: 'judgement.withdraw', scenario, subject: { delegation, item } });
    await notify(tx, { about: 'positions', scenario });
  });
}
