import { matchWords } from './match-words';
import { wordsOf } from './words-of';

/** A piece of two versions of a text: in both, or in one of them only. */
export interface TextPart {
  readonly kind: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}
/** A text and what became of it; what was deleted stands before what was inserted in its place. */
export type TextDiff = readonly TextPart[];

/**
 * Compares two plain texts word by word.
 * @param tidy as in `matchWords`; by default for readers
 * @returns null if they are the same
 */
export function diffText(a: string, b: string, tidy = true): TextDiff | null {
  if (a === b) return null;
  const from = wordsOf(a);
  const to = wordsOf(b);
  const parts: TextPart[] = [];
  for (const stretch of matchWords(from, to, { tidy })) {
    const before = from.slice(...stretch.a).join('');
    const after = to.slice(...stretch.b).join('');
    if (stretch.same) parts.push({ kind: 'same', text: before });
    else {
      if (before) parts.push({ kind: 'deleted', text: before });
      if (after) parts.push({ kind: 'inserted', text: after });
    }
  }
  return parts;
}

/** The text before (`deleted`) or after (`inserted`) the change. */
export function sideOf(diff: TextDiff, side: 'deleted' | 'inserted'): string {
  return diff.map(({ kind, text }) => (kind === 'same' || kind === side ? text : '')).join('');
}

/**
 * Does to a text what the diff says.
 * @param diff null: nothing
 * @throws if the diff was not made of this text
 */
export function applyTextDiff(text: string, diff: TextDiff | null): string {
  if (!diff) return text;
  if (sideOf(diff, 'deleted') !== text) throw new Error('the diff was made of another text');
  return sideOf(diff, 'inserted');
}
