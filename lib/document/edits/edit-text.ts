import type * as Y from 'yjs';
import { editOrigins } from '../edit-origins';

/** A replacement inside a text: `remove` UTF-16 units at `at`, then `insert` there. */
export interface TextChange {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The smallest single replacement that makes `after` of `before`; null if they are equal.
 * @param caret where the caret stands in `after`: of several equal answers (typing the second `l` of `ll`), the one that
 *   ends at the caret is right, since a peer's text at that place must end up on the proper side
 */
export function textChange(before: string, after: string, caret: number = after.length): TextChange | null {
  if (before === after) return null;
  const tail = after.length - caret;
  const longestEnd = Math.min(before.length, after.length, Math.max(tail, 0));
  let end = 0;
  while (end < longestEnd && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const longestStart = Math.min(before.length, after.length) - end;
  let start = 0;
  while (start < longestStart && before[start] === after[start]) start++;
  while (end < Math.min(before.length, after.length) - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  if (start > 0 && isHighSurrogate(before, start - 1)) start--;
  if (end > 0 && isLowSurrogate(before, before.length - end)) end--;
  return { at: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

const isHighSurrogate = (text: string, index: number): boolean => /[\ud800-\udbff]/.test(text[index] ?? '');
const isLowSurrogate = (text: string, index: number): boolean => /[\udc00-\udfff]/.test(text[index] ?? '');

/** Writes a change of a plain text as typing: adjacent changes become one undo step. */
export function applyTextChange(text: Y.Text, change: TextChange, origin: symbol = editOrigins.typing): void {
  const doc = text.doc;
  if (!doc) return;
  doc.transact(() => {
    if (change.remove) text.delete(change.at, change.remove);
    if (change.insert) text.insert(change.at, change.insert);
  }, origin);
}

/** Makes a plain text read `value` by its smallest change, as an undo step of its own. */
export function replaceText(text: Y.Text, value: string): void {
  const change = textChange(text.toString(), value);
  if (change) applyTextChange(text, change, editOrigins.step);
}
