import { and, eq, isNull, ne } from 'drizzle-orm';
import { AccordError } from '@/lib/domain/errors';
import type { Right } from '@/lib/domain/delegations';
import type { Transaction } from './client';
import { notifyAll } from './notifications';
import { people } from './schema/people';
import { scenarioRights, scenarios } from './schema/scenarios';

/**
 * Lets the rights of a scenario be changed by one transaction at a time: of two facilitators who remove each other at the
 * same moment, one has to fail.
 */
export async function lockRights(tx: Transaction, scenario: string): Promise<void> {
  await tx.select({ id: scenarios.id }).from(scenarios).where(eq(scenarios.id, scenario)).for('no key update');
}

/**
 * Sees to it that somebody can still share the scenario once `person` is a facilitator no longer.
 * @throws AccordError last-facilitator
 */
export async function requireAnotherFacilitator(tx: Transaction, scenario: string, person: string): Promise<void> {
  const [another] = await tx
    .select({ person: scenarioRights.personId })
    .from(scenarioRights)
    .innerJoin(people, eq(people.id, scenarioRights.personId))
    .where(
      and(
        eq(scenarioRights.scenarioId, scenario),
        eq(scenarioRights.right, 'facilitator'),
        ne(scenarioRights.personId, person),
        isNull(people.disabledAt),
      ),
    )
    .limit(1);
  if (!another) throw new AccordError('last-facilitator');
}

/**
 * Sees to it that somebody can leave: that each scenario in which they are a facilitator keeps another one who acts. What they
 * kept others from as a presenter is open again.
 * @returns the scenarios in which they hold a right, locked as by `lockRights`
 * @throws AccordError last-facilitator
 */
export async function requireReplaceable(tx: Transaction, person: string): Promise<readonly string[]> {
  const held: readonly { readonly scenario: string; readonly right: Right }[] = await tx
    .select({ scenario: scenarioRights.scenarioId, right: scenarioRights.right })
    .from(scenarioRights)
    .where(eq(scenarioRights.personId, person))
    .orderBy(scenarioRights.scenarioId);
  for (const { scenario, right } of held) {
    await lockRights(tx, scenario);
    if (right === 'facilitator') await requireAnotherFacilitator(tx, scenario, person);
  }
  await notifyAll(tx, held.map(({ scenario }) => ({ about: 'editing', scenario })));
  return held.map(({ scenario }) => scenario);
}
