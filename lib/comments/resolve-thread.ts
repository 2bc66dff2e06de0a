import type { Database } from '@/lib/db/client';
import type { Actor } from '@/lib/policies/can';
import { setResolved } from './set-resolved';

/**
 * Marks a thread as settled; who was first is kept if two do so.
 * @throws not-found (scenario or thread), forbidden
 */
export async function resolveThread(db: Database, actor: Actor, input: { readonly scenario: string; readonly thread: string }): Promise<void> {
  await setResolved(db, actor, input.scenario, input.thread, true);
}
