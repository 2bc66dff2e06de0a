import type { Queryable } from '@/lib/db/client';
import { delegations } from '@/lib/db/schema/people';

/** The two sides of the working group, present from the start; more can be added by an administrator. */
const defaults = [
  { code: 'DE', nameEn: 'Germany', nameDe: 'Deutschland', nameZh: '德方', position: 1 },
  { code: 'CN', nameEn: 'China', nameDe: 'China', nameZh: '中方', position: 2 },
];

/** Sees to it that the default delegations exist on a new installation. Called at every start; changes nothing afterwards. */
export async function seedDelegations(db: Queryable): Promise<void> {
  const [any] = await db.select({ id: delegations.id }).from(delegations).limit(1);
  if (!any) await db.insert(delegations).values(defaults).onConflictDoNothing();
}
