import { and, eq, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { isUuid } from '@/lib/db/rights';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';

/** These entries; or all up to a moment, so that what has come since is not taken for read unseen. */
export type MarkedEntries = { readonly ids: readonly string[] } | { readonly until: string };

/**
 * Marks entries of one's own inbox as read, or as unread again; ids of others' entries do nothing. Nobody else's business:
 * no audit, and the announcement goes to oneself alone.
 * @returns the ids of the entries that have changed
 * @throws AccordError bad-request for ids or a moment that cannot be ones
 */
export async function markRead(db: Database, actor: Actor, input: MarkedEntries & { readonly read: boolean }): Promise<string[]> {
  const which = conditionOf(input);
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(inboxEntries)
      .set({ readAt: input.read ? sql`now()` : null })
      .where(and(eq(inboxEntries.personId, actor.id), input.read ? isNull(inboxEntries.readAt) : isNotNull(inboxEntries.readAt), which))
      .returning({ id: inboxEntries.id });
    if (changed.length > 0) await notify(tx, { about: 'inbox', person: actor.id });
    return changed.map(({ id }) => id);
  });
}

function conditionOf(input: MarkedEntries): SQL {
  if ('ids' in input) {
    if (!input.ids.every(isUuid)) throw new AccordError('bad-request');
    return inArray(inboxEntries.id, [...input.ids]);
  }
  const until = new Date(input.until);
  if (Number.isNaN(until.getTime())) throw new AccordError('bad-request');
  // a JavaScript date holds milliseconds only, the row microseconds
  return lte(sql`date_trunc('milliseconds', ${inboxEntries.at})`, until.toISOString());
}
