import * as Y from 'yjs';
import type { Transaction } from '@/lib/db/client';
import { documents } from '@/lib/db/schema/documents';
import { appendUpdates } from './append-updates';
import { writeCheckpoint } from './write-checkpoint';

/**
 * Begins the log of a new scenario: the document's row, its whole content as the first update, and a checkpoint of it.
 * @param tx the transaction that has inserted the scenario's row
 * @param person who creates it and owns the client ids in `doc`; null for the system itself
 * @param doc the content, as `createDocument` makes it
 * @returns the log's end
 */
export async function createLog(
  tx: Transaction,
  { scenario, person, doc }: { readonly scenario: string; readonly person: string | null; readonly doc: Y.Doc },
): Promise<{ seq: number }> {
  await tx.insert(documents).values({ scenarioId: scenario });
  const update = Y.encodeStateAsUpdate(doc);
  const { lastSeq } = await appendUpdates(tx, scenario, [{ person, clientIds: [...doc.store.clients.keys()], update }]);
  await writeCheckpoint(tx, scenario, { seq: lastSeq, state: update });
  return { seq: lastSeq };
}
