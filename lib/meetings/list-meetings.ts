import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { meetings, meetingScenarios } from '@/lib/db/schema/meetings';
import { scenarioRights, scenarios } from '@/lib/db/schema/scenarios';
import { courseOf } from '@/lib/domain/meetings';
import type { Actor } from '@/lib/policies/can';
import type { ListedMeeting, MeetingScenario } from './meeting';

/** The scenarios of meetings that a person may see, by meeting. */
export async function scenariosSeen(db: Queryable, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, readonly MeetingScenario[]>> {
  const seen = new Map<string, MeetingScenario[]>();
  if (ids.length === 0) return seen;
  const rows = await db
    .select({ meeting: meetingScenarios.meetingId, id: scenarios.id, summary: scenarios.summary, right: scenarioRights.right })
    .from(meetingScenarios)
    .innerJoin(scenarios, eq(scenarios.id, meetingScenarios.scenarioId))
    .innerJoin(scenarioRights, and(eq(scenarioRights.scenarioId, scenarios.id), eq(scenarioRights.personId, actor.id)))
    .where(inArray(meetingScenarios.meetingId, [...ids]))
    .orderBy(asc(meetingScenarios.position));
  for (const { meeting, id, summary, right } of rows) seen.set(meeting, [...(seen.get(meeting) ?? []), { id, title: summary.title, right }]);
  return seen;
}

/**
 * The meetings on scenarios in which the reader holds a right, the latest first.
 * @param scenario only those that deal with this one
 */
export async function listMeetings(db: Queryable, actor: Actor, scenario?: string): Promise<ListedMeeting[]> {
  if (scenario !== undefined && !isUuid(scenario)) return [];
  const mine = db
    .select({ id: meetingScenarios.meetingId })
    .from(meetingScenarios)
    .innerJoin(scenarioRights, and(eq(scenarioRights.scenarioId, meetingScenarios.scenarioId), eq(scenarioRights.personId, actor.id)))
    .where(scenario === undefined ? undefined : eq(meetingScenarios.scenarioId, scenario));
  const rows = await db.select().from(meetings).where(inArray(meetings.id, mine)).orderBy(desc(meetings.startsAt), asc(meetings.id));
  const seen = await scenariosSeen(
    db,
    actor,
    rows.map(({ id }) => id),
  );
  const now = new Date();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    local: row.local,
    zone: row.zone,
    minutes: row.minutes,
    place: row.place,
    link: row.link,
    startsAt: row.startsAt.toISOString(),
    course: courseOf(row, now),
    scenarios: seen.get(row.id) ?? [],
  }));
}
