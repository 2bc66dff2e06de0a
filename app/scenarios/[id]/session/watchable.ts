import type { Watchable } from './scenario-session';

/** A watchable that somebody sets; listeners hear of a value only if it differs from the one before. */
export interface Settable<T> extends Watchable<T> {
  set(value: T): void;
}

/** @param equal when two values count as the same; by default identity */
export function settable<T>(initial: T, equal: (a: T, b: T) => boolean = Object.is): Settable<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (equal(value, next)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of a watchable. @param pick cheap, and the same object as long as nothing changes in it */
export function watchedPart<T, P>(whole: Watchable<T>, pick: (value: T) => P): Watchable<P> {
  return { get: () => pick(whole.get()), subscribe: whole.subscribe };
}
