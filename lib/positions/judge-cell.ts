import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { judgements } from '@/lib/db/schema/positions';
import { AccordError } from '@/lib/domain/errors';
import { parseItemName } from '@/lib/domain/items';
import { longestNote } from '@/lib/domain/positions';
import type { Change } from '@/lib/domain/scenario';
import { statedText } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { findRequest } from './find-request';
import { itemsSpokenOf } from './items-spoken-of';
import { requireSpeaker } from './require-speaker';

export interface NewJudgement {
  readonly scenario: string;
  /** `itemName` of an assessment cell. */
  readonly item: string;
  /** The hash of the cell as the speaker was shown it. */
  readonly hash: string;
  readonly change: Change;
  readonly reason: string;
  /** A uuid chosen for one press: the same one again says nothing new. */
  readonly requestId: string;
}

/**
 * Judges an assessment cell for the actor's delegation, beside the common judgement in the document ("Significance is
 * partly a matter of judgement", domain.md).
 * @throws not-found (scenario, or an item that is no cell of it), not-a-speaker, forbidden, bad-request, empty-text (no
 *   reason), too-large; item-changed if the cell has moved on from what the speaker saw
 */
export async function judgeCell(db: Database, actor: Actor, input: NewJudgement): Promise<void> {
  const { scenario, item, hash, change, requestId } = input;
  await db.transaction(async (tx) => {
    const delegation = await requireSpeaker(tx, actor, 'judgement.set', scenario);
    const reason = statedText(input.reason, longestNote);
    const isSame = (row: typeof judgements.$inferSelect): boolean => row.item === item && row.change === change && row.reason === reason && row.hash === hash;
    if ((await findRequest(tx, judgements, { person: actor.id, requestId, scenario }, isSame)).length) return;
    const { items, seq } = await itemsSpokenOf(tx, scenario);
    const cell = parseItemName(item)?.kind === 'cell' ? items.find(({ name }) => name === item) : undefined;
    if (!cell) throw new AccordError('not-found');
    if (cell.hash !== hash) throw new AccordError('item-changed');
    await tx.insert(judgements).values({ scenarioId: scenario, item, delegationId: delegation, personId: actor.id, change, reason, hash, seq, requestId });
    await audit(tx, { person: actor.id, verb: 'judgement.set', scenario, subject: { delegation, item, change } });
    await notify(tx, { about: 'positions', scenario });
  });
}
