import { boardOf, type Board } from '@/app/scenarios/[id]/positions/board';
import { listThreads } from '@/lib/comments/list-threads';
import type { Queryable } from '@/lib/db/client';
import { itemsOf } from '@/lib/document/items-of';
import type { Scenario } from '@/lib/domain/scenario';
import type { Actor } from '@/lib/policies/can';
import { listPositions } from '@/lib/positions/list-positions';
import { readScenario } from '@/lib/scenarios/read-scenario';

/**
 * Where both sides stand on a scenario, item by item. Discussions that a delegation keeps to itself give nobody a reason to
 * put an item on a common agenda, and do not count.
 * @throws not-found
 */
export async function scenarioBoard(db: Queryable, actor: Actor, id: string): Promise<{ readonly scenario: Scenario; readonly board: Board }> {
  const { scenario } = await readScenario(db, actor, id);
  const list = await listPositions(db, actor, id);
  const threads = await listThreads(db, actor, id);
  const commented = new Set(threads.filter(({ resolved, internalTo }) => !resolved && internalTo === null).map(({ item }) => item));
  return { scenario, board: boardOf(list, itemsOf(scenario), commented, null) };
}
