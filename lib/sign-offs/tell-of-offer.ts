import { and, eq, isNull, or } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { tell } from '@/lib/db/tell';
import type { InboxKind } from '@/lib/domain/inbox';

/** Tells everybody who signs or leads in a scenario (its speakers and facilitators) what has happened to an offer. */
export async function tellOfOffer(tx: Transaction, { scenario, kind, by, ...subject }: { readonly scenario: string; readonly kind: InboxKind; readonly by: string; readonly number: number; readonly offer: number }): Promise<void> {
  const concerned = await tx
    .select({ id: people.id })
    .from(scenarioRights)
    .innerJoin(people, eq(people.id, scenarioRights.personId))
    .where(and(eq(scenarioRights.scenarioId, scenario), isNull(people.disabledAt), or(eq(scenarioRights.right, 'facilitator'), eq(people.isSpeaker, true))));
  await tell(tx, { people: concerned.map(({ id }) => id), scenario, kind, by, subject });
}
