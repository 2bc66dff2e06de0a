import type { Inbound } from './batch';
import type { SyncLimits } from './limits';

/** What has come in to a room and waits for its round. Whose part grows too large is not read from until it has shrunk. */
export class Inbox {
  private waiting: Inbound[] = [];
  private bytes = 0;

  constructor(private readonly limits: Pick<SyncLimits, 'inboxBytesPerSocket' | 'inboxFramesPerSocket' | 'inboxBytesPerRoom'>) {}

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** @returns false if more waits than a room holds */
  put(inbound: Inbound): boolean {
    const { connection, bytes } = inbound;
    this.waiting.push(inbound);
    this.bytes += bytes;
    connection.queuedFrames += 1;
    connection.queuedBytes += bytes;
    if (connection.queuedBytes > this.limits.inboxBytesPerSocket || connection.queuedFrames > this.limits.inboxFramesPerSocket) connection.pause('inbox');
    return this.bytes <= this.limits.inboxBytesPerRoom;
  }

  /** The next ones, in the order in which they came. They count as waiting until they are `done`. */
  take(count: number): Inbound[] {
    return this.waiting.splice(0, count);
  }

  done(round: readonly Inbound[]): void {
    for (const { connection, bytes } of round) {
      this.bytes -= bytes;
      connection.queuedBytes -= bytes;
      connection.queuedFrames -= 1;
      if (connection.queuedBytes <= this.limits.inboxBytesPerSocket / 2 && connection.queuedFrames <= this.limits.inboxFramesPerSocket / 2) connection.resume('inbox');
    }
  }

  clear(): void {
    this.waiting = [];
    this.bytes = 0;
  }
}
