'use client';
import { useCallback, useState } from 'react';
import { noFilter, parseFilter, type ThreadFilter } from './filter-threads';

/** Which threads of a scenario somebody wants to see, kept in this tab of the browser over reloads and other parts of the panel. */
export function useThreadFilter(scenarioId: string): [filter: ThreadFilter, setFilter: (filter: ThreadFilter) => void] {
  const key = `accord:thread-filter:${scenarioId}`;
  const [filter, show] = useState(() => parseFilter(read(key)));
  const setFilter = useCallback(
    (next: ThreadFilter) => {
      show(next);
      try {
        if (next === noFilter) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // a full or forbidden storage: the choice lives as long as the panel
      }
    },
    [key],
  );
  return [filter, setFilter];
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
