import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { hashPassword, verifyPassword } from './hash-password';
import { checkNewPassword } from './password-rules';
import { beginConfirmation, forgetFailures } from './throttle';

/**
 * Changes one's own password; all sessions end, also this one, which the caller begins anew with what is returned.
 * Guessing the current password is throttled per person, as any confirmation is.
 * @throws AccordError `wrong-credentials`, `weak-password`, `too-many-attempts`, `forbidden` for demo people
 */
export async function changePassword(
  db: Database,
  actor: Actor,
  input: { readonly current: string; readonly next: string },
): Promise<{ readonly id: string; readonly sessionVersion: number }> {
  const [person] = await db.select().from(people).where(eq(people.id, actor.id));
  if (!person) throw new AccordError('not-found');
  if (person.isDemo) throw new AccordError('forbidden');
  checkNewPassword(input.next, [person.name, person.email]);
  await beginConfirmation(db, person.email);
  if (!(await verifyPassword(input.current.slice(0, 1000), person.passwordHash))) throw new AccordError('wrong-credentials');
  const passwordHash = await hashPassword(input.next);
  return db.transaction(async (tx) => {
    const [changed] = await tx
      .update(people)
      .set({ passwordHash, sessionVersion: sql`${people.sessionVersion} + 1` })
      .where(eq(people.id, person.id))
      .returning({ id: people.id, sessionVersion: people.sessionVersion });
    if (!changed) throw new AccordError('not-found');
    await forgetFailures(tx, person.email);
    await audit(tx, { person: person.id, verb: 'person.change-password' });
    await notify(tx, { about: 'person', person: person.id });
    return changed;
  });
}
