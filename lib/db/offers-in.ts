import { inArray } from 'drizzle-orm';
import { offersOf, type Offer } from '@/lib/domain/offers';
import type { Queryable } from './client';
import { snapshots } from './schema/snapshots';
import { recordsOf, type ChainedRecord } from './sign-off-chain';

/** The offers of these scenarios, oldest first, by scenario; those without any are missing. */
export async function offersIn(db: Queryable, scenarios: readonly string[]): Promise<ReadonlyMap<string, readonly Offer<ChainedRecord>[]>> {
  const records = await recordsOf(db, scenarios);
  const concerned = [...new Set(records.map(({ scenario }) => scenario))];
  if (concerned.length === 0) return new Map();
  const rows = await db
    .select({ scenario: snapshots.scenarioId, number: snapshots.number, parties: snapshots.parties })
    .from(snapshots)
    .where(inArray(snapshots.scenarioId, concerned));
  return new Map(
    concerned.map((scenario) => [
      scenario,
      offersOf(
        records.filter((record) => record.scenario === scenario),
        new Map(rows.filter((row) => row.scenario === scenario).map(({ number, parties }) => [number, parties])),
      ),
    ]),
  );
}
