import type * as Y from 'yjs';
import { matchWords } from '@/lib/diff/match-words';
import { wordsOf } from '@/lib/diff/words-of';
import { textChange, type TextChange } from '@/lib/document/edits/edit-text';

/** The smallest replacements that make `after` of `before`, word by word, in their order; positions count in `before`. */
export function smallestChanges(before: string, after: string): TextChange[] {
  if (before === after) return [];
  const from = wordsOf(before);
  const to = wordsOf(after);
  const changes: TextChange[] = [];
  let at = 0;
  for (const { same, a, b } of matchWords(from, to, { tidy: false })) {
    const old = from.slice(...a).join('');
    const change = same ? null : textChange(old, to.slice(...b).join(''));
    if (change) changes.push({ ...change, at: at + change.at });
    at += old.length;
  }
  return changes;
}

/** Makes a plain text read `value`; what others type into the parts that stay is left alone. Within a transaction. */
export function makeText(text: Y.Text, value: string): void {
  const now = text.toString();
  if (now.length !== text.length) {
    // It holds something that is no character, which only a crafted update puts there.
    text.delete(0, text.length);
    text.insert(0, value);
    return;
  }
  for (const { at, remove, insert } of smallestChanges(now, value).toReversed()) {
    if (remove) text.delete(at, remove);
    if (insert) text.insert(at, insert);
  }
}
