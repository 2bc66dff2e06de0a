import { eq, or } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { isUuid } from '@/lib/db/rights';
import { people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { doerId, requirePeopleManager, type Doer } from './doer';

export type PersonRow = typeof people.$inferSelect;
export type PersonChange = Partial<Omit<PersonRow, 'id' | 'createdAt'>>;
/** What to set, given the row as it is (locked); null: it is so already. It may do more in the same transaction. */
type Change = (person: PersonRow, tx: Transaction) => PersonChange | null | Promise<PersonChange | null>;

/** What may go: it stays out of the audit, whose entries outlive an account. */
const personal: ReadonlySet<string> = new Set(['name', 'email', 'passwordHash']);

/** Somebody who can really look after people: an invited administrator who never came does not count. */
function canAdminister(person: PersonRow): boolean {
  return person.isAdministrator && person.disabledAt === null && person.passwordHash !== null;
}

/**
 * What the verbs that change somebody's account have in common: the policy, one transaction with the change, the audit entry
 * and the announcement, and the rule that somebody always remains who can look after people. What is so already leaves no trace.
 * @throws AccordError `forbidden`, `not-found`, `last-administrator`, and whatever `change` throws
 */
export async function changePerson(
  db: Database,
  doer: Doer,
  personId: string,
  verb: string,
  change: Change,
): Promise<void> {
  requirePeopleManager(doer);
  await changeAccount(db, doerId(doer), personId, verb, change);
}

/** The same for whom the policy lets do it otherwise: oneself. @param by who stands in the audit; null for the system */
export async function changeAccount(
  db: Database,
  by: string | null,
  personId: string,
  verb: string,
  change: Change,
): Promise<void> {
  if (!isUuid(personId)) throw new AccordError('not-found');
  await db.transaction(async (tx) => {
    // The administrators are locked too: two who demote each other at the same moment must not both succeed. Rows that refer to
    // them can be written meanwhile ("no key"), so that no typing, signing or sharing of theirs waits, or is waited for in a circle.
    const locked = await tx
      .select()
      .from(people)
      .where(or(eq(people.id, personId), eq(people.isAdministrator, true)))
      .orderBy(people.id)
      .for('no key update');
    const person = locked.find((row) => row.id === personId);
    if (!person || person.erasedAt) throw new AccordError('not-found');
    const changes = await change(person, tx);
    if (changes === null || isSo(person, changes)) return;
    const others = locked.filter((row) => row.id !== personId);
    if (canAdminister(person) && !canAdminister({ ...person, ...changes }) && !others.some(canAdminister)) throw new AccordError('last-administrator');
    if (Object.keys(changes).length > 0) await tx.update(people).set(changes).where(eq(people.id, personId));
    const told = Object.fromEntries(Object.entries(changes).filter(([key]) => !personal.has(key)));
    await audit(tx, { person: by, verb, subject: { person: personId, ...told } });
    await notify(tx, { about: 'person', person: personId });
  });
}

/** True of a change that changes nothing; one that sets nothing at all has done something else. */
function isSo(person: PersonRow, changes: PersonChange): boolean {
  const keys = Object.keys(changes) as (keyof PersonChange)[];
  return keys.length > 0 && keys.every((key) => person[key] === changes[key]);
}
