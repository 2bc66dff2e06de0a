'use client';
import { useEffect, type RefObject } from 'react';
import type { Thread } from '@/lib/comments/thread';
import { useThreadActions } from './AgreementProvider';

/** Who has had a thread before them for so long (in ms) has read it. */
const readingTime = 1_000;

/** Notes that a thread has been read once it has been in view for a moment, on a page that is looked at. */
export function useMarkRead(card: RefObject<HTMLElement | null>, thread: Thread): void {
  const { markRead } = useThreadActions();
  useEffect(() => {
    const element = card.current;
    if (!element || thread.unread === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inView = false;
    const look = (): void => {
      clearTimeout(timer);
      if (inView && document.visibilityState === 'visible') timer = setTimeout(() => markRead(thread), readingTime);
    };
    // half of it, or as much of a long one as fills the half of the panel
    const observer = new IntersectionObserver(
      (entries) => {
        const { isIntersecting, intersectionRatio, intersectionRect, rootBounds } = entries.at(-1)!;
        inView = isIntersecting && (intersectionRatio >= 0.5 || intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2);
        look();
      },
      { threshold: [0, 0.25, 0.5, 0.75, 1] },
    );
    observer.observe(element);
    document.addEventListener('visibilitychange', look);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', look);
      clearTimeout(timer);
    };
  }, [card, thread, markRead]);
}
