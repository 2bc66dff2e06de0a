import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/**
 * Lets pass who may speak for a delegation in the scenario. Until `tx` ends nobody else speaks for it there: of two who withdraw the
 * same word, or say another one instead, the second finds what the first has done.
 * @returns the delegation's id
 * @throws not-found, not-a-speaker, forbidden
 */
export async function requireSpeaker(tx: Transaction, actor: Actor, action: 'position.set' | 'judgement.set', scenario: string): Promise<string> {
  requireCan(actor, action, { right: await rightOf(tx, actor.id, scenario) });
  if (actor.delegationId === null) throw new AccordError('not-a-speaker');
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`speaks ${actor.delegationId} ${scenario.toLowerCase()}`}, 0))`);
  return actor.delegationId;
}
