import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import type { judgements, positions } from '@/lib/db/schema/positions';
import { AccordError } from '@/lib/domain/errors';

/**
 * The items of which the same press has been recorded already; none if it is the first time.
 * @throws bad-request if the id is no uuid, or was sent for another scenario
 */
export async function findRequest(
  tx: Transaction,
  table: typeof positions | typeof judgements,
  { person, requestId, scenario }: { readonly person: string; readonly requestId: string; readonly scenario: string },
): Promise<string[]> {
  if (!isUuid(requestId)) throw new AccordError('bad-request');
  const rows = await tx
    .select({ item: table.item, scenario: table.scenarioId })
    .from(table)
    .where(and(eq(table.personId, person), eq(table.requestId, requestId)));
  if (rows.some((row) => row.scenario !== scenario)) throw new AccordError('bad-request');
  return rows.map(({ item }) => item);
}
