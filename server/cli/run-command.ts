import { closeDatabases, database, type Database } from '@/lib/db/client';
import { readConfig, type Config } from '../config';
import { createLog } from '../log';
import { errorText } from '../log-console';
import { StartError } from '../start-error';
import { stopInOrder } from '../stop-in-order';
import { findDatabase } from './find-database';

/**
 * Runs a command to its end and ends the process with what it returns; an error is told on standard error, without contents.
 * @param failed the exit code of an error
 */
export function runCommand(main: () => Promise<number>, failed = 1): void {
  main().then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${error instanceof StartError ? error.message : errorText(error)}\n`);
      process.exit(failed);
    },
  );
}

/**
 * Does something with Accord's database, and stops whatever had to be started for it.
 * @throws StartError if there is none, and whatever `work` throws
 */
export async function withDatabase<T>(work: (db: Database, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const log = createLog('error');
  const stopping = stopInOrder(log);
  try {
    const db = database(await findDatabase(config, log, stopping));
    stopping.add('database connections', closeDatabases);
    return await work(db, config);
  } finally {
    await stopping.run();
  }
}
