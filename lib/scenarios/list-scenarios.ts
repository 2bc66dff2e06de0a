import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { attendances, scenarioRights, scenarios, type ScenarioSummary } from '@/lib/db/schema/scenarios';
import { signOffs, snapshots } from '@/lib/db/schema/snapshots';
import { agreementOf, type AgreementState, type SignedSnapshot } from '@/lib/domain/agreement';
import type { Right } from '@/lib/domain/delegations';
import type { Distance } from '@/lib/domain/open-items';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Actor } from '@/lib/policies/can';
import { distancesOf } from './distances-of';

export interface ListedScenario extends ScenarioSummary {
  readonly id: string;
  readonly agreement: AgreementState;
  /** How many of its items are agreed; null while it has none. */
  readonly distance: Distance | null;
  /** What the reader holds in it. */
  readonly right: Right;
  /** ISO 8601. */
  readonly changedAt: string;
  /** Who has it open now, without doubles. */
  readonly here: readonly NamedPerson[];
}

/** An attendance that has not been refreshed for so long belongs to a server that died. */
const attendanceHolds = sql`now() - interval '30 seconds'`;

/** The scenarios in which the reader holds a right, the last changed first. */
export async function listScenarios(db: Queryable, actor: Actor): Promise<ListedScenario[]> {
  const rows = await db
    .select({ id: scenarios.id, summary: scenarios.summary, changedAt: scenarios.changedAt, right: scenarioRights.right })
    .from(scenarioRights)
    .innerJoin(scenarios, eq(scenarios.id, scenarioRights.scenarioId))
    .where(eq(scenarioRights.personId, actor.id))
    .orderBy(desc(scenarios.changedAt), asc(scenarios.id));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const signed = await signedSnapshots(db, ids);
  const here = await peopleHere(db, ids);
  const distances = await distancesOf(db, ids);
  return rows.map(({ id, summary, changedAt, right }) => ({
    id,
    ...summary,
    agreement: agreementOf(signed.get(id) ?? []),
    distance: distances.get(id) ?? null,
    right,
    changedAt: changedAt.toISOString(),
    here: here.get(id) ?? [],
  }));
}

async function signedSnapshots(db: Queryable, ids: readonly string[]): Promise<Map<string, SignedSnapshot[]>> {
  const rows = await db
    .select({
      scenario: snapshots.scenarioId,
      number: snapshots.number,
      parties: snapshots.parties,
      signedBy: sql<string[]>`array_agg(${signOffs.delegationId}::text)`,
    })
    .from(snapshots)
    .innerJoin(signOffs, eq(signOffs.snapshotId, snapshots.id))
    .where(inArray(snapshots.scenarioId, [...ids]))
    .groupBy(snapshots.id);
  const byScenario = new Map<string, SignedSnapshot[]>();
  for (const { scenario, ...snapshot } of rows) byScenario.set(scenario, [...(byScenario.get(scenario) ?? []), snapshot]);
  return byScenario;
}

async function peopleHere(db: Queryable, ids: readonly string[]): Promise<Map<string, NamedPerson[]>> {
  const rows = await db
    .selectDistinct({ scenario: attendances.scenarioId, person: attendances.personId })
    .from(attendances)
    .where(and(inArray(attendances.scenarioId, [...ids]), gt(attendances.seenAt, attendanceHolds)));
  const named = await peopleNamed(
    db,
    rows.map(({ person }) => person),
  );
  const here = new Map<string, NamedPerson[]>();
  for (const { scenario, person } of rows) here.set(scenario, [...(here.get(scenario) ?? []), named.get(person)!]);
  for (const people of here.values()) people.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return here;
}
