import { and, desc, eq, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Queryable } from './client';
import { judgements, positions } from './schema/positions';

export type PositionRow = typeof positions.$inferSelect;
export type JudgementRow = typeof judgements.$inferSelect;

/**
 * What each delegation said last of each item of the scenarios. What was taken back counts as never said, so what stood
 * before it stands again; what was withdrawn is left out.
 */
export async function latestPositions(db: Queryable, scenarios: readonly string[]): Promise<PositionRow[]> {
  if (scenarios.length === 0) return [];
  const undoing = alias(positions, 'undoing');
  const isTakenBack = db
    .select({ one: sql`1` })
    .from(undoing)
    .where(
      and(
        eq(undoing.scenarioId, positions.scenarioId),
        eq(undoing.item, positions.item),
        eq(undoing.delegationId, positions.delegationId),
        eq(undoing.personId, positions.personId),
        eq(undoing.undoes, positions.requestId),
      ),
    );
  const rows = await db
    .selectDistinctOn([positions.scenarioId, positions.delegationId, positions.item])
    .from(positions)
    .where(and(inArray(positions.scenarioId, [...scenarios]), isNull(positions.undoes), notExists(isTakenBack)))
    .orderBy(positions.scenarioId, positions.delegationId, positions.item, desc(positions.id));
  return rows.filter(({ stance }) => stance !== null);
}

/** How each delegation judges the cells of the scenarios on its own; what was withdrawn is left out. */
export async function latestJudgements(db: Queryable, scenarios: readonly string[]): Promise<JudgementRow[]> {
  if (scenarios.length === 0) return [];
  const latest = db
    .selectDistinctOn([judgements.scenarioId, judgements.delegationId, judgements.item], { id: judgements.id })
    .from(judgements)
    .where(inArray(judgements.scenarioId, [...scenarios]))
    .orderBy(judgements.scenarioId, judgements.delegationId, judgements.item, desc(judgements.id));
  return db
    .select()
    .from(judgements)
    .where(and(inArray(judgements.id, latest), isNotNull(judgements.change)));
}
