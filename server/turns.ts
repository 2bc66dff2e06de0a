import type { ServerResponse } from 'node:http';

export interface TurnLimits {
  /** How much is done at once. */
  readonly atOnce: number;
  /** How many may wait; whoever comes then is turned away. */
  readonly waiting: number;
  /** After so many milliseconds the next one is let in although it is not done: it may only be its reader who is slow. */
  readonly longestTurn: number;
}

/**
 * Answers that cost a processor something, so many at once, the rest in the order in which they were asked for. Whoever goes away
 * before their turn costs nothing: else a page that was reloaded a thousand times would be rendered a thousand times, and everybody
 * else would wait for it.
 */
export class Turns {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly limits: TurnLimits) {}

  /** True if nobody else may wait. */
  get isFull(): boolean {
    return this.running >= this.limits.atOnce && this.waiting.size >= this.limits.waiting;
  }

  /** Does the work for an answer when it is its turn; nothing if nobody waits for the answer any more. */
  async take(response: ServerResponse, work: () => Promise<void>): Promise<void> {
    if (!(await this.begin(response))) return;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      this.next();
    };
    const late = setTimeout(end, this.limits.longestTurn);
    try {
      await work();
    } finally {
      clearTimeout(late);
      end();
    }
  }

  /** Waits for a turn. @returns false if the one who asked has gone */
  private begin(response: ServerResponse): Promise<boolean> {
    if (response.destroyed) return Promise.resolve(false);
    if (this.running < this.limits.atOnce) {
      this.running += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const start = (): void => {
        response.off('close', leave);
        resolve(true);
      };
      const leave = (): void => {
        this.waiting.delete(start);
        resolve(false);
      };
      this.waiting.add(start);
      response.once('close', leave);
    });
  }

  /** Hands a turn that is over to whoever has waited longest. */
  private next(): void {
    const [start] = this.waiting;
    if (!start) {
      this.running -= 1;
      return;
    }
    this.waiting.delete(start);
    start();
  }
}
