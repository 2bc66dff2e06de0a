import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { documents } from '@/lib/db/schema/documents';
import { readDocument } from '@/lib/log/read-document';
import { fixSnapshot } from './fix-snapshot';

/**
 * Fixes each scenario as it stood at the end of the last day (UTC) on which something changed, unless a version holds that
 * already: so nothing that stood over night is ever hard to find again, and nothing is fixed twice. Several processes may
 * try at once: an advisory lock per scenario lets one of them do it. A scenario's creation alone is no change.
 * @param onTrouble called for each scenario of which none could be made; the others have theirs all the same
 * @param now by which today's changes are told from those of the days before
 * @returns the scenarios of which a version was made
 */
export async function takeDailySnapshots(db: Database, onTrouble: (scenario: string, error: unknown) => void, now: Date = new Date()): Promise<string[]> {
  const midnight = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
  const due = await db.select({ scenario: documents.scenarioId }).from(documents).where(sql`${endOfLastDay(midnight)} is not null`);
  const made: string[] = [];
  for (const { scenario } of due) {
    try {
      if (await takeDailySnapshot(db, scenario, midnight)) made.push(scenario);
    } catch (error) {
      onTrouble(scenario, error);
    }
  }
  return made;
}

/** In a query over `documents` (a column object would lose the table's name in it): the last update before midnight that no version holds; null if there is none. */
const endOfLastDay = (midnight: Date) => sql<string | null>`(
  select max(updates.seq) from document_updates as updates
  where updates.scenario_id = documents.scenario_id
    and updates.seq > coalesce((select max(fixed.seq) from snapshots as fixed where fixed.scenario_id = documents.scenario_id), 1)
    and updates.at < ${midnight.toISOString()}::timestamptz)`;

async function takeDailySnapshot(db: Database, scenario: string, midnight: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtextextended('accord daily ' || ${scenario}::text, 0)) as mine`);
    if (!rows[0]?.mine) return false;
    // Asked again under the locks: somebody may have fixed it meanwhile.
    await tx.select({ scenario: documents.scenarioId }).from(documents).where(eq(documents.scenarioId, scenario)).for('update');
    const [row] = await tx.select({ seq: endOfLastDay(midnight) }).from(documents).where(eq(documents.scenarioId, scenario));
    if (!row?.seq) return false;
    const { doc, seq } = await readDocument(tx, scenario, { at: Number(row.seq) });
    const [last] = (await tx.execute<{ at: string }>(sql`select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as at from document_updates where scenario_id = ${scenario}::uuid and seq = ${seq}`)).rows;
    await fixSnapshot(tx, { scenario, name: last!.at, kind: 'daily', doc, seq, person: null, requestId: randomUUID() });
    return true;
  });
}
