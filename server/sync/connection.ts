import { WebSocket } from 'ws';
import type { Right } from '@/lib/domain/delegations';
import type { EditingState } from '@/lib/domain/editing';
import { can, type Actor } from '@/lib/policies/can';
import type { SessionToken } from '@/lib/sessions/session-token';
import { closeCodes, type CloseReason } from '@/lib/sync/close-codes';
import type { News } from '@/lib/sync/messages';
import type { PresentPerson } from '@/lib/sync/presence';
import { encodeNews, keepAliveFrame } from './encode-frame';
import type { SyncLimits } from './limits';
import { RateLimit } from './rate-limit';

/** How long a socket may take to answer a close before it is cut. */
const patienceWithClose = 2_000;

/** How long edits are let in after editing was closed for everybody or for all but one: long enough for the news to travel around half the world, and for what somebody was typing to come back. */
const patienceWithEdits = 3_000;

/**
 * One open socket: whose it is, what they may do right now, and what goes out. What comes in is the room's matter.
 * `openedAt` and `heardAt` tell a connection that replaces a dead one from a second one beside it.
 */
export class Connection {
  readonly openedAt = Date.now();
  heardAt = Date.now();
  /** What of this socket waits in the room's inbox. */
  queuedFrames = 0;
  queuedBytes = 0;
  /** True once the client has asked for the document; before, updates would mean nothing to it. */
  asked = false;
  /** True while something it sent was put back because what it builds on is missing; what comes after is not safe either. */
  gap = false;
  /** How many complete answers in a row still had a gap. */
  failedAnswers = 0;
  /** Acknowledgements that wait for the gap to be filled. */
  readonly heldAcknowledgements: Uint8Array[] = [];
  /** Set once something it sent was refused, or its access ended: nothing more from it is looked at. */
  refused = false;
  private letInUntil = 0;

  private readonly rate: RateLimit;
  private sentSinceKeepAlive = false;
  private unansweredPings = 0;
  private unsentBefore = 0;
  private largeLoad = 0;
  private readonly pauses = new Set<string>();

  constructor(
    readonly socket: WebSocket,
    readonly scenario: string,
    public person: PresentPerson,
    public actor: Actor,
    public right: Right,
    private editing: EditingState,
    readonly session: Pick<SessionToken, 'sessionId' | 'sessionVersion'>,
    readonly wantsNews: boolean,
    private readonly limits: SyncLimits,
  ) {
    this.rate = new RateLimit(limits);
    socket.on('pong', () => this.heard());
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  get mayWrite(): boolean {
    return can(this.actor, 'scenario.edit', { right: this.right, editing: Date.now() < this.letInUntil ? 'open' : this.editing });
  }

  /** Whether a right to edit can be used right now. */
  get editingState(): EditingState {
    return this.editing;
  }

  /** Editing is closed, or open again. The person hears of it at once; what was on its way then is still let in. */
  setEditing(editing: EditingState): void {
    if (this.editing === 'open' && editing !== 'open') this.letInUntil = Date.now() + patienceWithEdits;
    this.editing = editing;
  }

  heard(): void {
    this.heardAt = Date.now();
    this.unansweredPings = 0;
  }

  /** Sends a frame, unless the reader is too slow to get any: then it is cut, and gets everything when it comes back. */
  send(frame: Uint8Array): void {
    if (!this.isOpen) return;
    if (this.socket.bufferedAmount > this.limits.unsentBytes + this.largeLoad) {
      this.close('slowReader');
      return;
    }
    this.sentSinceKeepAlive = true;
    this.socket.send(frame);
  }

  /** Sends a first load, which may be larger than what is held for a slow reader otherwise. */
  sendLoad(frames: readonly Uint8Array[]): void {
    this.largeLoad = frames.reduce((sum, frame) => sum + frame.length, 0);
    for (const frame of frames) this.send(frame);
  }

  sendNews(news: News): void {
    if (this.wantsNews) this.send(encodeNews(news));
  }

  /**
   * Counts a frame that came in.
   * @returns false if the socket has sent too much for too long
   */
  count(bytes: number, frames = 1): boolean {
    this.heard();
    const wait = this.rate.take(bytes, frames);
    if (wait === 0) return true;
    if (this.rate.throttledFor() > this.limits.throttledAtMost) return false;
    if (!this.pauses.has('rate')) {
      this.pause('rate');
      setTimeout(() => this.resume('rate'), wait).unref();
    }
    return true;
  }

  /** Reads nothing from the socket until every reason for a pause has gone. */
  pause(reason: string): void {
    this.pauses.add(reason);
    this.socket.pause();
  }

  resume(reason: string): void {
    if (this.pauses.delete(reason) && this.pauses.size === 0) this.socket.resume();
  }

  /** Called at regular intervals. Ends a socket whose other end has gone without a word; a slow line that still moves is alive. */
  keepAlive(): void {
    if (!this.isOpen) return;
    const unsent = this.socket.bufferedAmount;
    if (unsent === 0) this.largeLoad = 0;
    const moves = unsent < this.unsentBefore || this.pauses.size > 0;
    this.unsentBefore = unsent;
    if (moves) this.unansweredPings = 0;
    if (this.unansweredPings >= 2) {
      this.socket.terminate();
      return;
    }
    this.unansweredPings += 1;
    this.socket.ping();
    if (!this.sentSinceKeepAlive) this.socket.send(keepAliveFrame);
    this.sentSinceKeepAlive = false;
  }

  /** Closes the socket with a named code; cuts it if the other end does not answer. */
  close(reason: CloseReason): void {
    closeSocket(this.socket, reason);
  }
}

/** Closes a socket with a named code, and cuts it if the other end does not answer. */
export function closeSocket(socket: WebSocket, reason: CloseReason): void {
  if (socket.readyState === WebSocket.CLOSED) return;
  socket.resume();
  socket.close(closeCodes[reason], reason);
  setTimeout(() => socket.terminate(), patienceWithClose).unref();
}
