import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { normalizeEmail } from './email';
import { verifyPassword } from './hash-password';
import { beginAttempt, forgetFailures } from './throttle';

export interface SignInAttempt {
  readonly email: string;
  readonly password: string;
  /** The other end of the connection, for throttling. */
  readonly address: string;
  /** Whether demo people may sign in by this request (`demoSignInAllowed`). */
  readonly demoAllowed: boolean;
}

/**
 * Checks who somebody is. Unknown accounts, wrong passwords, disabled people and demo people from elsewhere get the same
 * answer after the same time.
 * @returns what a new session has to hold
 * @throws AccordError `wrong-credentials`, `too-many-attempts` (with `seconds`)
 */
export async function signIn(db: Database, attempt: SignInAttempt): Promise<{ readonly id: string; readonly sessionVersion: number }> {
  const email = normalizeEmail(attempt.email);
  await beginAttempt(db, email, attempt.address);
  const [person] = await db.select().from(people).where(eq(people.email, email));
  const passwordFits = await verifyPassword(attempt.password.slice(0, 1000), person?.passwordHash ?? null);
  if (!person || !passwordFits || person.disabledAt !== null || (person.isDemo && !attempt.demoAllowed)) throw new AccordError('wrong-credentials');
  await db.transaction(async (tx) => {
    await forgetFailures(tx, email);
    await audit(tx, { person: person.id, verb: 'sign-in' });
  });
  return { id: person.id, sessionVersion: person.sessionVersion };
}
