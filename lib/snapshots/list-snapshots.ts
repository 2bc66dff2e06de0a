import { eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { offersIn } from '@/lib/db/offers-in';
import { rightOf } from '@/lib/db/rights';
import { people } from '@/lib/db/schema/people';
import { scenarios } from '@/lib/db/schema/scenarios';
import { agreementState } from '@/lib/domain/agreement';
import { lastAgreed, openOffer } from '@/lib/domain/offers';
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
  const offers = (await offersIn(db, [scenario])).get(scenario) ?? [];
  const agreed = lastAgreed(offers)?.snapshot ?? null;
  return {
    snapshots: await readRows(db, scenario, undefined, offers),
    agreement: agreementState(openOffer(offers)?.snapshot ?? null, agreed),
    frozen: await frozenState(db, scenario),
    may: {
      create: can(actor, 'snapshot.create', subject),
      offer: can(actor, 'snapshot.offer', subject),
      restore: can(actor, 'snapshot.restore', subject),
      freeze: can(actor, 'scenario.freeze', subject),
      sign: can(actor, 'snapshot.sign', subject) ? actor.delegationId : null,
    },
  };
}

async function frozenState(db: Queryable, scenario: string): Promise<SnapshotList['frozen']> {
  const [row] = await db.select({ at: scenarios.frozenAt, by: people.name }).from(scenarios).leftJoin(people, eq(people.id, scenarios.frozenBy)).where(eq(scenarios.id, scenario));
  return row?.at ? { at: row.at.toISOString(), by: row.by } : null;
}
