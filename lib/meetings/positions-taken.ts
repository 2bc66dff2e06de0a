import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { delegations } from '@/lib/db/schema/people';
import { positions } from '@/lib/db/schema/positions';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Stance } from '@/lib/domain/positions';
import type { Meeting } from './meeting';

/** A position that was taken on the spot, while the meeting ran. */
export interface PositionTaken {
  /** Code of the delegation whose position it is. */
  readonly delegation: string;
  readonly stance: Stance;
  readonly note: string;
  readonly by: NamedPerson;
}

/**
 * What the delegations said of the items on the agenda between beginning and end of the meeting: the last word of each, unless
 * it was taken back or withdrawn before the end.
 * @param meeting as its reader sees it
 * @returns by id of the point, those without any left out
 */
export async function positionsTaken(db: Queryable, meeting: Meeting): Promise<ReadonlyMap<string, readonly PositionTaken[]>> {
  const points = meeting.points.filter(({ scenario, item }) => scenario !== null && item !== null);
  if (meeting.startedAt === null || points.length === 0) return new Map();
  const rows = await db
    .select({ said: positions, code: delegations.code })
    .from(positions)
    .innerJoin(delegations, eq(delegations.id, positions.delegationId))
    .where(
      and(
        inArray(positions.scenarioId, [...new Set(points.map(({ scenario }) => scenario!))]),
        inArray(positions.item, [...new Set(points.map(({ item }) => item!))]),
        gte(positions.at, new Date(meeting.startedAt)),
        meeting.endedAt === null ? undefined : lte(positions.at, new Date(meeting.endedAt)),
      ),
    )
    .orderBy(asc(delegations.position), asc(positions.id));
  const request = ({ personId, item }: (typeof rows)[number]['said'], id: string): string => JSON.stringify([personId, item, id]);
  const undone = new Set(rows.flatMap(({ said }) => (said.undoes === null ? [] : [request(said, said.undoes)])));
  const standing = rows.filter(({ said }) => said.undoes === null && !undone.has(request(said, said.requestId)));
  const people = await peopleNamed(db, standing.map(({ said }) => said.personId));

  const taken = new Map<string, readonly PositionTaken[]>();
  for (const { id, scenario, item } of points) {
    const last = new Map(standing.filter(({ said }) => said.scenarioId === scenario && said.item === item).map((row) => [row.code, row.said]));
    const of = [...last].flatMap(([delegation, { stance, note, personId }]) => (stance === null ? [] : [{ delegation, stance, note, by: people.get(personId)! }]));
    if (of.length > 0) taken.set(id, of);
  }
  return taken;
}
