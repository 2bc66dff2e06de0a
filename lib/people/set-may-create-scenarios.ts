import type { Database } from '@/lib/db/client';
import { changePerson } from './change-person';
import type { Doer } from './doer';

/**
 * Lets somebody create scenarios, or no longer.
 * @throws AccordError `forbidden`, `not-found`
 */
export async function setMayCreateScenarios(db: Database, doer: Doer, personId: string, mayCreateScenarios: boolean): Promise<void> {
  await changePerson(db, doer, personId, 'person.set-may-create-scenarios', () => ({ mayCreateScenarios }));
}
