'use client';
import { useState } from 'react';

/**
 * The same objects as last time for items that say the same, and the same array if all do: each state of the document
 * brings new objects, and rows should render again only when their own item has changed.
 */
export function useStableList<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const [last, setLast] = useState(items);
  const next = stabilized(items, last);
  if (next !== last) setLast(next);
  return next;
}

function stabilized<T extends { readonly id: string }>(items: readonly T[], last: readonly T[]): readonly T[] {
  if (items === last) return last;
  const known = new Map(last.map((item) => [item.id, item]));
  const next = items.map((item) => {
    const before = known.get(item.id);
    return before && JSON.stringify(before) === JSON.stringify(item) ? before : item;
  });
  return next.length === last.length && next.every((item, index) => item === last[index]) ? last : next;
}
