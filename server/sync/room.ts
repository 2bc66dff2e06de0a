import * as Y from 'yjs';
import type { ScenarioSummary } from '@/lib/db/schema/scenarios';
import { AccordError } from '@/lib/domain/errors';
import { projectScenario } from '@/lib/document/project-scenario';
import { ForeignClientError } from '@/lib/log/foreign-client-error';
import { mergeUpdates } from '@/lib/log/merge-updates';
import { summaryOf } from '@/lib/log/summary-of';
import type { CloseReason } from '@/lib/sync/close-codes';
import type { News } from '@/lib/sync/messages';
import { Batch, type Inbound } from './batch';
import { MalformedError } from './byte-reader';
import type { Connection } from './connection';
import { decodeFrame, type Frame } from './decode-frame';
import { encodeStep1, encodeStep2, encodeUpdate } from './encode-frame';
import type { SyncLimits } from './limits';
import { Presences } from './presences';
import { PoisonedError, RoomDocument } from './room-document';
import type { RoomLog } from './room-log';
import { stateInPieces } from './state-in-pieces';
import { GaveUpError, Storage } from './storage';

/** What a room needs from outside. */
export interface RoomParts {
  readonly scenario: string;
  readonly log: RoomLog;
  readonly limits: SyncLimits;
  readonly saveSummary: (summary: ScenarioSummary) => Promise<void>;
  /** Called when something that a socket sent was refused. */
  readonly onRefused: (connection: Connection, reason: CloseReason, why: string, bytes: Uint8Array) => void;
  readonly onTrouble: (what: string, error?: unknown) => void;
  /** Called when nobody is left and everything is stored, or the room has given up. */
  readonly onEnded: (room: Room) => void;
}

