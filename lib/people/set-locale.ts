import { eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import type { Language } from '@/lib/domain/languages';
import type { Actor } from '@/lib/policies/can';

/** Remembers the language in which somebody wants to see the interface. Nobody else's business: no audit, no announcement. */
export async function setLocale(db: Queryable, actor: Actor, locale: Language): Promise<void> {
  await db.update(people).set({ locale }).where(eq(people.id, actor.id));
}
