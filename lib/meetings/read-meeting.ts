import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { isUuid } from '@/lib/db/rights';
import { agendaPoints, meetingAttendances, meetingEntries, meetings } from '@/lib/db/schema/meetings';
import { delegations, people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { AccordError } from '@/lib/domain/errors';
import { courseOf } from '@/lib/domain/meetings';
import type { NamedPerson } from '@/lib/domain/named-person';
import { can, type Actor } from '@/lib/policies/can';
import { requireMeeting } from '@/lib/policies/require-meeting';
import { databaseNow } from './database-clock';
import { scenariosSeen } from './list-meetings';
import type { AgendaPoint, Attendance, Entry, Meeting } from './meeting';
import { scenariosOf } from './open-meeting';

/**
 * A meeting as the reader sees it.
 * @throws not-found if there is no such meeting, or none that the reader may see
 */
export async function readMeeting(db: Queryable, actor: Actor, id: string): Promise<Meeting> {
  const found = isUuid(id) ? (await db.select({ row: meetings, now: databaseNow }).from(meetings).where(eq(meetings.id, id)))[0] : undefined;
  if (!found) throw new AccordError('not-found');
  const { row, now } = found;
  const subject = { rights: (await scenariosOf(db, actor, id)).map(({ right }) => right) };
  requireMeeting(actor, 'meeting.read', subject);
  const scenarios = (await scenariosSeen(db, actor, [id])).get(id) ?? [];
  const rights = new Map(scenarios.map((scenario) => [scenario.id, scenario.right]));
  const course = courseOf(row, now);
  const mayLead = can(actor, 'meeting.lead', subject);
  const isOpen = course === 'planned' || course === 'running' || (course === 'ended' && mayLead);

  const pointRows = await db.select().from(agendaPoints).where(eq(agendaPoints.meetingId, id)).orderBy(asc(agendaPoints.position), asc(agendaPoints.createdAt));
  const seenPoints = pointRows.filter(({ scenarioId }) => scenarioId === null || rights.has(scenarioId));
  const entryRows = seenPoints.length
    ? await db
        .select()
        .from(meetingEntries)
        .where(
          inArray(
            meetingEntries.pointId,
            seenPoints.map((point) => point.id),
          ),
        )
        .orderBy(asc(meetingEntries.at), asc(meetingEntries.id))
    : [];
  const attendanceRows = await db.select().from(meetingAttendances).where(eq(meetingAttendances.meetingId, id)).orderBy(asc(meetingAttendances.at));
  const participants = await participantsOf(db, [...rights.keys()]);
  const named = await peopleNamed(db, [
    row.createdBy,
    ...(row.presenterId ? [row.presenterId] : []),
    ...entryRows.flatMap(({ authorId, assigneeId }) => (assigneeId ? [authorId, assigneeId] : [authorId])),
    ...attendanceRows.flatMap(({ personId }) => (personId ? [personId] : [])),
  ]);
  const codes = new Map((await db.select({ id: delegations.id, code: delegations.code }).from(delegations)).map((delegation) => [delegation.id, delegation.code]));

  const points = seenPoints.map((point): AgendaPoint => {
    const mayRecord = isOpen && can(actor, 'meeting.record', { rights: point.scenarioId === null ? subject.rights : [rights.get(point.scenarioId) ?? null] });
    return {
      id: point.id,
      scenario: point.scenarioId,
      item: point.item,
      title: point.title,
      labels: point.labels,
      isParked: point.parkedAt !== null,
      mayRecord,
      entries: entryRows
        .filter(({ pointId }) => pointId === point.id)
        .map((entry): Entry => ({
          id: entry.id,
          kind: entry.kind,
          body: entry.body,
          assignee: entry.assigneeId || entry.assigneeName ? { person: entry.assigneeId, name: entry.assigneeId ? named.get(entry.assigneeId)!.name : entry.assigneeName } : null,
          dueOn: entry.dueOn,
          author: named.get(entry.authorId)!,
          at: entry.at.toISOString(),
          editedAt: entry.editedAt?.toISOString() ?? null,
          version: entry.version,
          mayCorrect: mayRecord && (mayLead || entry.authorId === actor.id),
        })),
    };
  });
  const attendances = attendanceRows.map(
    (present): Attendance => ({
      id: present.id,
      person: present.personId,
      name: present.personId ? named.get(present.personId)!.name : present.name,
      delegation: present.delegationId ? (codes.get(present.delegationId) ?? null) : null,
      room: present.room,
      mayRemove: isOpen && (mayLead || present.personId === actor.id || present.recordedBy === actor.id),
    }),
  );
  return {
    id,
    title: row.title,
    local: row.local,
    zone: row.zone,
    minutes: row.minutes,
    place: row.place,
    link: row.link,
    startsAt: row.startsAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    course,
    scenarios,
    revision: row.revision,
    planVersion: row.planVersion,
    plannedBy: named.get(row.createdBy)!,
    presenter: (row.presenterId && named.get(row.presenterId)) || null,
    onlyPresenterEdits: row.onlyPresenterEdits,
    participants,
    attendances,
    points,
    may: { lead: mayLead, record: isOpen && can(actor, 'meeting.record', subject) },
  };
}

/** Who holds a right in one of the scenarios, by delegation and name. */
async function participantsOf(db: Queryable, scenarios: readonly string[]): Promise<NamedPerson[]> {
  if (scenarios.length === 0) return [];
  return db
    .selectDistinct({ id: people.id, name: people.name, delegation: delegations.code, position: delegations.position })
    .from(scenarioRights)
    .innerJoin(people, eq(people.id, scenarioRights.personId))
    .leftJoin(delegations, eq(delegations.id, people.delegationId))
    .where(and(inArray(scenarioRights.scenarioId, [...scenarios]), isNull(people.disabledAt)))
    .orderBy(asc(delegations.position), asc(people.name), asc(people.id))
    .then((rows) => rows.map(({ position: _, ...person }) => person));
}
