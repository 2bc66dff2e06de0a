import * as Y from 'yjs';
import { AccordError } from '@/lib/domain/errors';
import type { Scenario } from '@/lib/domain/scenario';
import { mergeUpdates } from '@/lib/log/merge-updates';
import type { CloseReason } from '@/lib/sync/close-codes';
import type { News } from '@/lib/sync/messages';
import { Answers } from './answers';
import type { Refuse } from './apply-round';
import type { Batch, Inbound } from './batch';
import { MalformedError } from './byte-reader';
import type { Connection } from './connection';
import { decodeFrame } from './decode-frame';
import { DocumentKeeper } from './document-keeper';
import { encodeStep1, encodeUpdate } from './encode-frame';
import type { Judge } from './gate';
import { Inbox } from './inbox';
import type { SyncLimits } from './limits';
import { Presences } from './presences';
import type { RoomDocument } from './room-document';
import type { RoomLog } from './room-log';
import { GaveUpError, Storage } from './storage';
import { Upkeep } from './upkeep';

/** What a room needs from outside. */
export interface RoomParts {
  readonly scenario: string;
  readonly log: RoomLog;
  readonly judge: Judge;
  readonly limits: SyncLimits;
  /** Writes what lists show of the scenario as it is after the update `seq`. */
  readonly saveSummary: (scenario: Scenario, seq: number) => Promise<void>;
  /** Called when something that a socket sent was refused. */
  readonly onRefused: (connection: Connection, reason: CloseReason, why: string, bytes: Uint8Array) => void;
  readonly onTrouble: (what: string, error?: unknown) => void;
  /** Called when nobody is left and everything is stored, or the room has given up. */
  readonly onEnded: (room: Room) => void;
}

const framesPerRound = 200;
const answersWithGapAtMost = 3;

/**
 * One open document and the sockets on it. Everything that concerns the document happens in rounds, one after the other: take
 * what has come in, judge and apply it, commit it, pass it on, acknowledge it, answer questions. While a commit is under way
 * new frames wait, so whenever anybody is told anything the document is exactly what is stored. Presence waits for nothing.
 * See PROTOCOL.md.
 */
export class Room {
  readonly connections = new Set<Connection>();
  readonly presences: Presences;
  /** Settles when the document has been read; rejects with AccordError('not-found'), or if storage keeps failing. */
  readonly opened: Promise<void>;
  /** How many are about to enter, so that the room must not end. */
  private reservations = 0;
  ended = false;

  private readonly inbox: Inbox;
  private heardOf = 0;
  private working: Promise<void> | null = null;
  private woken = false;
  private readonly answers: Answers;
  private readonly upkeep: Upkeep;
  private readonly storage: Storage;
  private readonly keeper: DocumentKeeper;

  constructor(private readonly parts: RoomParts) {
    const { limits } = parts;
    this.presences = new Presences(this.connections, (clientId) => this.document.owners.get(clientId), limits);
    this.inbox = new Inbox(limits);
    this.answers = new Answers(limits.pieceBytes);
    this.upkeep = new Upkeep({
      ...limits,
      ...parts,
      onDue: () => this.wake(),
    });
    this.storage = new Storage(limits, (state, error) => {
      if (state === 'failing') parts.onTrouble('storage is failing', error);
      this.tell({ topic: 'storage', state });
    });
    this.keeper = new DocumentKeeper({ ...parts, storage: this.storage, refuse: this.refuse, onFound: (update) => this.changed(update, new Set()) });
    this.opened = this.keeper.open().then(() => {
      this.heardOf = this.document.seq;
    });
    this.opened.catch(() => this.end());
  }

  get scenario(): string {
    return this.parts.scenario;
  }

  private get document(): RoomDocument {
    return this.keeper.document;
  }

  get epoch(): number {
    return this.document.epoch;
  }

  /** The document's sequence number as far as this room knows it. */
  get seq(): number {
    return this.document.seq;
  }

  get isFailing(): boolean {
    return this.storage.state === 'failing';
  }

  /** Keeps the room open for somebody who is about to enter. @returns gives the place up; entering does not */
  reserve(): () => void {
    this.reservations += 1;
    return () => {
      this.reservations -= 1;
      this.wake();
    };
  }

  /** Lets somebody in. Only after `opened`. */
  enter(connection: Connection): void {
    this.connections.add(connection);
    this.queue({ connection, frame: { kind: 'arrival' }, bytes: 0 });
  }

