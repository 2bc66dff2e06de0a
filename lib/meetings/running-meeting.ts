import { and, desc, eq, isNull, isNotNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { rightOf } from '@/lib/db/rights';
import { meetings, meetingScenarios } from '@/lib/db/schema/meetings';
import { courseOf } from '@/lib/domain/meetings';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { databaseNow } from './database-clock';

/** What the workspace has to know of the meeting that deals with its scenario right now. */
export interface RunningMeeting {
  readonly id: string;
  readonly title: string;
  readonly presenter: NamedPerson | null;
  readonly onlyPresenterEdits: boolean;
}

/**
 * The meeting that deals with a scenario at this moment; null if none does.
 * @throws not-found if there is no such scenario for this person
 */
export async function runningMeeting(db: Queryable, actor: Actor, scenario: string): Promise<RunningMeeting | null> {
  requireCan(actor, 'scenario.read', { right: await rightOf(db, actor.id, scenario) });
  const rows = await db
    .select({ meeting: meetings, now: databaseNow })
    .from(meetings)
    .innerJoin(meetingScenarios, eq(meetingScenarios.meetingId, meetings.id))
    .where(and(eq(meetingScenarios.scenarioId, scenario), isNotNull(meetings.startedAt), isNull(meetings.endedAt), isNull(meetings.cancelledAt)))
    .orderBy(desc(meetings.startedAt));
  const running = rows.find(({ meeting, now }) => courseOf(meeting, now) === 'running')?.meeting;
  if (!running) return null;
  const { id, title, presenterId, onlyPresenterEdits } = running;
  const presenter = presenterId ? (await peopleNamed(db, [presenterId])).get(presenterId)! : null;
  return { id, title, presenter, onlyPresenterEdits };
}
