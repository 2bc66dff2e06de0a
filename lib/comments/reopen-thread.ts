import type { Database } from '@/lib/db/client';
import type { Actor } from '@/lib/policies/can';
import { setResolved } from './set-resolved';

/**
 * Takes the mark of a settled thread away.
 * @throws not-found (scenario or thread), forbidden
 */
export async function reopenThread(db: Database, actor: Actor, input: { readonly scenario: string; readonly thread: string }): Promise<void> {
  await setResolved(db, actor, input.scenario, input.thread, false);
}
