import { and, count, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { inboxEntries } from '@/lib/db/schema/inbox';
import type { Actor } from '@/lib/policies/can';
import { ownEntries } from './own-entries';

/** How many entries of one's own inbox have not been read. */
export async function countUnread(db: Queryable, actor: Actor): Promise<number> {
  const [row] = await db
    .select({ unread: count() })
    .from(inboxEntries)
    .where(and(ownEntries(db, actor.id), isNull(inboxEntries.readAt)));
  return row?.unread ?? 0;
}
