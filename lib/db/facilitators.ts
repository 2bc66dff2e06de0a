import { and, eq, isNull, ne } from 'drizzle-orm';
import { AccordError } from '@/lib/domain/errors';
import type { Right } from '@/lib/domain/delegations';
import type { Transaction } from './client';
import { notifyAll } from './notifications';
import { collectionRights, collections } from './schema/collections';
import { people } from './schema/people';
import { scenarioRights, scenarios } from './schema/scenarios';

/**
 * Lets the rights of a scenario be changed by one transaction at a time: of two facilitators who remove each other at the
 * same moment, one has to fail.
 */
export async function lockRights(tx: Transaction, scenario: string): Promise<void> {
  await tx.select({ id: scenarios.id }).from(scenarios).where(eq(scenarios.id, scenario)).for('no key update');
}

/** Locks a collection, as `lockRights` a scenario: whoever changes it holds the same lock. */
async function lockCollection(tx: Transaction, collection: string): Promise<void> {
  await tx.select({ id: collections.id }).from(collections).where(eq(collections.id, collection)).for('update');
}

/**
 * Sees to it that somebody can still share the scenario once `person` is a facilitator no longer.
 * @throws AccordError last-facilitator
 */
export async function requireAnotherFacilitator(tx: Transaction, scenario: string, person: string): Promise<void> {
  await requireSomebody(
    tx
      .select({ person: people.id })
      .from(scenarioRights)
      .innerJoin(people, eq(people.id, scenarioRights.personId))
      .where(and(eq(scenarioRights.scenarioId, scenario), eq(scenarioRights.right, 'facilitator'), ne(people.id, person), isNull(people.disabledAt)))
      .limit(1),
  );
}

/**
 * The same of a collection. Whoever facilitates all that is in it leads it, too, but nobody may have to.
 * @throws AccordError last-facilitator
 */
export async function requireAnotherLead(tx: Transaction, collection: string, person: string): Promise<void> {
  await requireSomebody(
    tx
      .select({ person: people.id })
      .from(collectionRights)
      .innerJoin(people, eq(people.id, collectionRights.personId))
      .where(and(eq(collectionRights.collectionId, collection), eq(collectionRights.right, 'facilitator'), ne(people.id, person), isNull(people.disabledAt)))
      .limit(1),
  );
}

async function requireSomebody(found: PromiseLike<readonly unknown[]>): Promise<void> {
  if ((await found).length === 0) throw new AccordError('last-facilitator');
}

/**
 * Sees to it that somebody can leave: that each scenario and each collection in which they are a facilitator keeps another one who
 * acts. What they kept others from as a presenter is open again.
 * @returns the scenarios in which they hold a right, locked as by `lockRights`
 * @throws AccordError last-facilitator
 */
export async function requireReplaceable(tx: Transaction, person: string): Promise<readonly string[]> {
  const led = await tx
    .select({ collection: collectionRights.collectionId })
    .from(collectionRights)
    .where(and(eq(collectionRights.personId, person), eq(collectionRights.right, 'facilitator')))
    .orderBy(collectionRights.collectionId);
  for (const { collection } of led) {
    await lockCollection(tx, collection);
    await requireAnotherLead(tx, collection, person);
  }
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
