import type { Database } from '@/lib/db/client';
import { auditEntries } from '@/lib/db/schema/audit';
import { accessLinks, delegations, endedSessions, people, signInFailures } from '@/lib/db/schema/people';

/** Takes away all people and what belongs to them, in a database without scenarios: much faster than a new database. */
export async function clearPeople(db: Database): Promise<void> {
  for (const table of [accessLinks, endedSessions, signInFailures, auditEntries, people, delegations]) await db.delete(table);
}
