import { eq } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import type { Confirmation } from '@/lib/domain/confirmation';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { verifyPassword } from './hash-password';
import { beginAttempt, forgetFailures } from './throttle';

/**
 * Lets somebody who is signed in show again that it is them, before they do what can't be taken back. Guessing is throttled
 * together with signing in.
 * @param input.address the other end of the connection; `demoAllowed`: whether demo people may sign in by this request
 * @throws AccordError `wrong-password`, `too-many-attempts` (with `seconds`)
 */
export async function confirmPassword(
  db: Database,
  actor: Actor,
  input: { readonly password: string; readonly address: string; readonly demoAllowed: boolean },
): Promise<Confirmation> {
  const [person] = await db.select().from(people).where(eq(people.id, actor.id));
  if (!person) throw new AccordError('not-found');
  await beginAttempt(db, person.email, input.address);
  const fits = await verifyPassword(input.password.slice(0, 1000), person.passwordHash);
  if (!fits || person.disabledAt !== null || (person.isDemo && !input.demoAllowed)) throw new AccordError('wrong-password');
  await forgetFailures(db, person.email);
  return { person: person.id };
}
