import type { Database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { importScenario } from '@/lib/exchange/import-scenario';
import { can, type Actor } from '@/lib/policies/can';
import { insertScenario } from './insert-scenario';

/**
 * Creates a scenario from an exchange file; who imports it becomes its facilitator.
 * @param json the file's text, or what `JSON.parse` made of it
 * @returns its id
 * @throws AccordError forbidden; invalid-scenario with `where` and `what` (see `importScenario`)
 */
export async function importScenarioFile(db: Database, actor: Actor, json: unknown): Promise<string> {
  if (!can(actor, 'scenario.create')) throw new AccordError('forbidden');
  const scenario = importScenario(json);
  return db.transaction((tx) =>
    insertScenario(tx, { scenario, person: actor.id, rights: [{ person: actor.id, right: 'facilitator' }], verb: 'scenario.import' }),
  );
}
