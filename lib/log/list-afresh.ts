import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { documentUpdates } from '@/lib/db/schema/documents';
import { scenarios } from '@/lib/db/schema/scenarios';
import { projectScenario } from '@/lib/document/project-scenario';
import { listedVersion } from './listed-content';
import { readDocument } from './read-document';
import { writeListed } from './write-listed';

/** A room writes what lists show well within so many seconds after an edit. */
const roomsTake = 10;

/**
 * The scenarios of which lists tell less than the logs: a room writes that a moment after the edit, and its process may have
 * died in between; or something else than this version of Accord finds in them. Documents that somebody edits just now are
 * left to their rooms.
 * @param rest how many seconds nobody has edited
 */
export async function dueLists(db: Database, rest = roomsTake): Promise<string[]> {
  const { rows } = await db.execute<{ scenario: string }>(sql`
    select document.scenario_id as scenario
    from documents as document
    join scenarios as scenario on scenario.id = document.scenario_id
    join document_updates as newest on newest.scenario_id = document.scenario_id and newest.seq = document.last_seq
    where (scenario.listed_seq is null or scenario.listed_seq < document.last_seq or coalesce((scenario.summary ->> 'version')::int, 0) < ${listedVersion})
      and newest.at <= now() - make_interval(secs => ${rest})`);
  return rows.map(({ scenario }) => scenario);
}

/** Lets lists tell of a scenario what its log says. @throws AccordError('not-found') */
export async function listAfresh(db: Database, scenario: string): Promise<void> {
  const { doc, seq } = await readDocument(db, scenario);
  const content = projectScenario(doc);
  await db.transaction(async (tx) => {
    const [last] = await tx
      .select({ at: documentUpdates.at })
      .from(documentUpdates)
      .where(sql`${documentUpdates.scenarioId} = ${scenario} and ${documentUpdates.seq} = ${seq}`);
    const [listed] = await tx.select({ at: scenarios.changedAt }).from(scenarios).where(eq(scenarios.id, scenario));
    // a list ordered by change keeps its order: this is no change
    const at = [last?.at, listed?.at].filter((time) => time !== undefined).sort((a, b) => b.getTime() - a.getTime())[0];
    await writeListed(tx, scenario, content, seq, at);
  });
}
