import type { Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import type { ThreadRow } from './find-thread';

/** Says that a thread has changed: to those who see it, and to nobody else. */
export async function announceThread(tx: Transaction, thread: Pick<ThreadRow, 'id' | 'scenarioId' | 'internalTo'>): Promise<void> {
  await notify(tx, { about: 'threads', scenario: thread.scenarioId, thread: thread.id, ...(thread.internalTo && { delegation: thread.internalTo }) });
}
