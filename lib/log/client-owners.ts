import { eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { documentClients } from '@/lib/db/schema/documents';

/** To whom each Yjs client id of a document belongs; null is the system itself. */
export async function clientOwners(db: Queryable, scenario: string): Promise<Map<number, string | null>> {
  const rows = await db
    .select({ clientId: documentClients.clientId, person: documentClients.personId })
    .from(documentClients)
    .where(eq(documentClients.scenarioId, scenario));
  return new Map(rows.map(({ clientId, person }) => [clientId, person]));
}
