'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { failureOf, type Failure } from './agreement-api';

/** Something that lives on the server. What was fetched once stays visible while a later attempt fails. */
export interface Fetched<T> {
  /** Null while nothing has arrived yet. */
  readonly value: T | null;
  /** Why the last attempt failed; null if it did not. */
  readonly failure: Failure | null;
}

/**
 * Fetches a value on mount, and again whenever it is asked to; never twice at once, and once more if it was asked to
 * meanwhile, so that the last answer is at least as new as the last request.
 * @param fetchValue a stable function; null: nothing to fetch yet
 * @returns the value, and `refetch`, which resolves once an answer to it has arrived
 */
export function useFetched<T>(fetchValue: (() => Promise<T>) | null): [fetched: Fetched<T>, refetch: () => Promise<void>] {
  const [fetched, setFetched] = useState<Fetched<T>>({ value: null, failure: null });
  const running = useRef<Promise<void> | null>(null);
  const next = useRef<Promise<void> | null>(null);
  /** What is to be fetched now: an answer to what was to be fetched before is of no use. */
  const wanted = useRef<typeof fetchValue>(null);

  const refetch = useCallback((): Promise<void> => {
    const run = async (): Promise<void> => {
      const ask = wanted.current;
      try {
        const value = await ask?.();
        if (value !== undefined && wanted.current === ask) setFetched({ value, failure: null });
      } catch (error) {
        if (wanted.current === ask) setFetched((before) => ({ ...before, failure: failureOf(error) }));
      } finally {
        running.current = null;
      }
    };
    if (!running.current) return (running.current = run());
    next.current ??= running.current.then(() => {
      next.current = null;
      return (running.current ??= run());
    });
    return next.current;
  }, []);

  useEffect(() => {
    wanted.current = fetchValue;
    void refetch();
    return () => {
      wanted.current = null;
    };
  }, [fetchValue, refetch]);

  return [fetched, refetch];
}
