import { AccordError } from '@/lib/domain/errors';
import { ForeignClientError } from '@/lib/log/foreign-client-error';
import type { RoomLog } from './room-log';

/** The log could not be read or written: what may work the next time. Nothing else counts as a failure of storage. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** The same log; what it throws is a StorageError, unless it is an answer (no such document, a client id given away). */
export function namingFailures(log: RoomLog): RoomLog {
  const named = async <T>(attempt: () => Promise<T>): Promise<T> => {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof AccordError || error instanceof ForeignClientError) throw error;
      throw new StorageError('the log could not be read or written', { cause: error });
    }
  };
  return {
    open: () => named(() => log.open()),
    reopen: () => named(() => log.reopen()),
    append: (entries, known) => named(() => log.append(entries, known)),
    readAfter: (seq, last) => named(() => log.readAfter(seq, last)),
    checkpoint: (checkpoint) => named(() => log.checkpoint(checkpoint)),
  };
}
