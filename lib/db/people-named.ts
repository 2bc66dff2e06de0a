import { eq, inArray } from 'drizzle-orm';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Queryable } from './client';
import { delegations, people } from './schema/people';

/** The people with these ids, as others see them, by id. */
export async function peopleNamed(db: Queryable, ids: Iterable<string>): Promise<ReadonlyMap<string, NamedPerson>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name, delegation: delegations.code })
    .from(people)
    .leftJoin(delegations, eq(delegations.id, people.delegationId))
    .where(inArray(people.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}
