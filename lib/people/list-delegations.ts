import { asc } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { delegations } from '@/lib/db/schema/people';
import type { Delegation } from '@/lib/domain/delegations';

/** Every delegation, in the order in which lists and badges show them. */
export async function listDelegations(db: Queryable): Promise<readonly Delegation[]> {
  const rows = await db.select().from(delegations).orderBy(asc(delegations.position), asc(delegations.code));
  return rows.map((row) => ({ id: row.id, code: row.code, name: { en: row.nameEn, de: row.nameDe, zh: row.nameZh } }));
}
