import { AccordError } from '@/lib/domain/errors';

/** How many wait at most, everybody of a large meeting: whoever comes later is told so at once, instead of waiting for minutes. */
export const mostWaiting = 40;

interface Waiting {
  readonly begin: () => void;
  readonly onWait: (ahead: number) => void;
}

/** Long works, one after the other in the order in which they were asked for: a second one would take memory and make neither faster. */
export class PrintQueue {
  private isBusy = false;
  private waiting: Waiting[] = [];

  /**
   * Does a work when its turn has come. Whoever gives up leaves the queue.
   * @param onWait told how many are still ahead, as often as that changes
   * @throws reports-busy if too many wait; what the work throws; the signal's reason, once it is aborted
   */
  async inTurn<T>(work: () => Promise<T>, { signal, onWait }: { readonly signal: AbortSignal; readonly onWait: (ahead: number) => void }): Promise<T> {
    signal.throwIfAborted();
    if (this.isBusy) await this.wait(signal, onWait);
    this.isBusy = true;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next.begin();
      else this.isBusy = false;
      this.tell();
    }
  }

  private wait(signal: AbortSignal, onWait: (ahead: number) => void): Promise<void> {
    if (this.waiting.length >= mostWaiting) throw new AccordError('reports-busy');
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.waiting = this.waiting.filter((each) => each !== own);
        reject(signal.reason as Error);
        this.tell();
      };
      const own: Waiting = {
        begin: () => {
          signal.removeEventListener('abort', leave);
          resolve();
        },
        onWait,
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(own);
      onWait(this.waiting.length);
    });
  }

  private tell(): void {
    for (const [index, { onWait }] of this.waiting.entries()) onWait(index + 1);
  }
}

/** The one of this process. */
export const printQueue = new PrintQueue();
