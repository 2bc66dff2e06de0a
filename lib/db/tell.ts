import { and, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm';
import type { InboxKind, InboxSubject } from '@/lib/domain/inbox';
import type { Transaction } from './client';
import { notifyAll } from './notifications';
import { inboxEntries } from './schema/inbox';
import { people } from './schema/people';
import { scenarioRights } from './schema/scenarios';

export interface Telling {
  /** Whom to tell; the one who gives the reason, and whoever can not sign in or not read the scenario, is left out. */
  readonly people: Iterable<string>;
  /** Null for what concerns no single scenario. */
  readonly scenario: string | null;
  readonly kind: InboxKind;
  /** Who gives the reason: the actor; null for the system. */
  readonly by: string | null;
  readonly subject?: InboxSubject;
}

/**
 * Puts an entry into people's inboxes, inside the transaction of the verb that gives the reason. Nobody learns by it of a
 * scenario that they may not read; who may not know of the subject itself (an internal thread) is not to be named by the verb.
 */
export async function tell(tx: Transaction, { people: named, scenario, kind, by, subject = {} }: Telling): Promise<void> {
  const ids = [...new Set(named)];
  if (ids.length === 0) return;
  const conditions: (SQL | undefined)[] = [inArray(people.id, ids), isNull(people.disabledAt), by === null ? undefined : ne(people.id, by)];
  const told =
    scenario === null
      ? await tx.select({ id: people.id }).from(people).where(and(...conditions))
      : await tx
          .select({ id: people.id })
          .from(people)
          .innerJoin(scenarioRights, and(eq(scenarioRights.personId, people.id), eq(scenarioRights.scenarioId, scenario)))
          .where(and(...conditions));
  if (told.length === 0) return;
  await tx.insert(inboxEntries).values(told.map(({ id }) => ({ personId: id, kind, byId: by, scenarioId: scenario, subject })));
  await notifyAll(tx, told.map(({ id }) => ({ about: 'inbox', person: id })));
}
