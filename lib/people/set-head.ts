import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { changePerson } from './change-person';
import type { Doer } from './doer';

/**
 * Makes somebody the head of their delegation, or no longer. A delegation has one head: the former one steps back.
 * @throws AccordError `forbidden`, `not-found`, `bad-request` for an observer
 */
export async function setHead(db: Database, doer: Doer, personId: string, isHead: boolean): Promise<void> {
  await changePerson(db, doer, personId, 'person.set-head', async (person, tx) => {
    if (!isHead) return { isHead };
    if (person.delegationId === null) throw new AccordError('bad-request');
    const former = await tx
      .update(people)
      .set({ isHead: false })
      .where(and(eq(people.delegationId, person.delegationId), eq(people.isHead, true), ne(people.id, personId)))
      .returning({ id: people.id });
    for (const { id } of former) await notify(tx, { about: 'person', person: id });
    return { isHead };
  });
}
