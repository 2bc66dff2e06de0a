import { and, eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { meetingAttendances } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { openMeeting, touchMeeting } from './open-meeting';

/**
 * Takes back that somebody was there: oneself, whom one recorded, or, for those who lead the meeting, anybody.
 * @throws not-found, forbidden, meeting-over
 */
export async function removeAttendance(db: Database, actor: Actor, { meeting, attendance }: { readonly meeting: string; readonly attendance: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const opened = await openMeeting(tx, actor, meeting, 'meeting.read', 'leads');
    const [row] = isUuid(attendance)
      ? await tx
          .select()
          .from(meetingAttendances)
          .where(and(eq(meetingAttendances.id, attendance), eq(meetingAttendances.meetingId, meeting)))
      : [];
    if (!row) throw new AccordError('not-found');
    const isOwn = row.personId === actor.id || row.recordedBy === actor.id;
    if (!isOwn && !can(actor, 'meeting.lead', { rights: opened.scenarios.map(({ right }) => right) })) throw new AccordError('forbidden');
    await tx.delete(meetingAttendances).where(eq(meetingAttendances.id, attendance));
    for (const { id: scenario } of opened.scenarios) await audit(tx, { person: actor.id, verb: 'meeting.remove-attendance', scenario, subject: { meeting, present: row.personId } });
    await touchMeeting(tx, opened);
  });
}
