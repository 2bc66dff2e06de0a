import { EventEmitter } from 'node:events';
import type { Server } from 'node:http';
import next from 'next';
import type { Config } from './config';

export interface NextApplication {
  readonly handle: ReturnType<ReturnType<typeof next>['getRequestHandler']>;
  readonly handleUpgrade: ReturnType<ReturnType<typeof next>['getUpgradeHandler']>;
  readonly close: () => Promise<void>;
}

/**
 * Starts Next as a library. It is given a server that nobody listens on: on a real one Next would add an `upgrade`
 * listener of its own, which ends the sync rooms' sockets.
 */
export async function startNext(config: Config): Promise<NextApplication> {
  const application = next({ dev: config.dev, hostname: config.host, port: config.port, httpServer: new EventEmitter() as unknown as Server });
  await application.prepare();
  return { handle: application.getRequestHandler(), handleUpgrade: application.getUpgradeHandler(), close: () => application.close() };
}
