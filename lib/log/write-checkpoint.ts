import type { Queryable } from '@/lib/db/client';
import { documentCheckpoints } from '@/lib/db/schema/documents';

/** The whole of a document after the update `seq`, as one Yjs update. */
export interface Checkpoint {
  readonly seq: number;
  readonly state: Uint8Array;
}

/** Stores a checkpoint, so that opening the document need not read the updates before it. One more of the same `seq` is ignored. */
export async function writeCheckpoint(db: Queryable, scenario: string, { seq, state }: Checkpoint): Promise<void> {
  await db.insert(documentCheckpoints).values({ scenarioId: scenario, seq, state }).onConflictDoNothing();
}
