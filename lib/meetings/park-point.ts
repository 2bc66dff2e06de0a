import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { agendaPoints } from '@/lib/db/schema/meetings';
import type { Actor } from '@/lib/policies/can';
import { touchMeeting } from './open-meeting';
import { openPoint } from './open-point';

/**
 * Sets a point aside for another meeting, or takes it up again. For those who take minutes on it.
 * @throws not-found, forbidden, meeting-over
 */
export async function parkPoint(db: Database, actor: Actor, { meeting, point: id, parked }: { readonly meeting: string; readonly point: string; readonly parked: boolean }): Promise<void> {
  await db.transaction(async (tx) => {
    const { opened, point, concerned } = await openPoint(tx, actor, { meeting, point: id }, 'meeting.record');
    if ((point.parkedAt !== null) === parked) return;
    await tx
      .update(agendaPoints)
      .set({ parkedAt: parked ? sql`now()` : null })
      .where(eq(agendaPoints.id, id));
    for (const scenario of concerned) await audit(tx, { person: actor.id, verb: parked ? 'meeting.park-point' : 'meeting.take-up-point', scenario, subject: { meeting, point: id } });
    await touchMeeting(tx, opened);
  });
}
