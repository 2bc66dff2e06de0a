import { eq } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import type { Confirmation } from '@/lib/domain/confirmation';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { verifyPassword } from './hash-password';
import { beginConfirmation, forgetConfirmations } from './throttle';

/**
 * Lets somebody who is signed in show again that it is them, before they do what can't be taken back. Guessing is throttled
 * per person, and never keeps the person from signing in.
 * @param input.demoAllowed whether demo people may sign in by this request
 * @throws AccordError `wrong-password`, `too-many-attempts` (with `seconds`)
 */
export async function confirmPassword(
  db: Database,
  actor: Actor,
  input: { readonly password: string; readonly demoAllowed: boolean },
): Promise<Confirmation> {
  const [person] = await db.select().from(people).where(eq(people.id, actor.id));
  if (!person) throw new AccordError('not-found');
  await beginConfirmation(db, person.email);
  const fits = await verifyPassword(input.password.slice(0, 1000), person.passwordHash);
  if (!fits || person.disabledAt !== null || (person.isDemo && !input.demoAllowed)) throw new AccordError('wrong-password');
  await forgetConfirmations(db, person.email);
  return { person: person.id };
}
