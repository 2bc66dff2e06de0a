import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { people } from '@/lib/db/schema/people';
import type { Actor } from '@/lib/policies/can';

/** Ends all of one's own sessions, on every device, this one included. */
export async function signOutEverywhere(db: Database, actor: Actor): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(people)
      .set({ sessionVersion: sql`${people.sessionVersion} + 1` })
      .where(eq(people.id, actor.id));
    await audit(tx, { person: actor.id, verb: 'person.sign-out-everywhere' });
    await notify(tx, { about: 'person', person: actor.id });
  });
}
