'use client';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { localCopyPrefix } from '../session/local-copy';

/*
 * Half-typed comments and version names survive a reload: they stay in this browser, per person, until they are sent or
 * the person signs out (`leaveDevice` deletes everything under the person's prefix).
 */
/** The key of a half-typed text. @param place what it will become: `thread:<id>`, `new:<item name>`, `version` */
export function draftKey(person: string, scenario: string, place: string): string {
  return `${localCopyPrefix(person)}draft:${scenario}:${place}`;
}

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** True if there is a half-typed text. */
export const hasDraft = (key: string): boolean => read(key) !== '';

/** Gives up a half-typed text. */
export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // a forbidden storage: nothing was kept
  }
}

const never = (): (() => void) => () => {};

/** A text field's content, kept in this browser under `key` (fixed for the component's life). @param initial where nothing is kept */
export function useDraft(key: string, initial = ''): [text: string, setText: (text: string) => void] {
  const [typed, setText] = useState<string | null>(null);
  // the server, which some of these fields are drawn by, does not know what is kept
  const kept = useSyncExternalStore(never, () => read(key), () => '');
  const keep = useCallback(
    (value: string) => {
      setText(value);
      try {
        if (value) localStorage.setItem(key, value);
        else localStorage.removeItem(key);
      } catch {
        // a full or forbidden storage: the text lives as long as the page
      }
    },
    [key],
  );
  return [typed ?? (kept || initial), keep];
}
