import { eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import type { MailFrequency } from '@/lib/domain/inbox';
import type { Actor } from '@/lib/policies/can';

/** Settles how often somebody gets mail of what is in their inbox. Nobody else's business: no audit, no announcement. */
export async function setMailFrequency(db: Queryable, actor: Actor, mailFrequency: MailFrequency): Promise<void> {
  await db.update(people).set({ mailFrequency }).where(eq(people.id, actor.id));
}
