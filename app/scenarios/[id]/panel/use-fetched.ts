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
  const mounted = useRef(false);

  const run = useCallback(async (): Promise<void> => {
    try {
      if (!fetchValue) return;
      const value = await fetchValue();
      if (mounted.current) setFetched({ value, failure: null });
    } catch (error) {
      if (mounted.current) setFetched((before) => ({ ...before, failure: failureOf(error) }));
    } finally {
      running.current = null;
    }
  }, [fetchValue]);

  const refetch = useCallback((): Promise<void> => {
    if (!running.current) return (running.current = run());
    next.current ??= running.current.then(() => {
      next.current = null;
      return (running.current ??= run());
    });
    return next.current;
  }, [run]);

  useEffect(() => {
    mounted.current = true;
    void refetch();
    return () => {
      mounted.current = false;
    };
  }, [refetch]);

  return [fetched, refetch];
}
