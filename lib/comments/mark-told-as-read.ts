import { and, eq, exists, inArray, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { comments, threadReads } from '@/lib/db/schema/comments';
import { inboxEntries } from '@/lib/db/schema/inbox';

/**
 * Marks as read what a person's inbox tells of comments that they have read where they stand.
 * @param which threads
 */
export async function markToldAsRead(tx: Transaction, person: string, which: readonly string[]): Promise<void> {
  if (which.length === 0) return;
  const isRead = tx
    .select({ one: sql`1` })
    .from(comments)
    .innerJoin(threadReads, and(eq(threadReads.threadId, comments.threadId), eq(threadReads.personId, person)))
    .where(and(inArray(comments.threadId, [...which]), eq(sql`${comments.id}::text`, subject('comment')), lte(comments.createdAt, threadReads.readUpTo)));
  const changed = await tx
    .update(inboxEntries)
    .set({ readAt: sql`now()` })
    .where(and(eq(inboxEntries.personId, person), isNull(inboxEntries.readAt), inArray(inboxEntries.kind, ['mentioned', 'replied']), inArray(subject('thread'), [...which]), exists(isRead)))
    .returning({ id: inboxEntries.id });
  if (changed.length > 0) await notify(tx, { about: 'inbox', person });
}

const subject = (key: 'thread' | 'comment'): SQL<string> => sql`${inboxEntries.subject} ->> ${sql.raw(`'${key}'`)}`;
