'use client';
import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

export interface FocusOnThreads {
  readonly ref: RefObject<HTMLUListElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
}

const cardOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>('[data-thread]');

/**
 * Keeps the focus in a list of threads: where a deed takes away the button that it was done with, the focus goes to the thread;
 * if that has left the list, to the one in its place.
 */
export function useFocusOnThreads(): FocusOnThreads {
  const list = useRef<HTMLUListElement>(null);
  const held = useRef<{ readonly element: HTMLElement; readonly thread: string | undefined; readonly index: number } | null>(null);
  const cards = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-thread]') ?? [])];

  useLayoutEffect(() => {
    const lost = held.current;
    if (!lost || (document.activeElement !== document.body && document.activeElement !== null)) return;
    held.current = null;
    if (lost.element.isConnected) lost.element.focus({ preventScroll: true }); // its thread has been moved
    if (document.activeElement === lost.element) return;
    const left = cards();
    (left.find(({ dataset }) => dataset.thread === lost.thread) ?? left[Math.min(lost.index, left.length - 1)] ?? list.current)?.focus({ preventScroll: true });
  });

  return {
    ref: list,
    onFocus({ target }) {
      const card = cardOf(target);
      held.current = card && { element: target as HTMLElement, thread: card.dataset.thread, index: cards().indexOf(card) };
    },
    // somebody goes elsewhere; React keeps quiet about what it takes away itself
    onBlur: () => void (held.current = null),
  };
}
