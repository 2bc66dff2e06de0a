import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { agendaPoints } from '@/lib/db/schema/meetings';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { requireMeeting, type MeetingAction } from '@/lib/policies/require-meeting';
import { openMeeting, type OpenMeeting } from './open-meeting';

/** A point of the agenda in somebody's hands. */
export interface OpenPoint {
  readonly opened: OpenMeeting;
  readonly point: typeof agendaPoints.$inferSelect;
  /** The scenarios that an act on the point concerns: its own, or all of the meeting's. */
  readonly concerned: readonly string[];
}

/**
 * Takes a point into hand for a verb, with its meeting. Leading is asked for the whole meeting; minutes are the matter of those
 * who may take them on the point's scenario. Points of scenarios that the actor may not see do not exist.
 * @throws not-found, forbidden, meeting-over
 */
export async function openPoint(tx: Transaction, actor: Actor, { meeting, point: id }: { readonly meeting: string; readonly point: string }, action: MeetingAction): Promise<OpenPoint> {
  const opened = await openMeeting(tx, actor, meeting, 'meeting.read', 'leads');
  const [point] = isUuid(id)
    ? await tx
        .select()
        .from(agendaPoints)
        .where(and(eq(agendaPoints.id, id), eq(agendaPoints.meetingId, meeting)))
    : [];
  if (!point) throw new AccordError('not-found');
  const own = opened.scenarios.filter((scenario) => point.scenarioId === null || scenario.id === point.scenarioId);
  const rights = own.map(({ right }) => right);
  if (!can(actor, 'meeting.read', { rights })) throw new AccordError('not-found');
  requireMeeting(actor, action, { rights: action === 'meeting.lead' ? opened.scenarios.map(({ right }) => right) : rights });
  return { opened, point, concerned: own.map((scenario) => scenario.id) };
}
