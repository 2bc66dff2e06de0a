import type { SyncLimits } from './limits';
import { StorageError } from './storage-error';

/** Storage has failed for longer than a room holds what it got. */
export class GaveUpError extends Error {
  override readonly name = 'GaveUpError';
}

const firstPause = 100;
const longestPause = 2_000;
const lastPatience = 5_000;

/** Whether a room's storage works, and how long it has not: tells of each change, spaces attempts, and sets an end to them. */
export class Storage {
  state: 'working' | 'failing' = 'working';
  private failingSince: number | null = null;
  private pause = firstPause;
  private stopped = false;
  private holdAtMost: number;

  constructor(
    private readonly limits: SyncLimits,
    private readonly onChange: (state: 'working' | 'failing', error?: unknown) => void,
  ) {
    this.holdAtMost = limits.holdAtMost;
  }

  /** Something worked. */
  worked(): void {
    this.failingSince = null;
    this.pause = firstPause;
    if (this.state === 'failing') {
      this.state = 'working';
      this.onChange('working');
    }
  }

  /**
   * Something failed: waits before the next attempt.
   * @throws GaveUpError if it has failed for too long
   */
  async failed(error: unknown): Promise<void> {
    this.failingSince ??= performance.now();
    this.fail(error);
    if (this.stopped || performance.now() - this.failingSince > this.holdAtMost) throw new GaveUpError('storage has failed for too long', { cause: error });
    const pause = this.pause * (0.5 + Math.random());
    this.pause = Math.min(this.pause * 2, longestPause);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }

  /** Repeats an attempt for as long as storage fails. @throws GaveUpError, or whatever else the attempt throws */
  async insist<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await this.watch(attempt());
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        await this.failed(error);
      }
    }
  }

  /** Waits for something under way; says so when it takes too long. @throws GaveUpError if it takes far too long */
  async watch<T>(pending: Promise<T>): Promise<T> {
    let slow: NodeJS.Timeout | undefined;
    let end: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      slow = setTimeout(() => this.fail(undefined), this.limits.slowCommit);
      const left = this.holdAtMost - (this.failingSince === null ? 0 : performance.now() - this.failingSince);
      end = setTimeout(() => reject(new GaveUpError('storage has not answered for too long')), Math.max(left, 0));
    });
    try {
      return await Promise.race([pending, tooLong]);
    } finally {
      clearTimeout(slow);
      clearTimeout(end);
      pending.catch(() => {}); // its outcome is read from the log
    }
  }

  /** No further attempts. */
  stop(): void {
    this.stopped = true;
  }

  /** The process is about to end: what does not work soon is given up. */
  hurry(): void {
    this.holdAtMost = Math.min(this.holdAtMost, lastPatience);
  }

  private fail(error: unknown): void {
    if (this.state === 'failing') return;
    this.state = 'failing';
    this.onChange('failing', error);
  }
}
