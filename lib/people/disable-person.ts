import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { requireReplaceable } from '@/lib/db/facilitators';
import { accessLinks } from '@/lib/db/schema/people';
import { changePerson } from './change-person';
import type { Doer } from './doer';

/**
 * Shuts somebody out: their sessions end, open sockets close, and links that were made for them lose their power. What they
 * wrote stays, under their name.
 * @throws AccordError `forbidden`, `not-found`, `last-administrator`, `last-facilitator`
 */
export async function disablePerson(db: Database, doer: Doer, personId: string): Promise<void> {
  await changePerson(db, doer, personId, 'person.disable', async (person, tx) => {
    if (person.disabledAt) return null;
    await tx.delete(accessLinks).where(and(eq(accessLinks.personId, personId), isNull(accessLinks.spentAt)));
    await requireReplaceable(tx, person.id);
    return { disabledAt: new Date(), sessionVersion: person.sessionVersion + 1 };
  });
}
