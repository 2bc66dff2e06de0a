import { eq } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { delegations } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { changePerson } from './change-person';
import type { Doer } from './doer';

/**
 * Puts somebody into a delegation, or makes them an observer (null). Being head or speaker is an office of the former
 * delegation and ends with it.
 * @throws AccordError `forbidden`, `not-found` (also for an unknown delegation)
 */
export async function setDelegation(db: Database, doer: Doer, personId: string, delegationId: string | null): Promise<void> {
  await changePerson(db, doer, personId, 'person.set-delegation', async (person, tx) => {
    if (person.delegationId === delegationId) return null;
    if (delegationId !== null) {
      if (!isUuid(delegationId)) throw new AccordError('not-found');
      const [delegation] = await tx.select().from(delegations).where(eq(delegations.id, delegationId));
      if (!delegation) throw new AccordError('not-found');
    }
    return { delegationId, isHead: false, isSpeaker: false };
  });
}
