import { eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import type { MailFrequency } from '@/lib/domain/inbox';
import type { Actor } from '@/lib/policies/can';

/** How often somebody wants mail of what is in their inbox. */
export async function readMailFrequency(db: Queryable, actor: Actor): Promise<MailFrequency> {
  const [row] = await db.select({ frequency: people.mailFrequency }).from(people).where(eq(people.id, actor.id));
  return row?.frequency ?? 'never';
}
