import { diffArrays } from 'diff';

/** A stretch of two sequences: the same in both, or replaced (where either side may be empty). */
export interface Stretch {
  readonly same: boolean;
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
}

/**
 * How many single changes a comparison looks through before it calls a stretch rewritten as a whole. The search takes time
 * in the square of this; texts with more changes in one go than these have nothing in common that a reader could follow.
 */
const mostEdits = 1_000;

/**
 * What two sequences have in common, by a shortest edit script (Myers, by the library `diff`).
 * @returns stretches that cover both from start to end
 */
export function matchSequences(a: readonly string[], b: readonly string[]): Stretch[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;

  const pairs: [number, number][] = [];
  for (let index = 0; index < start; index++) pairs.push([index, index]);
  for (const pair of matchMiddles(a, b, start, end)) pairs.push(pair); // spread as arguments, those of a long text overflow the stack
  for (let back = end; back > 0; back--) pairs.push([a.length - back, b.length - back]);
  return stretchesOf(pairs, a.length, b.length);
}

/** Pairs of what stands on both sides only: a word that the other side lacks can match nothing and only costs time. */
function matchMiddles(a: readonly string[], b: readonly string[], start: number, end: number): [number, number][] {
  const range = (sequence: readonly string[]): number[] => Array.from({ length: sequence.length - start - end }, (_, index) => start + index);
  const inA = new Set(a.slice(start, a.length - end));
  const inB = new Set(b.slice(start, b.length - end));
  const fromA = range(a).filter((index) => inB.has(a[index]!));
  const fromB = range(b).filter((index) => inA.has(b[index]!));
  if (fromA.length === 0 || fromB.length === 0) return [];
  const changes = diffArrays(
    fromA.map((index) => a[index]!),
    fromB.map((index) => b[index]!),
    { maxEditLength: mostEdits },
  );
  const pairs: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const { added, removed, count } of changes ?? []) {
    if (added) y += count;
    else if (removed) x += count;
    else for (let step = 0; step < count; step++) pairs.push([fromA[x++]!, fromB[y++]!]);
  }
  return pairs;
}

/** The stretches between and of matched pairs, in order. */
export function stretchesOf(pairs: readonly (readonly [number, number])[], lengthA: number, lengthB: number): Stretch[] {
  const stretches: Stretch[] = [];
  let [x, y] = [0, 0];
  const replace = (toX: number, toY: number): void => {
    if (toX > x || toY > y) stretches.push({ same: false, a: [x, toX], b: [y, toY] });
    [x, y] = [toX, toY];
  };
  for (const [i, j] of pairs) {
    replace(i, j);
    const last = stretches.at(-1);
    if (last?.same) stretches[stretches.length - 1] = { same: true, a: [last.a[0], i + 1], b: [last.b[0], j + 1] };
    else stretches.push({ same: true, a: [i, i + 1], b: [j, j + 1] });
    [x, y] = [i + 1, j + 1];
  }
  replace(lengthA, lengthB);
  return stretches;
}
