import * as Y from 'yjs';

/** Makes a plain value of a map what it is in another one, if it is not. */
export function restoreValue(map: Y.Map<unknown>, source: Y.Map<unknown>, key: string): void {
  const then = plain(source.get(key));
  const now: unknown = map.get(key);
  if (JSON.stringify(now instanceof Y.AbstractType ? '' : (now ?? null)) !== JSON.stringify(then)) map.set(key, then);
}

/** A value as it can be written anew; shared types stand where only a crafted update puts them, and are read as nothing. */
const plain = (value: unknown): unknown => (value instanceof Y.AbstractType ? null : (value ?? null));
