import { and, eq, inArray } from 'drizzle-orm';
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
  const all = [...owners];
  for (let start = 0; start < all.length; start += claimedAtOnce) await claim(tx, scenario, new Map(all.slice(start, start + claimedAtOnce)));
}

/** A statement to Postgres holds 65,535 parameters; more would fail, again and again, and keep the document from being stored. */
const claimedAtOnce = 10_000;

async function claim(tx: Transaction, scenario: string, owners: ReadonlyMap<number, string | null>): Promise<void> {
  const claimed = await tx
    .insert(documentClients)
    .values([...owners].map(([clientId, personId]) => ({ scenarioId: scenario, clientId, personId })))
    .onConflictDoNothing()
    .returning({ clientId: documentClients.clientId });
  if (claimed.length === owners.size) return;

  const rows = await tx
    .select({ clientId: documentClients.clientId, person: documentClients.personId })
    .from(documentClients)
    .where(and(eq(documentClients.scenarioId, scenario), inArray(documentClients.clientId, [...owners.keys()])));
  const foreign = rows.filter((row) => owners.get(row.clientId) !== row.person).map((row) => row.clientId);
  if (foreign.length) throw new ForeignClientError(scenario, foreign);
}
