'use client';
import { useCallback, useRef, useState } from 'react';
import { useWhileSeen } from './use-while-seen';

const interval = 10_000;

export interface LiveAnswer<T> {
  readonly answer: T;
  /** The last attempt has failed. */
  readonly stale: boolean;
  /** When the answer was true. */
  readonly now: number;
  /** Asks again at once. */
  readonly refresh: () => Promise<void>;
}

/**
 * What an address of the API answers, asked for again ten seconds after each answer while the page is seen, and whenever it
 * comes back into view.
 * Where the session has ended or the thing is gone, the page is loaded again and says so.
 * @param initial what the server rendered
 */
export function useLiveAnswer<T>(address: string, initial: T, renderedAt: string): LiveAnswer<T> {
  const [state, setState] = useState({ answer: initial, stale: false, now: Date.parse(renderedAt) });
  const asked = useRef({ last: 0, taken: 0 });
  const refresh = useCallback(async (): Promise<void> => {
    const number = ++asked.current.last;
    // an answer that was overtaken by a later one tells nothing new
    const take = (next: (before: typeof state) => typeof state): void => {
      if (number < asked.current.taken) return;
      asked.current.taken = number;
      setState(next);
    };
    try {
      const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(interval) });
      if (response.status === 401 || response.status === 404) return location.reload();
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      const answer = (await response.json()) as T;
      take(() => ({ answer, stale: false, now: Date.now() }));
    } catch {
      take((before) => ({ ...before, stale: true }));
    }
  }, [address]);
  useWhileSeen(refresh, interval, false);
  return { ...state, refresh };
}
