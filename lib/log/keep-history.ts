import { and, desc, eq, lt, lte, sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Database } from '@/lib/db/client';
import { documentCheckpoints } from '@/lib/db/schema/documents';
import { itemEdits, itemHistories } from '@/lib/db/schema/item-edits';
import { readFixedMoments, type FixedMoments } from './fixed-moments';
import { historyVersion, readKeptEdits } from './kept-edits';
import { readStateUpdates } from './read-document';
import { readUpdatesAfter, type LoggedUpdate } from './read-updates-after';
import { Replay, type EditRow } from './replay-items';
import { giveWay } from './replay';
import { batchesOf, closedAfter, type Batch } from './stretches';
import { writeCheckpoint } from './write-checkpoint';

/** So many updates are read, and what they changed written, at once; more than are looked at together. */
const slice = 500;
/** Further from a checkpoint, whoever goes on later would have to put together too much. */
const checkpointWorthIt = 1_000;
const rowsAtOnce = 200;

export interface KeepOptions {
  /** So many updates at most; at least 400, or it may get nowhere. */
  readonly most?: number;
  /** Asked after some milliseconds of work: what else the process has to do comes first. */
  readonly giveWay?: () => Promise<void>;
  /** True: whoever asked wants it to end, between two slices. */
  readonly isEnough?: () => boolean;
}

/**
 * Keeps what the log says of a document's items up to date (`item_edits`), slice by slice; each becomes true together with
 * how far it reaches, or not at all. The last updates wait until nothing can belong together with them any more. Of several
 * that work on one document at once, each slice is written by whoever is first, and the others leave the rest to it.
 * @returns how many updates it has gone through
 */
export async function keepHistory(db: Database, scenario: string, { most = Infinity, giveWay: pause = giveWay, isEnough = () => false }: KeepOptions = {}): Promise<number> {
  const start = await begin(db, scenario);
  if (start === null) return 0;
  let seq = start;
  let replay: Replay | null = null;
  while (seq - start < most && !isEnough()) {
    const wanted = Math.min(slice, start + most - seq);
    const rows = await readUpdatesAfter(db, scenario, seq, seq + wanted);
    const fixed = await readFixedMoments(db, scenario);
    const batches = await closedBatches(db, { rows, fixed, cut: rows.length === wanted });
    const last = batches.at(-1)?.at(-1)?.seq;
    if (last === undefined) break;
    replay ??= await Replay.after((await readStateUpdates(db, scenario, seq)).updates, {
      last: (item) => (start === 0 ? Promise.resolve([]) : readKeptEdits(db, scenario, item, { most: 2 })),
      giveWay: pause,
    });
    for (const batch of batches) await replay.take(batch, fixed);
    if (!(await write(db, scenario, { from: seq, to: last, rows: replay.changedRows(), doc: replay.doc }))) break;
    seq = last;
  }
  replay?.doc.destroy();
  return seq - start;
}

/** How far the history reaches; null if a newer Accord keeps it. */
async function begin(db: Database, scenario: string): Promise<number | null> {
  return db.transaction(async (tx) => {
    await tx.delete(itemHistories).where(and(eq(itemHistories.scenarioId, scenario), lt(itemHistories.version, historyVersion)));
    await tx.insert(itemHistories).values({ scenarioId: scenario, version: historyVersion, seq: 0 }).onConflictDoNothing();
    const [row] = await tx.select().from(itemHistories).where(eq(itemHistories.scenarioId, scenario));
    return row?.version === historyVersion ? row.seq : null;
  });
}

/** @param cut true if more updates follow those that have been read */
async function closedBatches(db: Database, { rows, fixed, cut }: { readonly rows: readonly LoggedUpdate[]; readonly fixed: FixedMoments; readonly cut: boolean }): Promise<Batch[]> {
  const batches = [...batchesOf(rows, fixed)];
  const open = batches.at(-1);
  if (!open) return [];
  if (!cut) {
    const { rows: now } = await db.execute<{ quiet: boolean }>(sql`select ${open[0].at.toISOString()}::timestamptz < now() - make_interval(secs => ${closedAfter / 1000}) as quiet`);
    if (now[0]?.quiet) return batches;
  }
  return batches.slice(0, -1);
}

async function write(db: Database, scenario: string, { from, to, rows, doc }: { readonly from: number; readonly to: number; readonly rows: readonly EditRow[]; readonly doc: Y.Doc }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const moved = await tx
      .update(itemHistories)
      .set({ seq: to })
      .where(and(eq(itemHistories.scenarioId, scenario), eq(itemHistories.version, historyVersion), eq(itemHistories.seq, from)))
      .returning({ seq: itemHistories.seq });
    if (moved.length === 0) return false;
    for (let start = 0; start < rows.length; start += rowsAtOnce)
      await tx
        .insert(itemEdits)
        .values(rows.slice(start, start + rowsAtOnce).map((row) => ({ scenarioId: scenario, ...row })))
        .onConflictDoUpdate({
          target: [itemEdits.scenarioId, itemEdits.item, itemEdits.firstSeq],
          set: Object.fromEntries(
            ([['lastSeq', 'last_seq'], ['to', 'ended_at'], ['changed', 'changed'], ['behind', 'behind'], ['head', 'head'], ['tail', 'tail'], ['middle', 'middle']] as const).map(([key, column]) => [key, sql.raw(`excluded.${column}`)]),
          ),
        });
    const [checkpoint] = await tx
      .select({ seq: documentCheckpoints.seq })
      .from(documentCheckpoints)
      .where(and(eq(documentCheckpoints.scenarioId, scenario), lte(documentCheckpoints.seq, to)))
      .orderBy(desc(documentCheckpoints.seq))
      .limit(1);
    if (to - (checkpoint?.seq ?? 0) >= checkpointWorthIt) await writeCheckpoint(tx, scenario, { seq: to, state: Y.encodeStateAsUpdate(doc) });
    return true;
  });
}
