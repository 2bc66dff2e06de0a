'use client';
import { useCallback, useState, useSyncExternalStore } from 'react';

/** Below this the canvas is not loaded unless somebody asks for it: one reads, comments and signs there. */
export const wide = '(min-width: 64rem)';

/** Whether a media query holds right now; false on the server. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches, () => false);
}

/** Whether a media query held when this was first asked, so that nothing changes by turning or resizing; true on the server. */
export function useMediaAtFirst(query: string): boolean {
  const [atFirst] = useState(() => {
    let held: boolean | undefined;
    return () => (held ??= matchMedia(query).matches);
  });
  return useSyncExternalStore(never, atFirst, () => true);
}

const never = (): (() => void) => () => {};
