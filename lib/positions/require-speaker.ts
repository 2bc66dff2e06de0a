import type { Transaction } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/**
 * Lets pass who may speak for a delegation in the scenario.
 * @returns the delegation's id
 * @throws not-found, not-a-speaker, forbidden
 */
export async function requireSpeaker(tx: Transaction, actor: Actor, action: 'position.set' | 'judgement.set', scenario: string): Promise<string> {
  requireCan(actor, action, { right: await rightOf(tx, actor.id, scenario) });
  if (actor.delegationId === null) throw new AccordError('not-a-speaker');
  return actor.delegationId;
}
