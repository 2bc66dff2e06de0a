import type { Database } from '@/lib/db/client';
import { changePerson } from './change-person';
import type { Doer } from './doer';

/**
 * Makes somebody an administrator, or no longer.
 * @throws AccordError `forbidden`, `not-found`, `last-administrator`
 */
export async function setAdministrator(db: Database, doer: Doer, personId: string, isAdministrator: boolean): Promise<void> {
  await changePerson(db, doer, personId, 'person.set-administrator', () => ({ isAdministrator }));
}
