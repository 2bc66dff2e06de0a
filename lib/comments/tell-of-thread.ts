import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import { tell } from '@/lib/db/tell';
import type { ThreadRow } from './find-thread';

export interface ThreadTelling {
  readonly kind: 'mentioned' | 'assigned' | 'replied' | 'proposal-decided';
  readonly people: readonly string[];
  readonly by: string;
  readonly comment?: string;
  /** How a proposed change was decided. */
  readonly accepted?: boolean;
}

/** Puts something about a thread into people's inboxes: of those who may see it, also where a delegation keeps it to itself. */
export async function tellOfThread(tx: Transaction, thread: ThreadRow, { kind, people: named, by, comment, accepted }: ThreadTelling): Promise<void> {
  if (named.length === 0) return;
  const { id, scenarioId, item, internalTo } = thread;
  const may =
    internalTo === null
      ? named
      : (
          await tx
            .select({ id: people.id })
            .from(people)
            .where(and(inArray(people.id, [...named]), eq(people.delegationId, internalTo)))
        ).map((row) => row.id);
  await tell(tx, { people: may, scenario: scenarioId, kind, by, subject: { thread: id, item, ...(comment && { comment }), ...(accepted !== undefined && { accepted }) } });
}
