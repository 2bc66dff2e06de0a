import type { Database } from '@/lib/db/client';
import { changePerson } from './change-person';
import type { Doer } from './doer';
import { parseName } from './person-name';

/**
 * Corrects somebody's name.
 * @throws AccordError `forbidden`, `not-found`, `empty-text`, `too-large`
 */
export async function renamePerson(db: Database, doer: Doer, personId: string, name: string): Promise<void> {
  const parsed = parseName(name);
  await changePerson(db, doer, personId, 'person.rename', () => ({ name: parsed }));
}
