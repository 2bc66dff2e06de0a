import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { accessLinks, people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { hashAccessToken } from './access-token';
import { isEmail, normalizeEmail } from './email';
import { hasAdministrator } from './first-administrator';
import { hashPassword } from './hash-password';
import { checkNewPassword } from './password-rules';
import { parseName } from './person-name';
import { readAccessLink } from './read-access-link';
import { forgetFailures } from './throttle';

export interface SpentLink {
  readonly password: string;
  /** Whom to make, by the first administrator's link; for all other links the account exists. */
  readonly newcomer?: { readonly name: string; readonly email: string };
}

async function setPassword(tx: Transaction, personId: string, passwordHash: string) {
  const [person] = await tx
    .update(people)
    .set({ passwordHash, sessionVersion: sql`${people.sessionVersion} + 1` })
    .where(and(eq(people.id, personId), isNull(people.disabledAt)))
    .returning({ id: people.id, email: people.email, sessionVersion: people.sessionVersion });
  return person;
}

async function createAdministrator(tx: Transaction, newcomer: { readonly name: string; readonly email: string }, passwordHash: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first-administrator', 0))`);
  if (await hasAdministrator(tx)) throw new AccordError('link-spent');
  const values = { email: newcomer.email, name: newcomer.name, passwordHash, isAdministrator: true, mayCreateScenarios: true };
  const [person] = await tx.insert(people).values(values).onConflictDoNothing().returning({ id: people.id, email: people.email, sessionVersion: people.sessionVersion });
  if (!person) throw new AccordError('address-taken');
  return person;
}

/**
 * Spends a link: sets the password, ends the sessions that were open under the old one, and lets in. Works once.
 * @returns what a new session has to hold
 * @throws AccordError `link-spent` (also unknown or expired), `weak-password`, and for the first administrator `bad-request`,
 *   `empty-text`, `address-taken`
 */
export async function spendAccessLink(db: Database, token: string, input: SpentLink): Promise<{ readonly id: string; readonly sessionVersion: number }> {
  const open = await readAccessLink(db, token);
  if (!open) throw new AccordError('link-spent');
  const newcomer = input.newcomer && { name: parseName(input.newcomer.name), email: normalizeEmail(input.newcomer.email) };
  const about = open.person ?? newcomer;
  if (!about || !isEmail(about.email)) throw new AccordError('bad-request');
  checkNewPassword(input.password, [about.name, about.email]);
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    // The conditional update is the lock: of two who spend it at once, one finds it spent.
    const [link] = await tx
      .update(accessLinks)
      .set({ spentAt: new Date() })
      .where(and(eq(accessLinks.tokenHash, hashAccessToken(token)), isNull(accessLinks.spentAt), gt(accessLinks.expiresAt, new Date())))
      .returning();
    if (!link) throw new AccordError('link-spent');
    const person = link.personId ? await setPassword(tx, link.personId, passwordHash) : newcomer && (await createAdministrator(tx, newcomer, passwordHash));
    if (!person) throw new AccordError('link-spent');
    await forgetFailures(tx, person.email);
    await audit(tx, { person: person.id, verb: 'person.spend-access-link', subject: { purpose: link.purpose } });
    await notify(tx, { about: 'person', person: person.id });
    return { id: person.id, sessionVersion: person.sessionVersion };
  });
}
