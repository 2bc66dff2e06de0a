import { sql } from 'drizzle-orm';
import type { Transaction } from './client';

/**
 * Makes whatever else the person sends about these requests wait until `tx` ends: of two that come at one moment the second
 * finds what the first has made. For verbs whose rows no unique key of the request's protects.
 * @param requests request ids; locked in their order, whatever order they are given in
 */
export async function lockRequests(tx: Transaction, person: string, ...requests: readonly string[]): Promise<void> {
  const names = requests.map((request) => `request ${person} ${request.toLowerCase()}`);
  for (const name of names.sort()) await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
