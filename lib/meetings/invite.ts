import { inArray } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { tell } from '@/lib/db/tell';
import type { Actor } from '@/lib/policies/can';

/** Tells everybody who takes part in one of the scenarios of a meeting, once, whatever number of them they take part in. */
export async function invite(tx: Transaction, actor: Actor, meeting: string, scenarios: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ scenario: scenarioRights.scenarioId, person: scenarioRights.personId })
    .from(scenarioRights)
    .where(inArray(scenarioRights.scenarioId, [...scenarios]));
  const told = new Set<string>();
  for (const scenario of scenarios) {
    const people = rows.filter((row) => row.scenario === scenario && !told.has(row.person)).map(({ person }) => person);
    for (const person of people) told.add(person);
    await tell(tx, { people, scenario, kind: 'meeting-invited', by: actor.id, subject: { meeting } });
  }
}
