import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { documentClients } from '@/lib/db/schema/documents';
import { ForeignClientError } from './foreign-client-error';

/** A Yjs client id and to whom it belongs; null is the system itself. */
export interface ClientClaim {
  readonly clientId: number;
  readonly person: string | null;
}

/**
 * Makes each client id of a document the property of its person, for good; claiming one's own again is fine.
 * @param tx the transaction of the update that first uses the ids
 * @throws ForeignClientError if one belongs to another person (also within `claims`)
 */
export async function claimClients(tx: Transaction, scenario: string, claims: readonly ClientClaim[]): Promise<void> {
  const owners = new Map<number, string | null>();
  for (const { clientId, person } of claims) {
    if (owners.has(clientId) && owners.get(clientId) !== person) throw new ForeignClientError(scenario, [clientId]);
    owners.set(clientId, person);
  }
  if (owners.size === 0) return;
  // As two arrays: a statement takes 65,535 parameters, and one that always fails would keep the document from being stored.
  const ids = sql`${sql.param([...owners.keys()])}::bigint[]`;
  const { rowCount } = await tx.execute(sql`
    insert into ${documentClients} (scenario_id, client_id, person_id)
    select ${scenario}::uuid, claimed.* from unnest(${ids}, ${sql.param([...owners.values()])}::uuid[]) as claimed
    on conflict do nothing`);
  if (rowCount === owners.size) return;

  const rows = await tx
    .select({ clientId: documentClients.clientId, person: documentClients.personId })
    .from(documentClients)
    .where(and(eq(documentClients.scenarioId, scenario), sql`${documentClients.clientId} = any(${ids})`));
  const foreign = rows.filter((row) => owners.get(row.clientId) !== row.person).map((row) => row.clientId);
  if (foreign.length) throw new ForeignClientError(scenario, foreign);
}
