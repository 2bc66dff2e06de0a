'use client';
import { useCallback, useState } from 'react';

/*
 * Half-typed comments and version names survive a reload: they stay in this browser, per person, until they are sent or
 * the person signs out.
 */
const prefixOf = (person: string): string => `accord:${person}:draft:`;

/** The key of a half-typed text. @param place what it will become: `thread:<id>`, `new:<item name>`, `version` */
export function draftKey(person: string, scenario: string, place: string): string {
  return `${prefixOf(person)}${scenario}:${place}`;
}

/** Deletes all half-typed texts of a person; part of signing out. */
export function clearDrafts(person: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefixOf(person))) localStorage.removeItem(key);
  } catch {
    // no storage, no drafts
  }
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

/** A text field's content, kept in this browser under `key` (fixed for the component's life). */
export function useDraft(key: string): [text: string, setText: (text: string) => void] {
  const [text, setText] = useState(() => read(key));
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
  return [text, keep];
}
