import { closeDatabases, database } from '@/lib/db/client';
import { firstAdministratorLink } from '@/lib/people/first-administrator';
import { readConfig } from './config';
import { openDatabase } from './open-database';
import { startHistoryJob } from './history-job';
import { createHealth, untilHealthy } from './health';
import { createHttpServer } from './http-server';
import { createLog } from './log';
import { errorText, logConsole } from './log-console';
import { startMailJob } from './mail/mail-job';
import { startNext } from './next-application';
import { seed } from './seed';
import { startDailySnapshots } from './daily-snapshots';
import { StartError } from './start-error';
import { stopInOrder } from './stop-in-order';
import { createSyncServer } from './sync/attach';

/** Starts Accord: the table of contents of the process. What starts is stopped in reverse order. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  if (!config.dev) logConsole(log);
  const stopping = stopInOrder(log);
  try {
    const opened = await openDatabase(config, log, stopping);
    const db = database(opened.url);
    stopping.add('database connections', closeDatabases);
    await seed(db, opened.embedded);
    const next = await startNext(config);
    stopping.add('pages', next.close);
    const sync = createSyncServer({ db, config, log });
    stopping.add('sync', () => sync.close());
    if (config.smtp) {
      const mail = startMailJob({ db, smtp: config.smtp, address: config.address, log });
      stopping.add('mail', mail.close);
    }
    stopping.add('daily versions', startDailySnapshots(db, log));
    stopping.add('histories', startHistoryJob({ db, log }).close);
    const health = createHealth(db, sync);
    const http = createHttpServer({ config, log, next, sync, health });
    await http.listen();
    stopping.add('http', http.close);
    await untilHealthy(health);
    log.info({ address: config.address }, 'ready');
    process.stdout.write(`\n  Accord is ready: ${config.address}\n\n`);
    const firstAdministrator = await firstAdministratorLink(db, config.address);
    if (firstAdministrator) process.stdout.write(`  Nobody looks after people yet. This link makes the first administrator (once, within 24 hours):\n  ${firstAdministrator}\n\n`);
  } catch (error) {
    await stopping.run();
    throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof StartError ? `\nAccord cannot start: ${error.message}\n` : `\nAccord cannot start: ${errorText(error)}\n`);
  process.exit(1);
});
