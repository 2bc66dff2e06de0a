import { and, asc, eq, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/lib/db/client';
import { notifyAll } from '@/lib/db/notifications';
import { isUuid } from '@/lib/db/rights';
import { meetings, meetingScenarios } from '@/lib/db/schema/meetings';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import type { Right } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import { courseOf, type MeetingCourse } from '@/lib/domain/meetings';
import { can, type Actor } from '@/lib/policies/can';
import { requireMeeting, type MeetingAction } from '@/lib/policies/require-meeting';
import { databaseNow } from './database-clock';

export type MeetingRow = typeof meetings.$inferSelect;

/** A meeting in somebody's hands. */
export interface OpenMeeting {
  readonly row: MeetingRow;
  readonly course: MeetingCourse;
  /** The moment at which that is its course. */
  readonly now: Date;
  /** The scenarios in their order, with what the actor holds in each. */
  readonly scenarios: readonly { readonly id: string; readonly right: Right | null }[];
}

/** What a person holds in the scenarios of a meeting. */
export async function scenariosOf(db: Queryable, actor: Actor, meeting: string): Promise<OpenMeeting['scenarios']> {
  return db
    .select({ id: meetingScenarios.scenarioId, right: scenarioRights.right })
    .from(meetingScenarios)
    .leftJoin(scenarioRights, and(eq(scenarioRights.scenarioId, meetingScenarios.scenarioId), eq(scenarioRights.personId, actor.id)))
    .where(eq(meetingScenarios.meetingId, meeting))
    .orderBy(asc(meetingScenarios.position));
}

/**
 * Takes a meeting into hand for a verb: nobody else changes it until the transaction ends.
 * @param whenOver whether the verb makes sense in a meeting that has ended: never, for those who lead it (they complete
 *   the record), or for all
 * @throws not-found, forbidden, meeting-over
 */
export async function openMeeting(tx: Transaction, actor: Actor, id: string, action: MeetingAction, whenOver: 'never' | 'leads' | 'all' = 'never'): Promise<OpenMeeting> {
  if (!isUuid(id)) throw new AccordError('not-found');
  const [found] = await tx.select({ row: meetings, now: databaseNow }).from(meetings).where(eq(meetings.id, id)).for('update');
  if (!found) throw new AccordError('not-found');
  const { row, now } = found;
  const scenarios = await scenariosOf(tx, actor, id);
  const subject = { rights: scenarios.map(({ right }) => right) };
  requireMeeting(actor, action, subject);
  const course = courseOf(row, now);
  if (course === 'cancelled' && whenOver !== 'all') throw new AccordError('meeting-over');
  if (course === 'ended' && whenOver !== 'all') {
    if (whenOver === 'never') throw new AccordError('meeting-over');
    if (!can(actor, 'meeting.lead', subject)) throw new AccordError('meeting-over');
  }
  return { row, course, now, scenarios };
}

/** Says that something has happened to the meeting, inside the transaction in which it does. @returns its new revision */
export async function touchMeeting(tx: Transaction, { row, scenarios }: Pick<OpenMeeting, 'row' | 'scenarios'>): Promise<number> {
  const [touched] = await tx
    .update(meetings)
    .set({ revision: sql`${meetings.revision} + 1` })
    .where(eq(meetings.id, row.id))
    .returning({ revision: meetings.revision });
  await notifyAll(tx, scenarios.map(({ id }) => ({ about: 'meetings', scenario: id })));
  return touched!.revision;
}
