'use client';
import { useLayoutEffect, useState, type RefObject } from 'react';

/** True while an element is narrower than so many pixels; it may stand in a pane that people resize. */
export function useNarrow(element: RefObject<HTMLElement | null>, width: number): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(([entry]) => entry && setNarrow(entry.contentRect.width < width));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, width]);
  return narrow;
}
