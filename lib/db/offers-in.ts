import { inArray } from 'drizzle-orm';
import { grouped } from '@/lib/domain/grouped';
import { offersOf, type Offer } from '@/lib/domain/offers';
import type { Queryable } from './client';
import { snapshots } from './schema/snapshots';
import { recordsOf, type ChainedRecord } from './sign-off-chain';

/** The offers of these scenarios, oldest first, by scenario; those without any are missing. */
export async function offersIn(db: Queryable, scenarios: readonly string[]): Promise<ReadonlyMap<string, readonly Offer<ChainedRecord>[]>> {
  const records = await recordsOf(db, scenarios);
  if (records.length === 0) return new Map();
  const byScenario = grouped(records, ({ scenario }) => scenario);
  const rows = await db
    .select({ scenario: snapshots.scenarioId, number: snapshots.number, parties: snapshots.parties })
    .from(snapshots)
    .where(inArray(snapshots.scenarioId, [...byScenario.keys()]));
  const partiesOf = grouped(rows, ({ scenario }) => scenario);
  return new Map(
    [...byScenario].map(([scenario, own]) => [scenario, offersOf(own, new Map((partiesOf.get(scenario) ?? []).map(({ number, parties }) => [number, parties])))]),
  );
}