const framesPerRound = 200;
const answersWithGapAtMost = 3;
const checkpointWorthIt = 50;

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

  private document!: RoomDocument;
  private inbox: Inbound[] = [];
  private inboxBytes = 0;
  private heardOf = 0;
  private working: Promise<void> | null = null;
  private woken = false;
  private changedSinceSummary = false;
  private summaryTimer: NodeJS.Timeout | null = null;
  private summaryDue = false;
  private checkpointing: Promise<void> | null = null;
  private presenceTimer: NodeJS.Timeout | null = null;
  private answers = new Map<string, readonly Uint8Array[]>();
  private readonly storage: Storage;

  constructor(private readonly parts: RoomParts) {
    const { limits } = parts;
    this.presences = new Presences((clientId) => this.document.owners.get(clientId), limits.presencesPerSocket);
    this.storage = new Storage(limits, (state, error) => {
      if (state === 'failing') parts.onTrouble('storage is failing', error);
      this.tell({ topic: 'storage', state });
    });
    this.opened = this.storage
      .insist(() => parts.log.open(), isFinal)
      .then((opened) => {
        this.storage.worked();
        this.document = new RoomDocument(opened);
        this.heardOf = opened.seq;
      });
    this.opened.catch(() => this.end());
  }

  get scenario(): string {
    return this.parts.scenario;
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
    if (this.presences.leave(connection)) this.showPresences();
    this.wake();
  }

  /** Takes a frame from a socket. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (connection.refused) return;
    const { limits } = this.parts;
    let frame: Frame;
    try {
      if (bytes.length > limits.frameBytes) return this.refuse(connection, 'frameTooLarge', `${bytes.length} bytes`, bytes);
      frame = decodeFrame(bytes);
      if (!connection.count(bytes.length, frame.kind === 'state-vector' ? 20 : 1)) return this.refuse(connection, 'tooManyFrames', 'too many frames for too long', bytes);
      switch (frame.kind) {
        case 'awareness':
          if (bytes.length > limits.awarenessBytes) return this.refuse(connection, 'frameTooLarge', `${bytes.length} bytes of awareness`, bytes);
          if (this.presences.receive(connection, frame.update)) this.showPresences();
          return;
        case 'query-awareness': {
          const others = this.presences.others(connection);
          if (others) connection.send(others);
          return;
        }
      }
    } catch (error) {
      if (error instanceof MalformedError) return this.refuse(connection, 'malformed', error.message, bytes);
      throw error;
    }
    this.queue({ connection, frame, bytes: bytes.length });
  }

  /** Says something to all who want to hear news. */
  tell(news: News): void {
    for (const connection of this.connections) connection.sendNews(news);
  }

  /** The log has grown up to `seq`, as somebody says. */
  heardOfSeq(seq: number): void {
    if (seq <= this.heardOf) return;
    this.heardOf = seq;
    this.wake();
  }

  /** Shows presences at most every so often; the first at once. */
  showPresences(): void {
    if (this.presenceTimer) return;
    this.presences.flush(this.connections);
    this.presenceTimer = setTimeout(() => {
      this.presenceTimer = null;
      this.presences.flush(this.connections);
    }, this.parts.limits.presenceEvery);
  }

  /** Called at regular intervals. */
  keepAlive(): void {
    for (const connection of this.connections) connection.keepAlive();
    if (this.presences.refresh(this.parts.limits.keepAliveEvery)) this.showPresences();
  }

  /** Commits all that has come in, then closes every socket and ends. */
  async close(reason: CloseReason): Promise<void> {
    this.storage.hurry();
    await this.opened.catch(() => {});
    for (const connection of this.connections) connection.pause('closing');
    while (!this.ended && (this.inbox.length > 0 || this.working)) {
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
    await this.checkpointing;
  }

  private refuse(connection: Connection, reason: CloseReason, why: string, bytes: Uint8Array): void {
    if (connection.refused) return;
    connection.refused = true;
    this.parts.onRefused(connection, reason, why, bytes);
    connection.close(reason);
  }

  private queue(inbound: Inbound): void {
    if (this.ended) return;
    const { connection, bytes } = inbound;
    const { limits } = this.parts;
    this.inbox.push(inbound);
    this.inboxBytes += bytes;
    connection.queuedFrames += 1;
    connection.queuedBytes += bytes;
    if (connection.queuedBytes > limits.inboxBytesPerSocket || connection.queuedFrames > limits.inboxFramesPerSocket) connection.pause('inbox');
    if (this.inboxBytes > limits.inboxBytesPerRoom) this.giveUp(new GaveUpError('too much is waiting to be committed'));
    else this.wake();
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
      if (this.heardOf > this.document.seq) {
        await this.storage.insist(() => this.catchUp(), isFinal);
        this.storage.worked();
      }
      const round = this.inbox.splice(0, framesPerRound);
      if (round.length > 0) {
        const batch = await this.commit(round);
        if (this.ended) return;
        this.settle(batch);
        this.release(round);
        await new Promise<void>((resolve) => setImmediate(resolve));
      } else if (this.summaryDue) await this.saveSummary();
      else if (this.connections.size === 0 && this.reservations === 0) {
        await this.putAway();
        if (this.connections.size === 0 && this.reservations === 0 && this.inbox.length === 0) return this.end();
      } else if (this.heardOf <= this.document.seq) return;
    }
  }

  /** Judges, applies and commits a round; repeats it from the stored state for as long as the commit fails. */
  private async commit(round: readonly Inbound[]): Promise<Batch> {
    for (;;) {
      try {
        const batch = await this.apply(round);
        const { entries } = batch;
        if (entries.length > 0) {
          const { firstSeq, lastSeq } = await this.storage.watch(this.parts.log.append(entries, this.document.confirmed));
          if (firstSeq > this.document.seq + 1) {
            const rows = await this.storage.insist(() => this.parts.log.readAfter(this.document.seq, firstSeq - 1), isFinal);
            const added = this.document.applyLogged(rows);
            if (added) batch.foreign.push(added);
          }
          this.document.seq = lastSeq;
          this.document.sinceCheckpoint += entries.length;
          for (const { person, clientIds } of entries) for (const clientId of clientIds) this.document.confirmed.set(clientId, person);
        }
        this.storage.worked();
        return batch;
      } catch (error) {
        if (error instanceof GaveUpError || isNotFound(error)) throw error;
        // Whether the commit happened is for the log to say; the document here may hold more than it.
        if (error instanceof PoisonedError || error instanceof ForeignClientError) this.parts.onTrouble(error.message, error);
        else await this.storage.failed(error);
        await this.reload();
      }
    }
  }

  private async reload(): Promise<void> {
    const opened = await this.storage.insist(() => this.parts.log.reopen(), isFinal);
    const { sinceCheckpoint, seq } = this.document;
    const missed = await this.storage.insist(() => this.parts.log.readAfter(seq, opened.seq), isFinal);
    this.document = new RoomDocument(opened);
    this.document.sinceCheckpoint = sinceCheckpoint + missed.length;
    this.answers.clear();
    // Our own commit may be among them, so nobody has seen them yet.
    if (missed.length > 0) this.passOn(mergeUpdates(missed.map((row) => row.update)), new Set());
  }

  private async apply(round: readonly Inbound[]): Promise<Batch> {
    const batch = new Batch();
    for (const { connection, frame } of round) {
      if (connection.refused) continue;
      switch (frame.kind) {
        case 'arrival':
          batch.arrivals.push(connection);
          break;
        case 'state-vector':
          batch.questions.set(connection, frame.stateVector);
          break;
        case 'acknowledge':
          batch.acknowledgements.push({ connection, frame: frame.frame });
          break;
        case 'update':
          await this.applyUpdate(batch, connection, frame.update, frame.complete);
      }
    }
    return batch;
  }

  private async applyUpdate(batch: Batch, connection: Connection, update: Uint8Array, complete: boolean): Promise<void> {
    const sender = { person: connection.person.id, mayWrite: connection.mayWrite };
    let verdict = this.document.judge(update, sender);
    if (verdict.outcome === 'gap' || (verdict.outcome === 'refused' && (verdict.reason === 'foreignClient' || verdict.reason === 'readOnly'))) {
      // The sender may have it from another process: the log knows more than this room until it has been read.
      const added = this.document.applyLogged(await this.parts.log.readAfter(this.document.seq));
      if (added) {
        batch.foreign.push(added);
        verdict = this.document.judge(update, sender);
      }
    }
    switch (verdict.outcome) {
      case 'refused':
        return this.refuse(connection, verdict.reason, verdict.why, update);
      case 'gap':
        batch.gaps.set(connection, complete ? 'found-in-answer' : 'found');
        return;
      case 'nothing-new':
        break;
      case 'accepted':
        try {
          const added = this.document.apply(update, verdict.overlaps, verdict.growth);
          if (added) {
            for (const clientId of verdict.clientIds) this.document.owners.set(clientId, sender.person);
            batch.add(connection, verdict.clientIds, added);
          }
        } catch (error) {
          this.refuse(connection, 'malformed', 'could not be applied', update);
          throw error;
        }
    }
    if (complete && batch.hasGap(connection)) batch.gaps.set(connection, 'filled');
  }

  /** After the commit: passes on, acknowledges, answers. */
  private settle(batch: Batch): void {
    const updates = [...batch.foreign, ...batch.entries.map((entry) => entry.update)];
    if (updates.length > 0) {
      this.answers.clear();
      this.changedSinceSummary = true;
      this.passOn(mergeUpdates(updates), batch.foreign.length === 0 && batch.senders.size === 1 ? batch.senders : new Set());
      this.scheduleSummary();
      this.checkpointNowAndThen();
    }
    this.settleGaps(batch);
    for (const { connection, frame } of batch.acknowledgements) {
      if (connection.gap) connection.heldAcknowledgements.push(frame);
      else connection.send(frame);
    }
    for (const connection of batch.arrivals) this.greet(connection);
    for (const [connection, stateVector] of batch.questions) this.answer(connection, stateVector);
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

  private passOn(update: Uint8Array, except: ReadonlySet<Connection>): void {
    const frame = encodeUpdate(update);
    for (const connection of this.connections) if (connection.asked && !except.has(connection)) connection.send(frame);
  }

  private greet(connection: Connection): void {
    connection.send(encodeStep1(Y.encodeStateVector(this.document.doc)));
    const others = this.presences.others(connection);
    if (others) connection.send(others);
    connection.sendNews({ topic: 'access', right: connection.right });
    if (this.isFailing) connection.sendNews({ topic: 'storage', state: 'failing' });
  }

  private answer(connection: Connection, stateVector: Uint8Array): void {
    connection.asked = true;
    const key = Buffer.from(stateVector).toString('latin1');
    let frames = this.answers.get(key);
    if (!frames) {
      const pieces = stateInPieces(this.document.doc, stateVector, this.parts.limits.pieceBytes);
      frames = pieces.map((piece, index) => (index === pieces.length - 1 ? encodeStep2(piece) : encodeUpdate(piece)));
      if (this.answers.size >= 8) this.answers.clear();
      this.answers.set(key, frames);
    }
    connection.sendLoad(frames);
  }

  private release(round: readonly Inbound[]): void {
    const { limits } = this.parts;
    for (const { connection, bytes } of round) {
      this.inboxBytes -= bytes;
      connection.queuedBytes -= bytes;
      connection.queuedFrames -= 1;
      if (connection.queuedBytes <= limits.inboxBytesPerSocket / 2 && connection.queuedFrames <= limits.inboxFramesPerSocket / 2) connection.resume('inbox');
    }
  }

  /** Reads what others have appended, and passes it on. */
  private async catchUp(): Promise<void> {
    const rows = await this.parts.log.readAfter(this.document.seq);
    const added = this.document.applyLogged(rows);
    this.heardOf = Math.max(this.document.seq, rows.at(-1)?.seq ?? 0);
    if (!added) return;
    this.answers.clear();
    this.passOn(added, new Set());
    this.changedSinceSummary = true;
    this.scheduleSummary();
  }

  private scheduleSummary(): void {
    this.summaryTimer ??= setTimeout(() => {
      this.summaryTimer = null;
      this.summaryDue = true;
      this.wake();
    }, this.parts.limits.summaryAfter);
  }

  /** Writes what lists show. Failing is no harm: the next change, or the last to leave, tries again. */
  private async saveSummary(): Promise<void> {
    this.summaryDue = false;
    if (!this.changedSinceSummary) return;
    this.changedSinceSummary = false;
    try {
      const scenario = projectScenario(this.document.doc);
      this.document.bounds.read(scenario);
      await this.parts.saveSummary(summaryOf(scenario));
    } catch (error) {
      this.changedSinceSummary = true;
      this.parts.onTrouble('the summary could not be written', error);
    }
  }

  private checkpointNowAndThen(): void {
    if (this.document.sinceCheckpoint >= this.parts.limits.checkpointEvery) void this.checkpoint();
  }

  /** Writes a checkpoint beside the rounds; what it holds is fixed now. */
  private checkpoint(): Promise<void> {
    if (this.checkpointing) return this.checkpointing;
    const { document } = this;
    const state = Y.encodeStateAsUpdate(document.doc);
    document.sinceCheckpoint = 0;
    this.checkpointing = this.parts.log
      .checkpoint({ seq: document.seq, state })
      .catch((error: unknown) => this.parts.onTrouble('a checkpoint could not be written', error))
      .finally(() => (this.checkpointing = null));
    return this.checkpointing;
  }

  private async putAway(): Promise<void> {
    if (this.summaryTimer) clearTimeout(this.summaryTimer);
    this.summaryTimer = null;
    await this.saveSummary();
    if (this.document.sinceCheckpoint >= checkpointWorthIt) await this.checkpoint();
  }

  /** Storage has failed for too long, or something is broken: everybody has to come back, to a room read from the log. */
  private giveUp(error: unknown): void {
    if (this.ended) return;
    const reason: CloseReason = error instanceof GaveUpError ? 'tryAgainLater' : isNotFound(error) ? 'notFound' : 'failed';
    this.parts.onTrouble('the room gave up', error);
    for (const connection of this.connections) connection.close(reason);
    this.connections.clear();
    this.inbox = [];
    this.end();
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    if (this.summaryTimer) clearTimeout(this.summaryTimer);
    if (this.presenceTimer) clearTimeout(this.presenceTimer);
    this.storage.stop();
    this.parts.onEnded(this);
  }
}

const isNotFound = (error: unknown): boolean => error instanceof AccordError && error.code === 'not-found';
/** True for what does not get better by trying again. */
const isFinal = (error: unknown): boolean => isNotFound(error) || error instanceof PoisonedError;
