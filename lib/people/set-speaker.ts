import type { Database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { changePerson } from './change-person';
import type { Doer } from './doer';

/**
 * Names somebody a speaker of their delegation (who may sign for it), or no longer.
 * @throws AccordError `forbidden`, `not-found`, `bad-request` for an observer, who can speak for nobody
 */
export async function setSpeaker(db: Database, doer: Doer, personId: string, isSpeaker: boolean): Promise<void> {
  await changePerson(db, doer, personId, 'person.set-speaker', (person) => {
    if (isSpeaker && person.delegationId === null) throw new AccordError('bad-request');
    return { isSpeaker };
  });
}
