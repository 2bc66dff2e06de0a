import { and, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { latestJudgements, latestPositions } from '@/lib/db/latest-positions';
import { collectionsOf } from '@/lib/db/collections-of';
import { partiesByScenario } from '@/lib/db/parties-of';
import { threads } from '@/lib/db/schema/comments';
import { scenarios } from '@/lib/db/schema/scenarios';
import { grouped } from '@/lib/domain/grouped';
import { distanceOf, type Distance } from '@/lib/domain/open-items';
import { standingOf } from '@/lib/domain/positions';

/** How far each scenario is from agreement, by its id, from what was kept of its items: no document is opened. */
export async function distancesOf(db: Queryable, ids: readonly string[]): Promise<Map<string, Distance>> {
  const kept = await db
    .select({ id: scenarios.id, items: scenarios.items })
    .from(scenarios)
    .where(and(inArray(scenarios.id, [...ids]), isNotNull(scenarios.items)));
  const positions = grouped(await latestPositions(db, ids), ({ scenarioId }) => scenarioId);
  const judgements = grouped(await latestJudgements(db, ids), ({ scenarioId }) => scenarioId);
  // what a delegation discusses among itself is nobody else's business: both sides count the same
  const open = await db
    .selectDistinct({ scenario: threads.scenarioId, item: threads.item })
    .from(threads)
    .where(and(inArray(threads.scenarioId, [...ids]), isNull(threads.resolvedAt), isNull(threads.internalTo)));
  const commented = grouped(open, ({ scenario }) => scenario);
  const parties = await partiesByScenario(db, ids);
  const collections = await collectionsOf(db, ids);
  return new Map(
    kept.map(({ id, items }) => {
      const given = (positions.get(id) ?? []).map((row) => ({ ...row, delegation: row.delegationId }));
      const distance = distanceOf({
        items: items!,
        parties: parties.get(id) ?? [],
        standings: standingOf(items!, given),
        judgements: (judgements.get(id) ?? []).map((row) => ({ ...row, delegation: row.delegationId })),
        authentic: collections.get(id)?.authenticLanguages ?? null,
        commented: new Set((commented.get(id) ?? []).map(({ item }) => item)),
      });
      return [id, distance];
    }),
  );
}
