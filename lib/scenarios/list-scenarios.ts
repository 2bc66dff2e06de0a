import { and, asc, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { offersIn } from '@/lib/db/offers-in';
import { peopleNamed } from '@/lib/db/people-named';
import { attendances, scenarioRights, scenarios, type ScenarioSummary } from '@/lib/db/schema/scenarios';
import { agreementState, type AgreementState } from '@/lib/domain/agreement';
import type { Right } from '@/lib/domain/delegations';
import type { Distance } from '@/lib/domain/open-items';
import type { NamedPerson } from '@/lib/domain/named-person';
import { lastAgreed, openOffer } from '@/lib/domain/offers';
import type { Actor } from '@/lib/policies/can';
import { distancesOf } from './distances-of';

export interface ListedScenario extends Omit<ScenarioSummary, 'version'> {
  readonly id: string;
  readonly agreement: AgreementState;
  /** How many of its items are agreed; null while it has none. */
  readonly distance: Distance | null;
  /** How many of its texts are not known to render the leading ones as they stand; null while that is not kept. */
  readonly outOfDate: number | null;
  /** What the reader holds in it. */
  readonly right: Right;
  /** ISO 8601. */
  readonly changedAt: string;
  /** Who has it open now, without doubles. */
  readonly here: readonly NamedPerson[];
}

/** An attendance that has not been refreshed for so long belongs to a server that died. */
const attendanceHolds = sql`now() - interval '30 seconds'`;

/** What was kept of its texts. */
const outOfDate = sql<number | null>`case when ${scenarios.items} is not null then (select count(*)::int from jsonb_array_elements(${scenarios.items}) as item where item ? 'counterpart') end`;

/** The scenarios in which the reader holds a right, the last changed first. */
export async function listScenarios(db: Queryable, actor: Actor): Promise<ListedScenario[]> {
  const rows = await db
    .select({ id: scenarios.id, summary: scenarios.summary, changedAt: scenarios.changedAt, outOfDate, right: scenarioRights.right })
    .from(scenarioRights)
    .innerJoin(scenarios, eq(scenarios.id, scenarioRights.scenarioId))
    .where(eq(scenarioRights.personId, actor.id))
    .orderBy(desc(scenarios.changedAt), asc(scenarios.id));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const offers = await offersIn(db, ids);
  const here = await peopleHere(db, ids);
  const distances = await distancesOf(db, ids);
  return rows.map(({ id, summary: { version: _ofWhoWroteIt, ...summary }, changedAt, outOfDate: texts, right }) => ({
    id,
    ...summary,
    agreement: agreementState(openOffer(offers.get(id) ?? [])?.snapshot ?? null, lastAgreed(offers.get(id) ?? [])?.snapshot ?? null),
    distance: distances.get(id) ?? null,
    outOfDate: texts,
    right,
    changedAt: changedAt.toISOString(),
    here: here.get(id) ?? [],
  }));
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
