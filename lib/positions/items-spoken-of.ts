import type { Transaction } from '@/lib/db/client';
import { itemsOf } from '@/lib/document/items-of';
import { projectScenario } from '@/lib/document/project-scenario';
import type { HashedItem } from '@/lib/domain/positions';
import { holdLog } from '@/lib/log/hold-log';
import { readDocument } from '@/lib/log/read-document';

interface ItemsNow {
  readonly items: readonly HashedItem[];
  /** The log's end at which they are so. */
  readonly seq: number;
}

/**
 * The items of which a delegation is about to say something. They stay as they are until `tx` ends, so that what is said is on
 * record before anybody goes on writing.
 * @throws not-found
 */
export async function itemsSpokenOf(tx: Transaction, scenario: string): Promise<ItemsNow> {
  const read = await itemsNow(tx, scenario);
  // Whoever types waits only if somebody has just done so: reading a long scenario takes a while.
  return (await holdLog(tx, scenario)) === read.seq ? read : itemsNow(tx, scenario);
}

async function itemsNow(tx: Transaction, scenario: string): Promise<ItemsNow> {
  const { doc, seq } = await readDocument(tx, scenario);
  return { items: itemsOf(projectScenario(doc)), seq };
}
