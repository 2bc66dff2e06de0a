import { and, eq, exists, isNotNull, isNull, notExists, or, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { threads } from '@/lib/db/schema/comments';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';

/**
 * The condition of every reading of an inbox: the person's own entries, without those of scenarios that they may no longer
 * read, and of threads that a delegation keeps to itself which they have left. Who gets the right back finds them again.
 */
export function ownEntries(db: Queryable, person: string): SQL | undefined {
  const right = db
    .select({ person: scenarioRights.personId })
    .from(scenarioRights)
    .where(and(eq(scenarioRights.scenarioId, inboxEntries.scenarioId), eq(scenarioRights.personId, person)));
  const ofAnotherDelegation = db
    .select({ thread: threads.id })
    .from(threads)
    .innerJoin(people, eq(people.id, person))
    .where(and(sql`${threads.id} = (${inboxEntries.subject} ->> 'thread')::uuid`, isNotNull(threads.internalTo), sql`${threads.internalTo} is distinct from ${people.delegationId}`));
  return and(eq(inboxEntries.personId, person), or(isNull(inboxEntries.scenarioId), exists(right)), notExists(ofAnotherDelegation));
}
