import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Database } from '@/lib/db/client';
import type { Config } from '../config';
import type { Log } from '../log';

export interface SyncServer {
  /** Takes over the upgrade of a request to `/sync/<scenarioId>`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  health(): Promise<'ok' | 'failing'>;
  /** Commits what is pending and closes every socket with a code that asks for a retry. */
  close(): Promise<void>;
}

export function createSyncServer(_parts: { readonly db: Database; readonly config: Config; readonly log: Log }): SyncServer {
  return {
    handleUpgrade: (_request, socket) => void socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n'),
    health: () => Promise.resolve('ok'),
    close: () => Promise.resolve(),
  };
}
