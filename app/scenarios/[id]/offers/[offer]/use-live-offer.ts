'use client';
import { useCallback, useRef, useState } from 'react';
import { useWhileSeen } from '@/app/components/use-while-seen';
import type { Language } from '@/lib/domain/languages';
import type { OfferShown } from './offer-shown';

/** How often to ask: who is about to sign sees within two seconds what the others have done. */
const interval = 1_000;

export interface LiveOffer {
  readonly shown: OfferShown;
  /** True while the last attempt has failed. */
  readonly isStale: boolean;
  /** True once the offer cannot be seen any more. */
  readonly isGone: boolean;
  /** Asks at once, after one's own act. */
  readonly refresh: () => Promise<void>;
}

/** An offer as it goes on, asked for again and again while the page is seen. @param initial what the server rendered */
export function useLiveOffer(scenarioId: string, offer: number, language: Language, initial: OfferShown): LiveOffer {
  const [state, setState] = useState({ shown: initial, isStale: false, isGone: false });
  const etag = useRef(initial.etag);
  const asked = useRef(0);
  const address = `/api/scenarios/${scenarioId}/offers/${offer}?lang=${language}`;

  const refresh = useCallback(async (): Promise<void> => {
    const turn = ++asked.current;
    try {
      const answer = await fetch(address, { cache: 'no-store', headers: { 'if-none-match': etag.current }, signal: AbortSignal.timeout(10_000) });
      if (turn !== asked.current) return; // a later question is on its way: this answer may be older than what it brings
      if (answer.status === 401) return location.reload(); // the page leads to the sign-in and back
      if (answer.status === 404) return setState((before) => ({ ...before, isGone: true }));
      if (answer.status === 304) return setState((before) => (before.isStale ? { ...before, isStale: false } : before));
      if (!answer.ok) throw new Error(`the offer answered ${answer.status}`);
      const shown = (await answer.json()) as OfferShown;
      if (turn !== asked.current) return;
      etag.current = shown.etag;
      setState({ shown, isStale: false, isGone: false });
    } catch {
      if (turn === asked.current) setState((before) => (before.isStale ? before : { ...before, isStale: true }));
    }
  }, [address]);

  useWhileSeen(refresh, interval);
  return { ...state, refresh };
}
