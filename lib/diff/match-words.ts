import { matchSequences, stretchesOf, type Stretch } from './match-sequences';

/** The end of a paragraph among words. No text holds a NUL (`soundText`), so it is nobody's word. */
export const lineEnd = '\0';

const isGlue = (word: string): boolean => word === lineEnd || /^\s+$/.test(word);

/**
 * What two texts, given as words, have in common. White space and ends of paragraphs find no partner by themselves, since
 * they stand everywhere: they belong together where the words around them do.
 * @param tidy gives up single words in common within what is otherwise rewritten: more readable, not the shortest
 */
export function matchWords(a: readonly string[], b: readonly string[], { tidy }: { readonly tidy: boolean }): Stretch[] {
  const wordsA = indices(a);
  const wordsB = indices(b);
  const rough = matchSequences(
    wordsA.map((index) => a[index]!),
    wordsB.map((index) => b[index]!),
  );
  const pairs: [number, number][] = [];
  for (const { same, a: [from, to], b: [other] } of rough) if (same) for (let step = 0; step < to - from; step++) pairs.push([wordsA[from + step]!, wordsB[other + step]!]);
  const kept = tidy ? tidied(pairs, a, b) : pairs;
  return stretchesOf(withGlue(kept, a, b), a.length, b.length);
}

const indices = (words: readonly string[]): number[] => words.flatMap((word, index) => (isGlue(word) ? [] : [index]));

/** Pairs, with what stands alike at both ends of the gaps between them, and ends of paragraphs within them one by one. */
function withGlue(pairs: readonly [number, number][], a: readonly string[], b: readonly string[]): [number, number][] {
  const all: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [i, j] of [...pairs, [a.length, b.length] as [number, number]]) {
    let [endX, endY] = [i, j];
    while (x < endX && y < endY && a[x] === b[y] && isGlue(a[x]!)) all.push([x++, y++]);
    const after: [number, number][] = [];
    while (x < endX && y < endY && a[endX - 1] === b[endY - 1] && isGlue(a[endX - 1]!)) after.push([--endX, --endY]);
    const endsA = lineEnds(a, x, endX);
    const endsB = lineEnds(b, y, endY);
    for (let index = 0; index < Math.min(endsA.length, endsB.length); index++) all.push([endsA[index]!, endsB[index]!]);
    for (const pair of after.reverse()) all.push(pair);
    if (i < a.length && j < b.length) all.push([i, j]);
    [x, y] = [i + 1, j + 1];
  }
  return all;
}

function lineEnds(words: readonly string[], from: number, to: number): number[] {
  const ends: number[] = [];
  for (let index = from; index < to; index++) if (words[index] === lineEnd) ends.push(index);
  return ends;
}

/** Without runs of common words that are shorter than what has changed on either side of them. */
function tidied(pairs: readonly [number, number][], a: readonly string[], b: readonly string[]): [number, number][] {
  const length = (words: readonly string[], from: number, to: number): number => {
    let sum = 0;
    for (let index = from; index < to; index++) sum += isGlue(words[index]!) ? 0 : words[index]!.length;
    return sum;
  };
  const runs: [number, number][][] = [];
  for (const pair of pairs) {
    const last = runs.at(-1)?.at(-1);
    if (last && length(a, last[0] + 1, pair[0]) === 0 && length(b, last[1] + 1, pair[1]) === 0) runs.at(-1)!.push(pair);
    else runs.push([pair]);
  }
  // Each run that goes widens the gap before its neighbour, so the walk goes on with what is left.
  const kept: [number, number][][] = [];
  const gap = (before: [number, number] | undefined, after: [number, number] | undefined): number => {
    const [fromA, fromB] = before ? [before[0] + 1, before[1] + 1] : [0, 0];
    const [toA, toB] = after ?? [a.length, b.length];
    return Math.max(length(a, fromA, toA), length(b, fromB, toB));
  };
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!;
    const size = length(a, run[0]![0], run.at(-1)![0] + 1);
    const isLost = size < gap(kept.at(-1)?.at(-1), run[0]) && size < gap(run.at(-1), runs[index + 1]?.[0]);
    if (!isLost) kept.push(run);
  }
  return kept.flat();
}
