import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { documents } from '@/lib/db/schema/documents';
import { keepHistory } from './keep-history';
import { historyVersion, keptUpTo } from './kept-edits';
import { closedAfter } from './stretches';

/** A log that goes on is worth going through after so many updates; one at rest, at once. */
const worthIt = 200;
/** So many updates are walked while somebody waits; more are kept first, as far as that is bearable. */
const walkedInTime = 500;
const keptInTime = 1_000;

/** The documents of which much has not been kept yet, or which have come to rest since. */
export async function dueHistories(db: Database): Promise<string[]> {
  const { rows } = await db.execute<{ scenario: string }>(sql`
    select document.scenario_id as scenario
    from documents as document
    left join item_histories as history on history.scenario_id = document.scenario_id and history.version >= ${historyVersion}
    where document.last_seq > coalesce(history.seq, 0)
      and (
        document.last_seq - coalesce(history.seq, 0) >= ${worthIt}
        or (select newest.at from document_updates as newest where newest.scenario_id = document.scenario_id and newest.seq = document.last_seq)
          < now() - make_interval(secs => ${closedAfter / 1000})
      )`);
  return rows.map(({ scenario }) => scenario);
}

/** Where much of a log has not been kept yet, keeps some of it: whoever opens the history next waits less. */
export async function catchUpHistory(db: Database, scenario: string): Promise<void> {
  const [row] = await db.select({ seq: documents.lastSeq }).from(documents).where(eq(documents.scenarioId, scenario));
  if (row && row.seq - (await keptUpTo(db, scenario)) > walkedInTime) await keepHistory(db, scenario, { most: keptInTime });
}
