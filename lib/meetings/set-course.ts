import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { meetings, meetingScenarios } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import { courseOf } from '@/lib/domain/meetings';
import type { Actor } from '@/lib/policies/can';
import { openMeeting, touchMeeting, type OpenMeeting } from './open-meeting';

/** The steps of a meeting's course. */
export const courseSteps = ['begin', 'end', 'cancel'] as const;
export type CourseStep = (typeof courseSteps)[number];

/**
 * Begins a meeting, ends it (a meeting that ended can be begun again: it goes on), or cancels one that has not begun. A step
 * that was taken already changes nothing. For those who lead it.
 * @throws not-found, forbidden, meeting-over (cancelled), another-meeting-runs, bad-request (a running or past one cancelled)
 */
export async function setCourse(db: Database, actor: Actor, { meeting, step }: { readonly meeting: string; readonly step: CourseStep }): Promise<void> {
  await db.transaction(async (tx) => {
    const opened = await openMeeting(tx, actor, meeting, 'meeting.lead', step === 'cancel' ? 'all' : 'leads');
    const change = await changeBy(tx, opened, step);
    if (!change) return;
    await tx.update(meetings).set(change).where(eq(meetings.id, meeting));
    for (const { id: scenario } of opened.scenarios) {
      await audit(tx, { person: actor.id, verb: `meeting.${step}`, scenario, subject: { meeting } });
      await notify(tx, { about: 'editing', scenario });
    }
    await touchMeeting(tx, opened);
  });
}

/** What a step writes; null: it was taken already. */
async function changeBy(tx: Transaction, opened: OpenMeeting, step: CourseStep) {
  const { row, course } = opened;
  const now = new Date();
  switch (step) {
    case 'begin':
      if (course === 'running') return null;
      await requireNoOther(tx, opened, now);
      // going on after the end: the first beginning stays the meeting's, unless it lies so far back that it counts as ended
      return { startedAt: row.startedAt && courseOf({ ...row, endedAt: null }, now) === 'running' ? row.startedAt : now, endedAt: null };
    case 'end':
      if (course === 'planned') throw new AccordError('meeting-not-running');
      return row.endedAt ? null : { endedAt: now, onlyPresenterEdits: false };
    case 'cancel':
      if (course === 'cancelled') return null;
      if (course !== 'planned') throw new AccordError('bad-request');
      return { cancelledAt: now, planVersion: sql`${meetings.planVersion} + 1` };
  }
}

/** Two meetings on one scenario at the same time would each have a presenter. @throws another-meeting-runs */
async function requireNoOther(tx: Transaction, { row, scenarios }: OpenMeeting, now: Date): Promise<void> {
  const ids = scenarios.map(({ id }) => id).sort();
  // of two that begin at the same moment the later waits here, and then sees the earlier
  for (const id of ids) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`meeting ${id}`}, 0))`);
  const others = await tx
    .selectDistinct({ startedAt: meetings.startedAt, endedAt: meetings.endedAt, cancelledAt: meetings.cancelledAt, id: meetings.id })
    .from(meetings)
    .innerJoin(meetingScenarios, eq(meetingScenarios.meetingId, meetings.id))
    .where(and(inArray(meetingScenarios.scenarioId, ids), ne(meetings.id, row.id), isNull(meetings.endedAt), isNull(meetings.cancelledAt)));
  if (others.some((other) => courseOf(other, now) === 'running')) throw new AccordError('another-meeting-runs');
}
