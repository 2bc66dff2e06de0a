import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { meetings, meetingScenarios } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import { courseOf } from '@/lib/domain/meetings';
import { databaseNow } from './database-clock';

/**
 * Lets a meeting run on scenarios with which no other one deals at this moment: each would have a presenter.
 * @throws another-meeting-runs
 */
export async function requireNoOtherMeeting(tx: Transaction, meeting: string, scenarios: readonly string[]): Promise<void> {
  // of two that begin at the same moment the later waits here, and then sees the earlier
  for (const id of [...scenarios].sort()) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`meeting ${id}`}, 0))`);
  const others = await tx
    .selectDistinct({ startedAt: meetings.startedAt, endedAt: meetings.endedAt, cancelledAt: meetings.cancelledAt, id: meetings.id, now: databaseNow })
    .from(meetings)
    .innerJoin(meetingScenarios, eq(meetingScenarios.meetingId, meetings.id))
    .where(and(inArray(meetingScenarios.scenarioId, [...scenarios]), ne(meetings.id, meeting), isNull(meetings.endedAt), isNull(meetings.cancelledAt)));
  if (others.some((other) => courseOf(other, other.now) === 'running')) throw new AccordError('another-meeting-runs');
}
