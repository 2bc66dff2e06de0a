import type { SyncLimits } from './limits';

/** Two buckets, of frames and of bytes, that fill up with time. */
export class RateLimit {
  private frames: number;
  private bytes: number;
  private filledAt = performance.now();
  private throttledSince: number | null = null;

  constructor(private readonly limits: SyncLimits) {
    this.frames = limits.frameBurst;
    this.bytes = limits.byteBurst;
  }

  /** Takes from the buckets. @returns milliseconds to wait before reading on; 0 if there is enough left */
  take(bytes: number, frames: number): number {
    if (!this.limits.rates) return 0;
    const now = performance.now();
    const seconds = (now - this.filledAt) / 1000;
    this.filledAt = now;
    this.frames = Math.min(this.limits.frameBurst, this.frames + seconds * this.limits.framesPerSecond) - frames;
    this.bytes = Math.min(this.limits.byteBurst, this.bytes + seconds * this.limits.bytesPerSecond) - bytes;
    const wait = Math.max(-this.frames / this.limits.framesPerSecond, -this.bytes / this.limits.bytesPerSecond, 0);
    if (wait === 0) this.throttledSince = null;
    else this.throttledSince ??= now;
    return Math.ceil(wait * 1000);
  }

  /** For how long, in milliseconds, there has never been enough. */
  throttledFor(): number {
    return this.throttledSince === null ? 0 : performance.now() - this.throttledSince;
  }
}
