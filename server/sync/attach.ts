import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { inArray } from 'drizzle-orm';
import { WebSocket, WebSocketServer, type RawData } from 'ws';
import type { Database } from '@/lib/db/client';
import type { Notification } from '@/lib/db/notifications';
import { documents } from '@/lib/db/schema/documents';
import { writeListed } from '@/lib/log/write-listed';
import { can } from '@/lib/policies/can';
import { sessionFromCookies } from '@/lib/sessions/session-from-cookies';
import { closeCodes, type CloseReason } from '@/lib/sync/close-codes';
import type { Config } from '../config';
import { hasForeignOrigin } from '../foreign-origin';
import type { Log } from '../log';
import { presentPerson, readRight } from './access';
import { sweepAccess } from './access-sweep';
import { parseAddress } from './address';
import { Attendance } from './attendance';
import { closeSocket, Connection } from './connection';
import { Doorstep } from './doorstep';
import { judgeUpdate, type Judge } from './gate';
import { readLimits, type SyncLimits } from './limits';
import { NotificationListener } from './notification-listener';
import { roomLog } from './room-log';
import { Rooms } from './rooms';

export interface SyncServer {
  /** Takes over the upgrade of a request to `/sync/<scenarioId>`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  health(): Promise<'ok' | 'failing'>;
  /** Commits what is pending and closes every socket with a code that asks for a retry. */
  close(): Promise<void>;
}

export interface SyncParts {
  readonly db: Database;
  readonly config: Pick<Config, 'address'>;
  readonly log: Log;
  readonly limits?: SyncLimits;
  /** A seam for tests whose judge breaks. */
  readonly judge?: Judge;
}

/** A frame beyond `maxPayload` is refused by `ws` itself, with a code that asks for a retry; ours says that it makes no sense. */
class SyncSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === 1009) super.close(closeCodes.frameTooLarge, 'frameTooLarge');
    else super.close(code, reason);
  }
}

