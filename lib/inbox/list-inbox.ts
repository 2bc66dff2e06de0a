import { and, desc, eq, sql } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { isUuid } from '@/lib/db/rights';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { scenarios } from '@/lib/db/schema/scenarios';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { countUnread } from './count-unread';
import type { Inbox } from './inbox-entry';
import { ownEntries } from './own-entries';

const pageLength = 50;

/**
 * One's own inbox, the newest entries first.
 * @param before id of an entry: only older ones
 * @throws AccordError bad-request for an id that cannot be one
 */
export async function listInbox(db: Queryable, actor: Actor, before?: string): Promise<Inbox> {
  if (before !== undefined && !isUuid(before)) throw new AccordError('bad-request');
  const place = before && sql`(${inboxEntries.at}, ${inboxEntries.id}) < (select e.at, e.id from inbox_entries e where e.id = ${before} and e.person_id = ${actor.id})`;
  const rows = await db
    .select({ entry: inboxEntries, summary: scenarios.summary })
    .from(inboxEntries)
    .leftJoin(scenarios, eq(scenarios.id, inboxEntries.scenarioId))
    .where(and(ownEntries(db, actor.id), place || undefined))
    .orderBy(desc(inboxEntries.at), desc(inboxEntries.id))
    .limit(pageLength + 1);
  const named = await peopleNamed(db, rows.flatMap(({ entry }) => entry.byId ?? []));
  return {
    entries: rows.slice(0, pageLength).map(({ entry, summary }) => ({
      id: entry.id,
      kind: entry.kind,
      by: (entry.byId && named.get(entry.byId)) || null,
      scenario: entry.scenarioId && summary ? { id: entry.scenarioId, title: summary.title } : null,
      subject: entry.subject,
      at: entry.at.toISOString(),
      read: entry.readAt !== null,
    })),
    unread: await countUnread(db, actor),
    more: rows.length > pageLength,
  };
}
