import { closeDatabases, database } from '@/lib/db/client';
import { printedHead } from '@/lib/domain/printed-head';
import { verifyChain } from '@/lib/sign-offs/verify-chain';
import { readConfig } from '../config';
import { createLog } from '../log';
import { StartError } from '../start-error';
import { stopInOrder } from '../stop-in-order';
import { findDatabase } from './find-database';

const usage = `Usage:
  npm run verify                       checks every record of the chain of sign-offs, and what it speaks of
  npm run verify -- --head <head>      also against the head of the chain that stands on a printed record
`;

/** Tells whether anything that was signed has been changed: exit code 0 if nothing has, 1 if something has. */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const printed = words[0] === '--head' ? words.slice(1).join('') : undefined;
  if (words.length > 0 && !printed) {
    process.stderr.write(usage);
    return 2;
  }
  const config = readConfig(process.env);
  const log = createLog('error');
  const stopping = stopInOrder(log);
  try {
    const db = database(await findDatabase(config, log, stopping));
    stopping.add('database connections', closeDatabases);
    const { head, snapshots, problems } = await verifyChain(db, printed);
    for (const { row, what } of problems) process.stderr.write(`${row}: ${what}\n`);
    if (problems.length > 0) return 1;
    process.stdout.write(`${head.position} records and ${snapshots} versions are as they were written.\nHead of the chain: ${printedHead(head)}\n`);
    return 0;
  } finally {
    await stopping.run();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof StartError ? error.message : (error as Error).stack}\n`);
    process.exit(1);
  },
);
