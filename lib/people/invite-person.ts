import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { delegations, people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { doerId, requirePeopleManager, type Doer } from './doer';
import { isEmail, normalizeEmail } from './email';
import { issueAccessLink, type IssuedLink } from './issue-access-link';
import { parseName } from './person-name';

export interface Invitation {
  readonly email: string;
  readonly name: string;
  /** Null: an observer. */
  readonly delegationId: string | null;
}

/**
 * Makes an account and the link by which its owner chooses a password. There is no mail server to need: whoever invites
 * passes the link on.
 * @throws AccordError `forbidden`, `bad-request` (no e-mail address), `empty-text`, `too-large`, `not-found` (no such
 *   delegation), `address-taken`
 */
export async function invitePerson(db: Database, doer: Doer, invitation: Invitation): Promise<{ readonly personId: string; readonly link: IssuedLink }> {
  requirePeopleManager(doer);
  const email = normalizeEmail(invitation.email);
  if (!isEmail(email)) throw new AccordError('bad-request');
  const name = parseName(invitation.name);
  const { delegationId } = invitation;
  return db.transaction(async (tx) => {
    if (delegationId !== null) {
      const [delegation] = isUuid(delegationId) ? await tx.select().from(delegations).where(eq(delegations.id, delegationId)) : [];
      if (!delegation) throw new AccordError('not-found');
    }
    const [person] = await tx.insert(people).values({ email, name, delegationId }).onConflictDoNothing().returning({ id: people.id });
    if (!person) throw new AccordError('address-taken');
    const link = await issueAccessLink(tx, 'invitation', person.id);
    await audit(tx, { person: doerId(doer), verb: 'person.invite', subject: { person: person.id, delegationId } });
    return { personId: person.id, link };
  });
}
