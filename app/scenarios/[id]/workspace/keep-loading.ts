const pause = 4_000;

/**
 * Loads a piece of the page, trying again for as long as it does not come: whoever opened a scenario on a bad line must
 * not lose the page over it. Tries at once when the network is back.
 * @param done called once, unless stopped before
 * @returns stops it
 */
export function keepLoading<T>(load: () => Promise<T>, done: (piece: T) => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = (): void => {
    clearTimeout(timer);
    load().then(
      (piece) => {
        if (stopped) return;
        stop();
        done(piece);
      },
      () => {
        if (!stopped) timer = setTimeout(attempt, pause);
      },
    );
  };
  const stop = (): void => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', attempt);
  };
  window.addEventListener('online', attempt);
  attempt();
  return stop;
}
