'use client';
import { useEffect } from 'react';

/** How often to ask. A question whose answer is known costs a line: on bad connections that comes through sooner than a stream that has to notice that it broke. */
const interval = 2_000;

/** Asks at once and again and again while the page is seen, one question after the other. @param ask a stable function */
export function useWhileSeen(ask: () => Promise<void>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const goOn = async (): Promise<void> => {
      if (document.visibilityState !== 'hidden') await ask();
      if (!left) timer = setTimeout(() => void goOn(), interval);
    };
    void goOn();
    const onBack = (): void => void (document.visibilityState !== 'hidden' && ask());
    document.addEventListener('visibilitychange', onBack);
    window.addEventListener('online', onBack);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onBack);
      window.removeEventListener('online', onBack);
    };
  }, [ask]);
}
