import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { once } from '@/lib/db/once';
import { isUuid } from '@/lib/db/rights';
import { meetingAttendances } from '@/lib/db/schema/meetings';
import { delegations, people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import { longestMeetingLine, mostAttendances } from '@/lib/domain/meetings';
import { optionalLine, statedLine } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { openMeeting, touchMeeting, type OpenMeeting } from './open-meeting';

export interface NewAttendance {
  readonly meeting: string;
  /** Somebody who takes part; null: somebody by name. */
  readonly person: string | null;
  /** Of somebody without an account. */
  readonly name: string;
  /** Of somebody without an account: id of the delegation; null: an observer. */
  readonly delegation: string | null;
  readonly room: string;
  readonly requestId: string;
}

/**
 * Records that somebody is there: oneself (whoever may see the meeting), or, by those who take minutes, others, also those who
 * have no account or share one screen in a room. A person who is recorded already gets the room that is said now.
 * @throws not-found (also somebody who takes part in none of the scenarios), forbidden, meeting-over, empty-text, too-large, bad-request
 */
export async function recordAttendance(db: Database, actor: Actor, input: NewAttendance): Promise<void> {
  const attempt = (): Promise<void> =>
    db.transaction(async (tx) => {
      const opened = await openMeeting(tx, actor, input.meeting, input.person === actor.id ? 'meeting.read' : 'meeting.record', 'leads');
      const room = optionalLine(input.room, longestMeetingLine);
      const who = input.person === null ? await guest(tx, input) : await participant(tx, opened, input.person);
      const [earlier] = await tx
        .select({ meeting: meetingAttendances.meetingId, person: meetingAttendances.personId, name: meetingAttendances.name })
        .from(meetingAttendances)
        .where(and(eq(meetingAttendances.recordedBy, actor.id), eq(meetingAttendances.requestId, input.requestId)));
      if (earlier && (earlier.meeting !== opened.row.id || earlier.person !== who.personId || earlier.name !== who.name)) throw requestUsed();
      if (earlier) return;
      if (who.personId !== null) {
        const [recorded] = await tx
          .select({ room: meetingAttendances.room })
          .from(meetingAttendances)
          .where(and(eq(meetingAttendances.meetingId, opened.row.id), eq(meetingAttendances.personId, who.personId)));
        if (recorded?.room === room) return;
      }
      const [held] = await tx.select({ count: count() }).from(meetingAttendances).where(eq(meetingAttendances.meetingId, opened.row.id));
      if (held!.count >= mostAttendances) throw new AccordError('over-bound');
      await tx
        .insert(meetingAttendances)
        .values({ meetingId: opened.row.id, ...who, room, recordedBy: actor.id, requestId: input.requestId })
        .onConflictDoUpdate({ target: [meetingAttendances.meetingId, meetingAttendances.personId], set: { room } });
      for (const { id: scenario } of opened.scenarios) await audit(tx, { person: actor.id, verb: 'meeting.record-attendance', scenario, subject: { meeting: opened.row.id, present: input.person } });
      await touchMeeting(tx, opened);
    });
  return once(attempt, 'meeting_attendances_request');
}

async function guest(tx: Transaction, { name, delegation }: NewAttendance) {
  if (delegation !== null) {
    const [known] = isUuid(delegation) ? await tx.select({ id: delegations.id }).from(delegations).where(eq(delegations.id, delegation)) : [];
    if (!known) throw new AccordError('bad-request');
  }
  return { personId: null, name: statedLine(name, longestMeetingLine), delegationId: delegation };
}

async function participant(tx: Transaction, { scenarios }: OpenMeeting, person: string) {
  if (!isUuid(person)) throw new AccordError('not-found');
  const [known] = await tx
    .select({ id: people.id, delegationId: people.delegationId })
    .from(people)
    .innerJoin(scenarioRights, eq(scenarioRights.personId, people.id))
    .where(
      and(
        eq(people.id, person),
        isNull(people.disabledAt),
        inArray(
          scenarioRights.scenarioId,
          // what the recorder may see: nobody is found through a scenario that is not theirs
          scenarios.filter(({ right }) => right !== null).map(({ id }) => id),
        ),
      ),
    )
    .limit(1);
  if (!known) throw new AccordError('not-found');
  return { personId: known.id, name: '', delegationId: known.delegationId };
}
