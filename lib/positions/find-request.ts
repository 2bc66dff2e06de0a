import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { lockRequests } from '@/lib/db/lock-requests';
import { isUuid } from '@/lib/db/rights';
import type { judgements, positions } from '@/lib/db/schema/positions';
import { AccordError, requestUsed } from '@/lib/domain/errors';

/**
 * The items of which the same press has been recorded already; none if it is the first time. Until `tx` ends the same press
 * is recorded nowhere else.
 * @param isSame true for a row that says what is sent now
 * @throws bad-request if the id is no uuid, or was sent for another scenario or with something else to say
 */
export async function findRequest<Table extends typeof positions | typeof judgements>(
  tx: Transaction,
  table: Table,
  { person, requestId, scenario }: { readonly person: string; readonly requestId: string; readonly scenario: string },
  isSame: (row: Table['$inferSelect']) => boolean,
): Promise<string[]> {
  if (!isUuid(requestId)) throw new AccordError('bad-request');
  await lockRequests(tx, person, requestId);
  const rows: Table['$inferSelect'][] = await tx
    .select()
    .from<typeof positions | typeof judgements>(table)
    .where(and(eq(table.personId, person), eq(table.requestId, requestId)));
  if (rows.some((row) => row.scenarioId !== scenario || !isSame(row))) throw requestUsed();
  return rows.map(({ item }) => item);
}
