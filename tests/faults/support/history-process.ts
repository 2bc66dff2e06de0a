import { closeDatabases, database } from '@/lib/db/client';
import { keepHistory } from '@/lib/log/keep-history';

/** Keeps the history of the scenario named on the command line, in a process of its own, which a test can kill. */
await keepHistory(database(), process.argv[2]!);
await closeDatabases();
