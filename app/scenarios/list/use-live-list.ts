'use client';
import { useEffect, useState } from 'react';
import type { ListedScenario } from '@/lib/scenarios/list-scenarios';

const interval = 10_000;

/**
 * The list, fetched again every ten seconds while the page is seen, and whenever it comes back into view.
 * @param initial what the server rendered
 * @returns `stale` while the last attempt has failed; `now`: when the list was true
 */
export function useLiveList(initial: readonly ListedScenario[], renderedAt: string): { readonly scenarios: readonly ListedScenario[]; readonly stale: boolean; readonly now: number } {
  const [state, setState] = useState({ scenarios: initial, stale: false, now: Date.parse(renderedAt) });
  useEffect(() => {
    let left = false;
    const refresh = async (): Promise<void> => {
      if (document.visibilityState === 'hidden') return;
      try {
        const answer = await fetch('/api/scenarios', { cache: 'no-store', signal: AbortSignal.timeout(interval) });
        if (answer.status === 401) return location.reload(); // the page leads to the sign-in and back
        if (!answer.ok) throw new Error(`the list answered ${answer.status}`);
        const { scenarios } = (await answer.json()) as { scenarios: ListedScenario[] };
        if (!left) setState({ scenarios, stale: false, now: Date.now() });
      } catch {
        if (!left) setState((before) => ({ ...before, stale: true }));
      }
    };
    const timer = setInterval(() => void refresh(), interval);
    const onVisible = (): void => void refresh();
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('online', onVisible);
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('online', onVisible);
    };
  }, []);
  return state;
}
