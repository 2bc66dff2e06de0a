'use client';
import { useRef } from 'react';

/**
 * The same objects as last time for items that say the same, and the same array if all do: each state of the document
 * brings new objects, and rows should render again only when their own item has changed.
 */
export function useStableList<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const last = useRef<readonly T[]>([]);
  const known = new Map(last.current.map((item) => [item.id, item]));
  const next = items.map((item) => {
    const before = known.get(item.id);
    return before && JSON.stringify(before) === JSON.stringify(item) ? before : item;
  });
  const same = next.length === last.current.length && next.every((item, index) => item === last.current[index]);
  if (!same) last.current = next;
  return last.current;
}
