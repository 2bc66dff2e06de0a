'use client';
import { useCallback, useRef, useState } from 'react';
import type { Meeting } from '@/lib/meetings/meeting';
import { useWhileSeen } from '@/app/components/use-while-seen';

export interface LiveMeeting {
  readonly meeting: Meeting;
  /** True while the last attempt has failed. */
  readonly isStale: boolean;
  /** True once the meeting cannot be seen any more. */
  readonly isGone: boolean;
  /** Asks at once, after one's own act. */
  readonly refresh: () => Promise<void>;
}

/** A meeting as it goes on, asked for again and again while the page is seen. @param initial what the server rendered */
export function useLiveMeeting(initial: Meeting): LiveMeeting {
  const [state, setState] = useState({ meeting: initial, isStale: false, isGone: false });
  const etag = useRef<string | null>(null);
  const asked = useRef(0);
  const { id } = initial;

  const refresh = useCallback(async (): Promise<void> => {
    const turn = ++asked.current;
    try {
      const answer = await fetch(`/api/meetings/${id}`, { cache: 'no-store', headers: etag.current ? { 'if-none-match': etag.current } : {}, signal: AbortSignal.timeout(10_000) });
      if (turn !== asked.current) return; // a later question is on its way: this answer may be older than what it brings
      if (answer.status === 401) return location.reload(); // the page leads to the sign-in and back
      if (answer.status === 404) return setState((before) => ({ ...before, isGone: true }));
      if (answer.status === 304) return setState((before) => (before.isStale ? { ...before, isStale: false } : before));
      if (!answer.ok) throw new Error(`the meeting answered ${answer.status}`);
      const meeting = (await answer.json()) as Meeting;
      if (turn !== asked.current) return;
      etag.current = answer.headers.get('etag');
      setState({ meeting, isStale: false, isGone: false });
    } catch {
      if (turn === asked.current) setState((before) => (before.isStale ? before : { ...before, isStale: true }));
    }
  }, [id]);

  useWhileSeen(refresh);
  return { ...state, refresh };
}
