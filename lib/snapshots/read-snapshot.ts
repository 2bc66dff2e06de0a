import type { Queryable } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { AccordError } from '@/lib/domain/errors';
import type { Scenario } from '@/lib/domain/scenario';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { readContent } from './read-content';
import { readRows } from './read-rows';
import type { Snapshot } from './snapshot';

/**
 * One version of a scenario with its content.
 * @param number any number: one that is no snapshot's is not found
 * @returns `content`: the canonical JSON to the byte, whose SHA-256 is the hash; `read`: the same, parsed
 * @throws not-found (scenario or snapshot)
 */
export async function readSnapshot(
  db: Queryable,
  actor: Actor,
  scenario: string,
  number: number,
): Promise<Snapshot & { readonly content: string; readonly read: Scenario }> {
  requireCan(actor, 'scenario.read', { right: await rightOf(db, actor.id, scenario) });
  if (!isSnapshotNumber(number)) throw new AccordError('not-found');
  const [snapshot] = await readRows(db, scenario, number);
  if (!snapshot) throw new AccordError('not-found');
  return { ...snapshot, ...(await readContent(db, scenario, number)) };
}

/** True if a snapshot can have this number: a positive one that fits Postgres's integer. */
export function isSnapshotNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}
