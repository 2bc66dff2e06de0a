import { and, asc, desc, eq, inArray, not, sql } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { meetings, meetingScenarios } from '@/lib/db/schema/meetings';
import { scenarioRights, scenarios } from '@/lib/db/schema/scenarios';
import { courseOf, longestRun } from '@/lib/domain/meetings';
import type { Actor } from '@/lib/policies/can';
import { databaseNow } from './database-clock';
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

/** How many past meetings are shown at first, and how many more each time. */
export const pastPage = 25;

/** How many pages an address asks for; 1 if it says nothing that makes sense. */
export const pagesOf = (text: unknown): number => (typeof text === 'string' && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1);

export interface MeetingList {
  /** All that run or are planned, the next one first. */
  readonly ahead: readonly ListedMeeting[];
  /** Those that have ended, were cancelled or never begun, the latest first. */
  readonly past: readonly ListedMeeting[];
  /** There are earlier ones than these. */
  readonly more: boolean;
}

/**
 * The meetings on scenarios in which the reader holds a right.
 * @param scenario only those that deal with this one
 * @param pages how many pages of past ones
 */
export async function listMeetings(db: Queryable, actor: Actor, { scenario, pages = 1 }: { readonly scenario?: string; readonly pages?: number } = {}): Promise<MeetingList> {
  if (scenario !== undefined && !isUuid(scenario)) return { ahead: [], past: [], more: false };
  const mine = db
    .select({ id: meetingScenarios.meetingId })
    .from(meetingScenarios)
    .innerJoin(scenarioRights, and(eq(scenarioRights.scenarioId, meetingScenarios.scenarioId), eq(scenarioRights.personId, actor.id)))
    .where(scenario === undefined ? undefined : eq(meetingScenarios.scenarioId, scenario));
  // one that nobody began a day after its end will hardly be held any more; it can still be begun
  const isMissed = sql<boolean>`(${meetings.cancelledAt} is null and ${meetings.endedAt} is null and ${meetings.startedAt} is null and ${meetings.startsAt} + make_interval(mins => ${meetings.minutes}) < now() - interval '1 day')`;
  // the same as `courseOf` says, so that the database knows what is past
  const isOver = sql`(${meetings.cancelledAt} is not null or ${meetings.endedAt} is not null or coalesce(${meetings.startedAt} <= now() - make_interval(hours => ${longestRun}), false) or ${isMissed})`;
  const select = () => db.select({ row: meetings, now: databaseNow, isMissed }).from(meetings).$dynamic();
  const ahead = await select().where(and(inArray(meetings.id, mine), not(isOver))).orderBy(asc(meetings.startsAt), desc(meetings.id));
  const most = pages * pastPage;
  const past = await select().where(and(inArray(meetings.id, mine), isOver)).orderBy(desc(meetings.startsAt), asc(meetings.id)).limit(most + 1);
  const shown = past.slice(0, most);
  const seen = await scenariosSeen(db, actor, [...ahead, ...shown].map(({ row }) => row.id));
  const listed = ({ row, now, isMissed: missed }: (typeof past)[number]): ListedMeeting => ({
    id: row.id,
    title: row.title,
    local: row.local,
    zone: row.zone,
    minutes: row.minutes,
    place: row.place,
    link: row.link,
    startsAt: row.startsAt.toISOString(),
    course: courseOf(row, now),
    isMissed: missed,
    scenarios: seen.get(row.id) ?? [],
  });
  return { ahead: ahead.map(listed), past: shown.map(listed), more: past.length > most };
}
