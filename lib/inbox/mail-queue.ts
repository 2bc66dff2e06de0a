import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { mails } from '@/lib/db/schema/inbox';

export interface QueuedMail {
  readonly id: string;
  readonly person: string;
  /** How often it was tried before. */
  readonly attempts: number;
  readonly createdAt: Date;
}

/** The mails that are to be tried at `now`, the oldest first. */
export async function dueMails(db: Database, now: Date, most = 100): Promise<QueuedMail[]> {
  return db
    .select({ id: mails.id, person: mails.personId, attempts: mails.attempts, createdAt: mails.createdAt })
    .from(mails)
    .where(and(eq(mails.state, 'waiting'), lte(mails.dueAt, now)))
    .orderBy(asc(mails.createdAt), asc(mails.id))
    .limit(most);
}

/**
 * Takes a mail for sending. Committed when this returns: whatever happens to this process from now on, no other sends it.
 * @returns false if it waits no longer
 */
export async function claimMail(db: Database, id: string): Promise<boolean> {
  const claimed = await db
    .update(mails)
    .set({ state: 'sending', attempts: sql`${mails.attempts} + 1`, changedAt: sql`now()` })
    .where(and(eq(mails.id, id), eq(mails.state, 'waiting')))
    .returning({ id: mails.id });
  return claimed.length === 1;
}

/** Writes down how the sending of a claimed mail ended, if it is still the claim's. */
export async function settleMail(db: Database, id: string, outcome: 'sent' | 'dropped' | { readonly again: Date }): Promise<void> {
  const row = typeof outcome === 'string' ? { state: outcome } : { state: 'waiting' as const, dueAt: outcome.again };
  await db
    .update(mails)
    .set({ ...row, changedAt: sql`now()` })
    .where(and(eq(mails.id, id), eq(mails.state, 'sending')));
}

/** Lets a mail that was not claimed wait (the server can not be reached), or gives it up. */
export async function postponeMail(db: Database, id: string, until: Date | null): Promise<void> {
  const row = until === null ? { state: 'dropped' as const } : { dueAt: until, attempts: sql`${mails.attempts} + 1` };
  await db
    .update(mails)
    .set({ ...row, changedAt: sql`now()` })
    .where(and(eq(mails.id, id), eq(mails.state, 'waiting')));
}

/**
 * Gives up the mails that a process had claimed when it died: they may have gone out, and nobody gets one twice; their
 * entries wait in the inbox. Only for who holds the lock under which mails are claimed: then no claim is alive.
 * @returns how many there were
 */
export async function giveUpOrphans(db: Database): Promise<number> {
  const orphans = await db.update(mails).set({ state: 'dropped', changedAt: sql`now()` }).where(eq(mails.state, 'sending')).returning({ id: mails.id });
  return orphans.length;
}
