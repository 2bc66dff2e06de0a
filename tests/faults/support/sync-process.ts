import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { database } from '@/lib/db/client';
import { createSyncServer } from '@/server/sync/attach';

/** The production sync server in a process of its own, which a test can kill. Prints its port. */
const http = createServer();
const sync = createSyncServer({ db: database(), config: { address: 'http://localhost:1' }, log: pino({ level: 'error' }, pino.destination(2)) });
http.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head));
http.listen(0, '127.0.0.1', () => process.stdout.write(`${(http.address() as AddressInfo).port}\n`));
process.on('SIGTERM', () => void sync.close().then(() => process.exit(0)));
