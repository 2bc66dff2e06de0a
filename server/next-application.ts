import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
import type { Config } from './config';

export interface NextApplication {
  readonly handle: ReturnType<ReturnType<typeof next>['getRequestHandler']>;
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts Next as a library. It is given a server that nobody listens on: on a real one Next would add an `upgrade`
 * listener of its own, which ends the sync rooms' sockets. What is Next's is emitted there instead; its `getUpgradeHandler`
 * does not reach the development server's socket, without which pages in development never come alive.
 */
export async function startNext(config: Config): Promise<NextApplication> {
  const upgrades = new EventEmitter();
  const application = next({ dev: config.dev, hostname: config.host, port: config.port, httpServer: upgrades as unknown as Server });
  await application.prepare();
  return {
    handle: application.getRequestHandler(),
    handleUpgrade(request, socket, head) {
      // Next listens from its first request on.
      if (!upgrades.emit('upgrade', request, socket, head)) socket.destroy();
    },
    close: () => application.close(),
  };
}
