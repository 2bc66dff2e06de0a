import type { Database } from '@/lib/db/client';
import { newEntityId } from '@/lib/document/edits/create-entities';
import { longestLabel } from '@/lib/domain/bounds';
import { AccordError } from '@/lib/domain/errors';
import { statedLine } from '@/lib/domain/stated-text';
import { templateOf, type FromTemplate } from '@/lib/domain/template-of';
import { can, type Actor } from '@/lib/policies/can';
import { insertScenario } from './insert-scenario';
import { readScenario } from './read-scenario';

export interface NewFromTemplate extends FromTemplate {
  /** Id of the scenario with which the new one begins. */
  readonly template: string;
}

/**
 * Creates a scenario that begins as another one stands now; who creates it becomes its facilitator, alone. Positions, comments,
 * versions and people stay with the other.
 * @returns its id
 * @throws AccordError forbidden; not-found for a template that one may not see; empty-text or too-large for the title
 */
export async function createFromTemplate(db: Database, actor: Actor, { template, title, ...input }: NewFromTemplate): Promise<string> {
  if (!can(actor, 'scenario.create')) throw new AccordError('forbidden');
  const stated = statedLine(title, longestLabel);
  return db.transaction(async (tx) => {
    const { scenario } = await readScenario(tx, actor, template);
    return insertScenario(tx, {
      scenario: templateOf(scenario, { ...input, title: stated }, newEntityId),
      derivedFrom: template,
      person: actor.id,
      rights: [{ person: actor.id, right: 'facilitator' }],
      verb: 'scenario.use-as-template',
    });
  });
}
