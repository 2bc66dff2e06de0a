import { and, eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { documents } from '@/lib/db/schema/documents';
import { snapshots } from '@/lib/db/schema/snapshots';
import { diffScenario } from '@/lib/diff/diff-scenario';
import { listChanges } from '@/lib/diff/list-changes';
import { asStored, readCanonicalJson } from '@/lib/document/canonical';
import { projectScenario } from '@/lib/document/project-scenario';
import { readDocument } from '@/lib/log/read-document';

/** Comparing takes some milliseconds of a processor: while somebody types without a pause, not for every key and every reader. */
const rest = 1_500;
const mostKept = 100;

interface Compared {
  /** What the log held when it was compared. */
  readonly seq: number;
  readonly at: number;
  readonly items: Promise<number>;
}
/** A cache: what a process does not know it works out. */
const compared = new Map<string, Compared>();

/**
 * In how many items the live text of a scenario differs from a version of it, as it is or was a moment ago.
 * @param number of a version that exists
 */
export async function liveDifferences(db: Queryable, scenario: string, number: number): Promise<number> {
  const key = `${scenario} ${number}`;
  const [row] = await db.select({ seq: documents.lastSeq }).from(documents).where(eq(documents.scenarioId, scenario));
  const seq = row?.seq ?? 0;
  const known = compared.get(key);
  if (known && (known.seq === seq || performance.now() - known.at < rest)) return known.items;
  const items = compare(db, scenario, number);
  if (compared.size >= mostKept) compared.clear();
  compared.set(key, { seq, at: performance.now(), items });
  items.catch(() => compared.set(key, { seq: -1, at: -Infinity, items }));
  return items;
}

async function compare(db: Queryable, scenario: string, number: number): Promise<number> {
  const [row] = await db
    .select({ content: snapshots.content })
    .from(snapshots)
    .where(and(eq(snapshots.scenarioId, scenario), eq(snapshots.number, number)));
  if (!row) return 0;
  const now = asStored(projectScenario((await readDocument(db, scenario)).doc));
  return listChanges(diffScenario(readCanonicalJson(row.content), now)).length;
}
