import { asc, eq, isNull } from 'drizzle-orm';
import { rights, type HeldRights, type Right } from '@/lib/domain/delegations';
import type { Queryable } from './client';
import { delegations, people } from './schema/people';

/**
 * Who holds what, with their names, and which other active people could be let in.
 * @param held of one scenario or collection; whoever has been shut out is left out
 */
export async function withNames(db: Queryable, held: readonly { readonly person: string; readonly right: Right }[]): Promise<HeldRights> {
  const rightOf = new Map(held.map(({ person, right }) => [person, right]));
  const active = await db
    .select({ id: people.id, name: people.name, delegation: delegations.code })
    .from(people)
    .leftJoin(delegations, eq(delegations.id, people.delegationId))
    .where(isNull(people.disabledAt))
    .orderBy(asc(delegations.position), asc(people.name), asc(people.id));
  return {
    held: rights.flatMap((right) => active.filter(({ id }) => rightOf.get(id) === right).map((person) => ({ ...person, right }))),
    others: active.filter(({ id }) => !rightOf.has(id)),
  };
}
