/** How the making of a long file goes on, for who waits for it. */
export interface Making {
  /** Called after each step with how many of all steps are done. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Once it is aborted, nothing more is made. */
  readonly signal?: AbortSignal;
}

/** The server has one thread: nobody else's request waits longer than this for a file that is being made. */
const longestTurn = 12;

/**
 * Lets others have their turn between the steps of a long work.
 * @returns what to call after each step; it rejects with the signal's reason once that is aborted
 */
export function takingTurns(signal?: AbortSignal): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began >= longestTurn) {
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    }
    signal?.throwIfAborted();
  };
}