/** Puts the sync server together: sockets, rooms, and what tells them of changes elsewhere. The rules stand in PROTOCOL.md. */
export function createSyncServer({ db, config, log: processLog, limits = readLimits(process.env), judge = judgeUpdate }: SyncParts): SyncServer {
  const log = processLog.child({ part: 'sync' });
  const node = randomUUID();
  const open = new Set<Connection>();
  const doorstep = new Doorstep(limits);
  const refusals = new Map<string, number>();
  const attendance = new Attendance(db, node, (error) => log.warn({ err: error }, 'attendance could not be written'));
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: limits.frameBytes + 64, WebSocket: SyncSocket, clientTracking: false });

  const rooms = new Rooms((scenario) => ({
    scenario,
    limits,
    log: roomLog(db, scenario),
    judge,
    saveSummary: (content, seq) => db.transaction((tx) => writeListed(tx, scenario, content, seq)),
    onRefused: (connection, reason, why, bytes) => {
      const count = (refusals.get(reason) ?? 0) + 1;
      refusals.set(reason, count);
      const { person } = connection;
      log.warn({ scenario, person: person.id, reason, why, count, length: bytes.length, bytes: Buffer.from(bytes.subarray(0, 32)).toString('hex') }, 'refused');
    },
    onTrouble: (what, error) => log.error({ scenario, err: error }, what),
  }));

  const sweep = (connections: readonly Connection[]): void => {
    sweepAccess(db, connections, {
      onEnded: end,
      onRightChanged: (connection) => connection.sendNews({ topic: 'access', right: connection.right, editing: connection.editingState }),
      onRenamed: (connection) => rooms.get(connection.scenario)?.presences.restamp(connection),
    }).catch((error: unknown) => log.warn({ err: error }, 'access could not be read'));
  };

  function end(connection: Connection, reason: CloseReason): void {
    connection.refused = true;
    connection.close(reason);
  }

  function hear(notification: Notification): void {
    switch (notification.about) {
      case 'document':
        return rooms.get(notification.scenario)?.heardOfSeq(notification.seq);
      case 'access':
        return sweep([...open].filter(({ scenario, person }) => scenario === notification.scenario && person.id === notification.person));
      case 'person':
        return sweep([...open].filter(({ person }) => person.id === notification.person));
      case 'inbox':
        for (const connection of open) if (connection.person.id === notification.person) connection.sendNews({ topic: 'inbox' });
        return;
      case 'editing':
        return sweep([...open].filter(({ scenario }) => scenario === notification.scenario));
      case 'meetings':
        return rooms.get(notification.scenario)?.tell({ topic: 'meetings' });
      case 'threads':
        return rooms
          .get(notification.scenario)
          ?.tell({ topic: 'threads', thread: notification.thread }, ({ actor }) => can(actor, 'internal-thread.see', { internalTo: notification.delegation ?? null }));
      case 'snapshots':
        return rooms.get(notification.scenario)?.tell({ topic: 'snapshots' });
      case 'positions':
        return rooms.get(notification.scenario)?.tell({ topic: 'positions' });
    }
  }

  async function poll(): Promise<void> {
    const ids = [...rooms].map((room) => room.scenario);
    if (ids.length === 0) return;
    const rows = await db.select({ scenario: documents.scenarioId, seq: documents.lastSeq }).from(documents).where(inArray(documents.scenarioId, ids));
    for (const { scenario, seq } of rows) rooms.get(scenario)?.heardOfSeq(seq);
  }

  const pollQuietly = (): void => void poll().catch((error: unknown) => log.warn({ err: error }, 'the log could not be asked'));
  const listener = new NotificationListener(
    db.$client.options,
    hear,
    () => {
      pollQuietly();
      sweep([...open]);
    },
    (error) => log.warn({ err: error }, 'notifications are interrupted'),
  );
  const timers = [
    setInterval(() => sweep([...open]), limits.sweepEvery),
    setInterval(pollQuietly, limits.pollEvery),
    setInterval(() => {
      for (const room of rooms) room.keepAlive();
      attendance.refresh().catch((error: unknown) => log.warn({ err: error }, 'attendance could not be written'));
    }, limits.keepAliveEvery),
  ];

  /** Who may come in, and under what name. Whoever may not hears it as a close code: an HTTP status would be retried for ever. */
  async function admit(request: IncomingMessage, socket: WebSocket): Promise<CloseReason | null> {
    const { scenario, news, epoch } = parseAddress(request.url);
    if (hasForeignOrigin(request, config.address)) return 'forbidden';
    const session = await sessionFromCookies(request.headers.cookie, db);
    if (!session) return 'signedOut';
    if (!scenario) return 'notFound';
    const access = await readRight(db, scenario, session.person.id);
    if (access === null || !can(session.actor, 'scenario.read', access)) return 'notFound';
    const person = presentPerson({ id: session.person.id, name: session.person.name, delegation: session.person.delegation?.code ?? null });
    const connection = new Connection(socket, scenario, person, session.actor, access.right, access.editing, session, news, limits);
    const room = await rooms.enter(connection, epoch);
    if (typeof room === 'string') return room;
    if (!connection.isOpen) return null;
    open.add(connection);
    const depart = attendance.arrive(scenario, person.id);
    socket.on('message', (data: RawData) => room.receive(connection, data as Buffer));
    socket.on('close', () => {
      open.delete(connection);
      depart();
      room.leave(connection);
    });
    return null;
  }

  return {
    handleUpgrade(request, socket, head) {
      // The one refusal by HTTP status: it asks for another try, as it should, and costs no socket.
      if (doorstep.isFull) return void socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nConnection: close\r\n\r\n');
      server.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on('error', (error) => log.debug({ err: error }, 'socket error'));
        webSocket.pause(); // what comes in waits until somebody is there to take it
        const comeIn = doorstep.wait(webSocket);
        admit(request, webSocket)
          .then((reason) => {
            if (reason) return closeSocket(webSocket, reason);
            comeIn();
            webSocket.resume();
          })
          .catch((error: unknown) => {
            log.error({ err: error }, 'a socket could not be admitted');
            closeSocket(webSocket, 'tryAgainLater');
          });
      });
    },

    async health() {
      if (!listener.isListening) return 'failing';
      for (const room of rooms) if (room.isFailing) return 'failing';
      return 'ok';
    },

    async close() {
      for (const timer of timers) clearInterval(timer);
      await rooms.close('goingAway');
      await listener.close();
      await attendance.close().catch((error: unknown) => log.warn({ err: error }, 'attendance could not be written'));
      server.close();
    },
  };
}