  /** Somebody's socket has closed. What it sent before is still worked on. */
  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.presences.leave(connection);
    this.wake();
  }

  /** Takes a frame from a socket. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (connection.refused) return;
    const { limits } = this.parts;
    try {
      if (bytes.length > limits.frameBytes) return this.refuse(connection, 'frameTooLarge', `${bytes.length} bytes`, bytes);
      const frame = decodeFrame(bytes);
      if (!connection.count(bytes.length, frame.kind === 'state-vector' ? 20 : 1)) return this.refuse(connection, 'tooManyFrames', 'too many frames for too long', bytes);
      switch (frame.kind) {
        case 'awareness':
          if (bytes.length > limits.awarenessBytes) return this.refuse(connection, 'frameTooLarge', `${bytes.length} bytes of awareness`, bytes);
          this.presences.receive(connection, frame.update);
          return;
        case 'query-awareness': {
          const others = this.presences.others(connection);
          if (others) connection.send(others);
          return;
        }
        case 'state-vector':
        case 'update':
        case 'acknowledge':
          return this.queue({ connection, frame, bytes: bytes.length });
      }
    } catch (error) {
      const isMalformed = error instanceof MalformedError;
      if (!isMalformed) this.parts.onTrouble('a frame could not be read', error);
      this.refuse(connection, 'malformed', isMalformed ? error.message : 'it could not be read', bytes);
    }
  }

  /** Says something to all who want to hear news and, where `may` is given, may hear this. */
  tell(news: News, may: (connection: Connection) => boolean = () => true): void {
    for (const connection of this.connections) if (may(connection)) connection.sendNews(news);
  }

  /** The log has grown up to `seq`, as somebody says. */
  heardOfSeq(seq: number): void {
    if (seq <= this.heardOf) return;
    this.heardOf = seq;
    this.wake();
  }

  /** Called at regular intervals. */
  keepAlive(): void {
    for (const connection of this.connections) connection.keepAlive();
    this.presences.refresh(this.parts.limits.keepAliveEvery);
  }

  /** Commits all that has come in, then closes every socket and ends. */
  async close(reason: CloseReason): Promise<void> {
    this.storage.hurry();
    await this.opened.catch(() => {});
    for (const connection of this.connections) connection.pause('closing');
    while (!this.ended && (!this.inbox.isEmpty || this.working)) {
      this.wake();
      await this.working;
    }
    for (const connection of [...this.connections]) {
      connection.close(reason);
      this.leave(connection);
    }
    while (!this.ended) {
      this.wake();
      await this.working;
    }
  }

  private readonly refuse: Refuse = (connection, reason, why, bytes) => {
    if (connection.refused) return;
    connection.refused = true;
    this.parts.onRefused(connection, reason, why, bytes);
    connection.close(reason);
  };

  private queue(inbound: Inbound): void {
    if (this.ended) return;
    if (this.inbox.put(inbound)) this.wake();
    else this.giveUp(new GaveUpError('too much is waiting to be committed'));
  }

  private wake(): void {
    if (this.ended || this.woken) return;
    this.woken = true;
    if (this.working) return;
    // What comes in within one turn of the event loop is one round.
    this.working = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.work())
      .catch((error: unknown) => this.giveUp(error))
      .finally(() => {
        this.working = null;
        if (this.woken && !this.ended) {
          this.woken = false;
          this.wake();
        }
      });
  }

  private async work(): Promise<void> {
    await this.opened;
    while (!this.ended) {
      this.woken = false;
      if (this.heardOf > this.document.seq) this.heardOf = await this.keeper.catchUp();
      const round = this.inbox.take(framesPerRound);
      if (round.length > 0) {
        const batch = await this.keeper.commit(round);
        if (this.ended) return;
        this.settle(batch);
        this.inbox.done(round);
        await new Promise<void>((resolve) => setImmediate(resolve));
      } else if (this.upkeep.isDue) await this.upkeep.saveSummary(this.document);
      else if (this.connections.size === 0 && this.reservations === 0) {
        await this.upkeep.putAway(this.document);
        if (this.connections.size === 0 && this.reservations === 0 && this.inbox.isEmpty) return this.end();
      } else if (this.heardOf <= this.document.seq) return;
    }
  }

  /** After the commit: passes on, acknowledges, answers. */
  private settle(batch: Batch): void {
    const updates = [...batch.foreign, ...batch.entries.map((entry) => entry.update)];
    if (updates.length > 0) this.changed(mergeUpdates(updates), batch.foreign.length === 0 && batch.senders.size === 1 ? batch.senders : new Set());
    this.settleGaps(batch);
    for (const { connection, frame } of batch.acknowledgements) {
      if (connection.gap) connection.heldAcknowledgements.push(frame);
      else connection.send(frame);
    }
    for (const connection of batch.arrivals) this.greet(connection);
    for (const [connection, stateVector] of batch.questions) {
      connection.asked = true;
      connection.sendLoad(this.answers.to(stateVector, this.document.doc));
    }
  }

  private settleGaps(batch: Batch): void {
    for (const [connection, gap] of batch.gaps) {
      connection.gap = gap !== 'filled';
      if (gap === 'filled') {
        connection.failedAnswers = 0;
        for (const frame of connection.heldAcknowledgements.splice(0)) connection.send(frame);
      } else if (gap === 'found-in-answer' && ++connection.failedAnswers >= answersWithGapAtMost) {
        this.refuse(connection, 'malformed', 'what it builds on does not exist', new Uint8Array());
      } else connection.send(encodeStep1(Y.encodeStateVector(this.document.doc)));
    }
  }

  /** The stored document has grown by `update`: tells everybody but those who know. */
  private changed(update: Uint8Array, except: ReadonlySet<Connection>): void {
    this.answers.forget();
    this.upkeep.afterChange(this.document);
    const frame = encodeUpdate(update);
    for (const connection of this.connections) if (connection.asked && !except.has(connection)) connection.send(frame);
  }

  private greet(connection: Connection): void {
    connection.send(encodeStep1(Y.encodeStateVector(this.document.doc)));
    const others = this.presences.others(connection);
    if (others) connection.send(others);
    connection.sendNews({ topic: 'access', right: connection.right, editing: connection.editingState });
    if (this.isFailing) connection.sendNews({ topic: 'storage', state: 'failing' });
  }

  /** Storage has failed for too long, or something is broken: everybody has to come back, to a room read from the log. */
  private giveUp(error: unknown): void {
    if (this.ended) return;
    const reason: CloseReason = error instanceof GaveUpError ? 'tryAgainLater' : error instanceof AccordError && error.code === 'not-found' ? 'notFound' : 'failed';
    this.parts.onTrouble('the room gave up', error);
    for (const connection of this.connections) connection.close(reason);
    this.connections.clear();
    this.inbox.clear();
    this.end();
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.upkeep.stop();
    this.presences.stop();
    this.storage.stop();
    this.parts.onEnded(this);
  }
}
