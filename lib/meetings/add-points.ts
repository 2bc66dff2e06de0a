import { and, count, eq, max } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { lockRequests } from '@/lib/db/lock-requests';
import { agendaPoints } from '@/lib/db/schema/meetings';
import { projectScenario } from '@/lib/document/project-scenario';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import { itemLabels } from '@/lib/domain/item-labels';
import { longestMeetingLine, mostPoints } from '@/lib/domain/meetings';
import { statedLine } from '@/lib/domain/stated-text';
import { readDocument } from '@/lib/log/read-document';
import { can, type Actor } from '@/lib/policies/can';
import { requireMeeting } from '@/lib/policies/require-meeting';
import { openMeeting, touchMeeting } from './open-meeting';

export interface NewPoints {
  readonly meeting: string;
  /** Null: the point concerns the meeting as a whole. */
  readonly scenario: string | null;
  /** `itemName`s; empty: the point is `title`. */
  readonly items: readonly string[];
  readonly title: string;
  readonly requestId: string;
}

/**
 * Puts items of a scenario, or a point in words, at the end of the agenda. Items that stand there already are left where they
 * are. For those who take minutes on the scenario.
 * @throws not-found (meeting, scenario, item), forbidden, meeting-over, empty-text, too-large, over-bound, bad-request
 */
export async function addPoints(db: Database, actor: Actor, input: NewPoints): Promise<void> {
  const { meeting, scenario, items, requestId } = input;
  await db.transaction(async (tx) => {
    const opened = await openMeeting(tx, actor, meeting, 'meeting.read', 'leads');
    const rights = opened.scenarios.filter(({ id }) => scenario === null || id === scenario).map(({ right }) => right);
    if (!can(actor, 'meeting.read', { rights })) throw new AccordError('not-found');
    requireMeeting(actor, 'meeting.record', { rights });
    if (items.length > 0 && scenario === null) throw new AccordError('bad-request');
    if (items.length > mostPoints) throw new AccordError('over-bound');
    const title = items.length ? '' : statedLine(input.title, longestMeetingLine);
    await lockRequests(tx, actor.id, requestId);
    const earlier = await tx
      .select()
      .from(agendaPoints)
      .where(and(eq(agendaPoints.createdBy, actor.id), eq(agendaPoints.requestId, requestId)));
    const isSame = (point: typeof agendaPoints.$inferSelect): boolean =>
      point.meetingId === meeting && point.scenarioId === scenario && (point.item === null ? items.length === 0 && point.title === title : items.includes(point.item));
    if (!earlier.every(isSame)) throw requestUsed();
    if (earlier.length) return;
    const there = await tx.select({ item: agendaPoints.item, scenario: agendaPoints.scenarioId }).from(agendaPoints).where(eq(agendaPoints.meetingId, meeting));

    const content = items.length && scenario !== null ? projectScenario((await readDocument(tx, scenario)).doc) : null;
    const fresh = [...new Set(items)].filter((item) => !there.some((point) => point.scenario === scenario && point.item === item));
    const wanted = content
      ? fresh.map((item) => {
          const labels = itemLabels(content, item);
          if (!labels) throw new AccordError('not-found');
          return { item, title: '', labels };
        })
      : [{ item: null, title, labels: [] }];
    if (wanted.length === 0) return;
    const [held] = await tx
      .select({ count: count(), last: max(agendaPoints.position) })
      .from(agendaPoints)
      .where(and(eq(agendaPoints.meetingId, meeting)));
    if (held!.count + wanted.length > mostPoints) throw new AccordError('over-bound');
    await tx.insert(agendaPoints).values(wanted.map((point, index) => ({ ...point, meetingId: meeting, scenarioId: scenario, position: (held!.last ?? -1) + 1 + index, createdBy: actor.id, requestId })));
    for (const { id } of opened.scenarios.filter(({ id: each }) => scenario === null || each === scenario)) await audit(tx, { person: actor.id, verb: 'meeting.add-points', scenario: id, subject: { meeting, items: fresh } });
    await touchMeeting(tx, opened);
  });
}
