import type { RightFor } from '@/lib/domain/counterparts';
import { diffText, type TextDiff } from './diff-text';
import { matchSequences } from './match-sequences';
import { wordsOf } from './words-of';

/** What has become of a leading paragraph since a counterpart was right: reworded, put in (`was` null), or taken out (`is` null). */
export interface LeadingChange {
  readonly was: string | null;
  readonly is: string | null;
  /** Word by word; of one that was put in or taken out, the whole of it. */
  readonly diff: TextDiff;
  /** Index among the paragraphs for which the counterpart was right; of a new one, of that before which it stands. */
  readonly at: number;
  /** Index among the paragraphs that lead now; of one that was taken out, of that before which it stood. */
  readonly now: number;
}

/**
 * What has changed in the leading paragraphs since a counterpart was right for them, in their order.
 * @param was for which it was right
 * @param is that lead now (`paragraphsOf`)
 */
export function leadingChanges(was: readonly string[], is: readonly string[]): LeadingChange[] {
  const [before, now] = [was.map(normalized), is.map(normalized)];
  return matchSequences(before, now).flatMap(({ same, a: [fromA, toA], b: [fromB, toB] }) =>
    same ? [] : paired(before.slice(fromA, toA), now.slice(fromB, toB)).map(([old, present, at, place]) => ({ was: old, is: present, diff: changeOf(old, present), at: fromA + at, now: fromB + place })),
  );
}

/** What a counterpart is right for once somebody has said that it still is, after one of the changes. */
export function stillRight({ language, paragraphs }: RightFor, { was, is, at }: LeadingChange): RightFor {
  return { language, paragraphs: paragraphs.toSpliced(at, was === null ? 0 : 1, ...(is === null ? [] : [is])) };
}

const normalized = (text: string): string => text.normalize('NFC');

function changeOf(was: string | null, is: string | null): TextDiff {
  if (was === null) return [{ kind: 'inserted', text: is ?? '' }];
  if (is === null) return [{ kind: 'deleted', text: was }];
  return diffText(was, is) ?? [];
}

type Pair = readonly [was: string | null, is: string | null, at: number, now: number];

/** Paragraphs that resemble each other less than this (share of words in common) are two, not one that was reworded. */
const leastLikeness = 0.3;
/** Comparing each with each pays for a stretch of some paragraphs; a text rewritten as a whole is paired in its order. */
const mostComparisons = 900;

/** Which paragraph has become which: in order, with as many words as possible in common; a single one has become the other one in any case. */
function paired(was: readonly string[], is: readonly string[]): Pair[] {
  if (was.length === 1 && is.length === 1) return [[was[0]!, is[0]!, 0, 0]];
  const alike = was.length * is.length > mostComparisons ? inOrder(was.length, is.length) : mostAlike(was, is);
  const pairs: Pair[] = [];
  let [x, y] = [0, 0];
  for (const [i, j] of [...alike, [was.length, is.length] as const]) {
    while (i - x === j - y && x < i) pairs.push([was[x]!, is[y]!, x++, y++]); // as many as before: rewritten one by one
    for (; x < i; x++) pairs.push([was[x]!, null, x, y]);
    for (; y < j; y++) pairs.push([null, is[y]!, x, y]);
    if (i < was.length && j < is.length) pairs.push([was[x]!, is[y]!, x++, y++]);
  }
  return pairs;
}

const inOrder = (a: number, b: number): [number, number][] => Array.from({ length: Math.min(a, b) }, (_, index) => [index, index]);

/** The pairs, in order on both sides, of which the likenesses add up to most. */
function mostAlike(was: readonly string[], is: readonly string[]): [number, number][] {
  const [wordsA, wordsB] = [was.map(countedWords), is.map(countedWords)];
  const likeness = wordsA.map((a) => wordsB.map((b) => likenessOf(a, b)));
  const best: number[][] = Array.from({ length: was.length + 1 }, () => Array.from({ length: is.length + 1 }, () => 0));
  for (let i = was.length - 1; i >= 0; i--) {
    for (let j = is.length - 1; j >= 0; j--) {
      const together = likeness[i]![j]! >= leastLikeness ? likeness[i]![j]! + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(together, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < was.length && j < is.length) {
    if (best[i]![j] === best[i + 1]![j]) i++;
    else if (best[i]![j] === best[i]![j + 1]) j++;
    else pairs.push([i++, j++]);
  }
  return pairs;
}

type CountedWords = { readonly counts: ReadonlyMap<string, number>; readonly total: number };

function countedWords(text: string): CountedWords {
  const counts = new Map<string, number>();
  let total = 0;
  for (const word of wordsOf(text)) {
    if (!word.trim()) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
    total++;
  }
  return { counts, total };
}

/** Share of the words of both that they have in common, 0 to 1. */
function likenessOf(a: CountedWords, b: CountedWords): number {
  let common = 0;
  for (const [word, count] of a.counts) common += Math.min(count, b.counts.get(word) ?? 0);
  return a.total + b.total === 0 ? 0 : (2 * common) / (a.total + b.total);
}
