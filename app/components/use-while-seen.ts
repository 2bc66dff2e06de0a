'use client';
import { useEffect } from 'react';

/**
 * Asks again and again while the page is seen, one question after the other, and whenever it comes back into view. A question
 * whose answer is known costs a line: on bad connections that comes through sooner than a stream that has to notice that it broke.
 * @param ask a stable function
 * @param interval ms between an answer and the next question
 * @param atOnce false where the answer came with the page
 */
export function useWhileSeen(ask: () => Promise<void>, interval = 2_000, atOnce = true): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const goOn = async (): Promise<void> => {
      if (document.visibilityState !== 'hidden') await ask();
      if (!left) timer = setTimeout(() => void goOn(), interval);
    };
    if (atOnce) void goOn();
    else timer = setTimeout(() => void goOn(), interval);
    const onBack = (): void => void (document.visibilityState !== 'hidden' && ask());
    document.addEventListener('visibilitychange', onBack);
    window.addEventListener('online', onBack);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onBack);
      window.removeEventListener('online', onBack);
    };
  }, [ask, interval, atOnce]);
}
