import { and, eq, inArray, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { agendaPoints, meetings, meetingScenarios } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { checkPlan } from './check-plan';
import { invite } from './invite';
import type { MeetingPlan } from './meeting';
import { openMeeting, touchMeeting } from './open-meeting';
import { requireScenarios } from './plan-meeting';
import { requireNoOtherMeeting } from './require-no-other-meeting';

export interface ChangedMeeting extends MeetingPlan {
  readonly meeting: string;
  readonly scenarios: readonly string[];
  /** The plan that the change was made of. */
  readonly planVersion: number;
}

/**
 * Changes the plan of a meeting. Who takes part hears of another time, and of being asked to it at all.
 * @throws not-found, forbidden, bad-request, empty-text, too-large, no-such-time, meeting-over; meeting-changed if somebody
 *   else has changed the plan since; scenario-has-points if a scenario that leaves the plan has points on the agenda;
 *   another-meeting-runs if the meeting runs and another one deals with one of the scenarios
 */
export async function changeMeeting(db: Database, actor: Actor, input: ChangedMeeting): Promise<void> {
  await db.transaction(async (tx) => {
    const opened = await openMeeting(tx, actor, input.meeting, 'meeting.lead');
    const { row } = opened;
    await requireScenarios(tx, actor, input.scenarios);
    const plan = checkPlan(input);
    if (row.planVersion !== input.planVersion) throw new AccordError('meeting-changed');
    const before = opened.scenarios.map(({ id }) => id);
    if (opened.course === 'running') await requireNoOtherMeeting(tx, row.id, input.scenarios);
    await replaceScenarios(tx, row.id, before, input.scenarios);
    await tx
      .update(meetings)
      .set({ ...plan, planVersion: sql`${meetings.planVersion} + 1` })
      .where(eq(meetings.id, row.id));
    const isAnotherTime = row.startsAt.getTime() !== plan.startsAt.getTime();
    await invite(tx, actor, row.id, isAnotherTime ? input.scenarios : input.scenarios.filter((id) => !before.includes(id)));
    const concerned = [...new Set([...before, ...input.scenarios])];
    for (const scenario of concerned) {
      await audit(tx, { person: actor.id, verb: 'meeting.change', scenario, subject: { meeting: row.id, local: plan.local, zone: plan.zone, scenarios: input.scenarios } });
      await notify(tx, { about: 'editing', scenario });
    }
    await touchMeeting(tx, { row, scenarios: concerned.map((id) => ({ id, right: null })) });
  });
}

async function replaceScenarios(tx: Transaction, meeting: string, before: readonly string[], after: readonly string[]): Promise<void> {
  const gone = before.filter((id) => !after.includes(id));
  if (gone.length) {
    const [point] = await tx
      .select({ id: agendaPoints.id })
      .from(agendaPoints)
      .where(and(eq(agendaPoints.meetingId, meeting), inArray(agendaPoints.scenarioId, gone)))
      .limit(1);
    if (point) throw new AccordError('scenario-has-points');
    await tx.delete(meetingScenarios).where(and(eq(meetingScenarios.meetingId, meeting), inArray(meetingScenarios.scenarioId, gone)));
  }
  for (const [position, scenarioId] of after.entries()) {
    await tx
      .insert(meetingScenarios)
      .values({ meetingId: meeting, scenarioId, position })
      .onConflictDoUpdate({ target: [meetingScenarios.meetingId, meetingScenarios.scenarioId], set: { position } });
  }
}
