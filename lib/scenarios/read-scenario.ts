import type { Queryable } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { projectScenario } from '@/lib/document/project-scenario';
import type { Right } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import type { Scenario } from '@/lib/domain/scenario';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

export interface ReadScenario {
  readonly scenario: Scenario;
  /** What the scenario shows is the log up to this number. */
  readonly seq: number;
  readonly epoch: number;
  /** What the reader holds in it. */
  readonly right: Right;
}

/**
 * The live content of a scenario, as far as it is committed.
 * @throws AccordError not-found if there is no such scenario, or none that the reader may see
 */
export async function readScenario(db: Queryable, actor: Actor, id: string): Promise<ReadScenario> {
  const right = await rightOf(db, actor.id, id);
  requireCan(actor, 'scenario.read', { right });
  if (!right) throw new AccordError('not-found');
  const { doc, seq, epoch } = await readDocument(db, id);
  return { scenario: projectScenario(doc), seq, epoch, right };
}
