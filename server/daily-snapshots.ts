import type { Database } from '@/lib/db/client';
import { takeDailySnapshots } from '@/lib/snapshots/take-daily-snapshots';
import type { Log } from './log';

/** Whoever was down at midnight catches up within this time. */
const every = 15 * 60_000;
/** The start has other things to do. */
const first = 30_000;

/** Lets every process look now and then whether the day before is to be fixed as a version. @returns stops it, after what is under way */
export function startDailySnapshots(db: Database, log: Log): () => Promise<void> {
  let working: Promise<void> = Promise.resolve();
  const work = (): void => {
    working = working.then(async () => {
      try {
        const made = await takeDailySnapshots(db, (scenario, error) => log.warn({ scenario, err: error }, 'a daily version could not be made; the next attempt follows'));
        if (made.length) log.info({ scenarios: made.length }, 'daily versions made');
      } catch (error) {
        log.warn({ err: error }, 'daily versions could not be made; the next attempt follows');
      }
    });
  };
  const start = setTimeout(work, first);
  const timer = setInterval(work, every);
  for (const each of [start, timer]) each.unref();
  return () => {
    clearTimeout(start);
    clearInterval(timer);
    return working;
  };
}
