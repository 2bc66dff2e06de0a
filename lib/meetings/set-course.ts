import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { meetings } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import { courseOf, longestRun } from '@/lib/domain/meetings';
import type { Actor } from '@/lib/policies/can';
import { openMeeting, touchMeeting, type OpenMeeting } from './open-meeting';
import { requireNoOtherMeeting } from './require-no-other-meeting';

/** The steps of a meeting's course. */
export const courseSteps = ['begin', 'end', 'cancel'] as const;
export type CourseStep = (typeof courseSteps)[number];

/**
 * Begins a meeting, ends it (one that was forgotten: at the last thing recorded in it; one that ended can be begun again: it goes on), or cancels one that has not begun. A step
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

/**
 * When a meeting ended that nobody ended: with the last thing that was recorded while it could run. What those who lead it add
 * to the record afterwards is no part of it.
 */
const lastRecorded = sql`greatest(${meetings.startedAt}, (
  select max(done.at) from (
    select unnest(array[entry.at, entry.edited_at, point.created_at, point.parked_at]) as at
    from agenda_points point left join meeting_entries entry on entry.point_id = point.id
    where point.meeting_id = ${meetings.id}
    union all select present.at from meeting_attendances present where present.meeting_id = ${meetings.id}
  ) done
  where done.at < ${meetings.startedAt} + make_interval(hours => ${longestRun})
))`;

/** What a step writes; null: it was taken already. */
async function changeBy(tx: Transaction, opened: OpenMeeting, step: CourseStep) {
  const { row, course, now } = opened;
  switch (step) {
    case 'begin':
      if (course === 'running') return null;
      await requireNoOtherMeeting(tx, row.id, opened.scenarios.map(({ id }) => id));
      // going on after the end: the first beginning stays the meeting's, unless it lies so far back that it counts as ended
      return { startedAt: row.startedAt && courseOf({ ...row, endedAt: null }, now) === 'running' ? row.startedAt : sql`now()`, endedAt: null };
    case 'end':
      if (course === 'planned') throw new AccordError('meeting-not-running');
      return row.endedAt ? null : { endedAt: course === 'running' ? sql`now()` : lastRecorded, onlyPresenterEdits: false };
    case 'cancel':
      if (course === 'cancelled') return null;
      if (course !== 'planned') throw new AccordError('bad-request');
      return { cancelledAt: sql`now()`, planVersion: sql`${meetings.planVersion} + 1` };
  }
}
