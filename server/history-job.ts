import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@/lib/db/client';
import { dueHistories } from '@/lib/log/due-histories';
import { keepHistory } from '@/lib/log/keep-history';
import { dueLists, listAfresh } from '@/lib/log/list-afresh';
import type { Log } from './log';
import { locks, underLock } from './under-lock';

/** Milliseconds of rest after each few of work: who edits comes first. */
const rest = 10;

export interface HistoryJob {
  /** One round now; for tests. */
  round(): Promise<void>;
  /** Lets the slice under way end. */
  close(): Promise<void>;
}

/** Keeps the histories of items, and lists that nobody else brings up to date, close behind the log, from one process at a time and one document after the other. */
export function startHistoryJob({ db, log, every = 10_000 }: { readonly db: Database; readonly log: Log; readonly every?: number }): HistoryJob {
  let running: Promise<void> | null = null;
  let closed = false;
  const timer = setInterval(() => void round().catch((error: unknown) => log.warn({ err: error }, 'histories could not be kept; the next attempt follows')), every);
  timer.unref();

  function round(): Promise<void> {
    if (closed) return Promise.resolve();
    return (running ??= underLock(db, locks.histories, keepAll).finally(() => (running = null)));
  }

  async function keepAll(): Promise<void> {
    for (const scenario of await dueLists(db)) {
      if (closed) return;
      try {
        await listAfresh(db, scenario);
      } catch (error) {
        log.warn({ err: error, scenario }, 'what lists show could not be written');
      }
    }
    for (const scenario of await dueHistories(db)) {
      if (closed) return;
      try {
        await keepHistory(db, scenario, { giveWay: () => sleep(rest), isEnough: () => closed });
      } catch (error) {
        log.warn({ err: error, scenario }, 'a history could not be kept');
      }
    }
  }

  return {
    round,
    async close() {
      closed = true;
      clearInterval(timer);
      await running?.catch(() => {});
    },
  };
}
