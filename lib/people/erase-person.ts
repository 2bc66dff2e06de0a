import { eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '@/lib/db/client';
import { requireReplaceable } from '@/lib/db/facilitators';
import { notify, notifyAll } from '@/lib/db/notifications';
import { comments, threads } from '@/lib/db/schema/comments';
import { people } from '@/lib/db/schema/people';
import { AccordError } from '@/lib/domain/errors';
import { formerParticipant } from '@/lib/domain/named-person';
import { changeAccount, changePerson, type PersonChange, type PersonRow } from './change-person';
import type { Actor } from '@/lib/policies/can';
import type { Doer } from './doer';
import { verifyPassword } from './hash-password';
import { namingColumns } from './rows-of-person';
import { beginConfirmation, forgetFailures } from './throttle';

/**
 * Erases somebody's account for good: sign-in, address, profile, inbox, rights and sessions go. What they wrote and decided
 * stays for the others, by a neutral name and their delegation; what they signed keeps the name in the table of signers
 * (design.md, "Agreement").
 * @throws AccordError `forbidden` (also for demo people), `not-found`, `last-administrator`, `last-facilitator`
 */
export async function erasePerson(db: Database, doer: Doer, personId: string): Promise<void> {
  await changePerson(db, doer, personId, 'person.erase', erase);
}

/**
 * Erases one's own account, after the password; guessing it is throttled per person, as any confirmation is.
 * @throws AccordError `wrong-credentials`, `too-many-attempts`, and what `erasePerson` throws
 */
export async function eraseOwnAccount(db: Database, actor: Actor, input: { readonly password: string }): Promise<void> {
  const [person] = await db.select().from(people).where(eq(people.id, actor.id));
  if (!person || person.erasedAt) throw new AccordError('not-found');
  if (person.isDemo) throw new AccordError('forbidden');
  await beginConfirmation(db, person.email);
  if (!(await verifyPassword(input.password.slice(0, 1000), person.passwordHash))) throw new AccordError('wrong-credentials');
  await changeAccount(db, actor.id, actor.id, 'person.erase', erase);
}

/** All but the row itself, which signed records, the log and the others' pages refer to. */
async function erase(person: PersonRow, tx: Transaction): Promise<PersonChange> {
  if (person.isDemo) throw new AccordError('forbidden');
  const held = await requireReplaceable(tx, person.id);
  const spoken = await tx
    .selectDistinct({ thread: threads.id, scenario: threads.scenarioId, internalTo: threads.internalTo })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(eq(comments.authorId, person.id));
  for (const { table, column, onLeave } of await namingColumns(tx)) {
    const [rows, name] = [sql.identifier(table), sql.identifier(column)];
    if (onLeave === 'go') await tx.execute(sql`delete from ${rows} where ${name} = ${person.id}`);
    if (onLeave === 'forget') await tx.execute(sql`update ${rows} set ${name} = null where ${name} = ${person.id}`);
  }
  await forgetFailures(tx, person.email);
  // the others' open pages read again what shows the name
  for (const { scenario, thread, internalTo } of spoken) await notify(tx, { about: 'threads', scenario, thread, ...(internalTo && { delegation: internalTo }) });
  await notifyAll(tx, held.map((scenario) => ({ about: 'snapshots', scenario })));
  return {
    name: formerParticipant,
    email: `${person.id}@erased.invalid`,
    passwordHash: null,
    isHead: false,
    isSpeaker: false,
    isAdministrator: false,
    mayCreateScenarios: false,
    locale: null,
    mailFrequency: 'never',
    disabledAt: person.disabledAt ?? new Date(),
    erasedAt: new Date(),
    sessionVersion: person.sessionVersion + 1,
  };
}
