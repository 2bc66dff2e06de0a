import { asc, eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { agendaPoints } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { touchMeeting } from './open-meeting';
import { openPoint } from './open-point';

/**
 * Puts a point before another one; null: at the end. For those who lead the meeting.
 * @throws not-found, forbidden, meeting-over
 */
export async function movePoint(db: Database, actor: Actor, { meeting, point, before }: { readonly meeting: string; readonly point: string; readonly before: string | null }): Promise<void> {
  await db.transaction(async (tx) => {
    const { opened, concerned } = await openPoint(tx, actor, { meeting, point }, 'meeting.lead');
    const order = (await tx.select({ id: agendaPoints.id }).from(agendaPoints).where(eq(agendaPoints.meetingId, meeting)).orderBy(asc(agendaPoints.position), asc(agendaPoints.createdAt))).map(({ id }) => id);
    if (before === point) return;
    const rest = order.filter((id) => id !== point);
    const at = before === null ? rest.length : rest.indexOf(before);
    if (at < 0) throw new AccordError('not-found');
    const next = [...rest.slice(0, at), point, ...rest.slice(at)];
    await tx.execute(sql`
      update agenda_points set position = placed.nth - 1
      from jsonb_array_elements_text(${JSON.stringify(next)}::jsonb) with ordinality as placed(id, nth)
      where agenda_points.id = placed.id::uuid and agenda_points.position <> placed.nth - 1`);
    for (const scenario of concerned) await audit(tx, { person: actor.id, verb: 'meeting.move-point', scenario, subject: { meeting, point } });
    await touchMeeting(tx, opened);
  });
}
