import * as Y from 'yjs';

/** `Y.mergeUpdates` takes time in the square of the number of updates: 7 s for 20,000, but 0.1 s when merged by fifties. */
const atOnce = 50;

/**
 * One Yjs update that says what all of them say.
 * @param updates at least one
 */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  let merged = [...updates];
  while (merged.length > 1) {
    const next: Uint8Array[] = [];
    for (let start = 0; start < merged.length; start += atOnce) {
      const part = merged.slice(start, start + atOnce);
      next.push(part.length === 1 ? part[0]! : Y.mergeUpdates(part));
    }
    merged = next;
  }
  const [only] = merged;
  if (!only) throw new RangeError('no updates to merge');
  return only;
}
