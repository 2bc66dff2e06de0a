import type { Database } from '@/lib/db/client';
import { longestLabel } from '@/lib/domain/bounds';
import { AccordError } from '@/lib/domain/errors';
import { statedLine } from '@/lib/domain/stated-text';
import { can, type Actor } from '@/lib/policies/can';
import { insertScenario } from './insert-scenario';
import { skeleton, type Skeleton } from './skeleton';

/**
 * Creates a scenario from the method's skeleton; who creates it becomes its facilitator.
 * @returns its id
 * @throws AccordError forbidden; empty-text or too-large for the title
 */
export async function createScenario(db: Database, actor: Actor, input: Skeleton): Promise<string> {
  if (!can(actor, 'scenario.create')) throw new AccordError('forbidden');
  const title = statedLine(input.title, longestLabel);
  return db.transaction((tx) =>
    insertScenario(tx, {
      scenario: skeleton({ ...input, title }),
      person: actor.id,
      rights: [{ person: actor.id, right: 'facilitator' }],
      verb: 'scenario.create',
    }),
  );
}
