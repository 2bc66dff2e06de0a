import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { agendaPoints, meetingEntries } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { touchMeeting } from './open-meeting';
import { openPoint } from './open-point';

/**
 * Takes a point off the agenda, as long as nothing was written down at it. For those who lead the meeting.
 * @throws not-found, forbidden, meeting-over, point-has-entries
 */
export async function removePoint(db: Database, actor: Actor, { meeting, point: id }: { readonly meeting: string; readonly point: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const { opened, point, concerned } = await openPoint(tx, actor, { meeting, point: id }, 'meeting.lead');
    const [entry] = await tx.select({ id: meetingEntries.id }).from(meetingEntries).where(eq(meetingEntries.pointId, id)).limit(1);
    if (entry) throw new AccordError('point-has-entries');
    await tx.delete(agendaPoints).where(eq(agendaPoints.id, id));
    for (const scenario of concerned) await audit(tx, { person: actor.id, verb: 'meeting.remove-point', scenario, subject: { meeting, item: point.item, title: point.title } });
    await touchMeeting(tx, opened);
  });
}
