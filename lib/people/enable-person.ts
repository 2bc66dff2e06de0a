import type { Database } from '@/lib/db/client';
import { changePerson } from './change-person';
import type { Doer } from './doer';

/**
 * Lets somebody in again who was disabled, with the password that they had.
 * @throws AccordError `forbidden`, `not-found`
 */
export async function enablePerson(db: Database, doer: Doer, personId: string): Promise<void> {
  await changePerson(db, doer, personId, 'person.enable', () => ({ disabledAt: null }));
}
