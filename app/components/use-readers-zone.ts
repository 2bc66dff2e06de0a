'use client';
import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => {};

/** The time zone of the reader's clock (IANA), which the server does not know: there, and until the page runs, UTC. */
export const useReadersZone = (): string => useSyncExternalStore(never, () => Intl.DateTimeFormat().resolvedOptions().timeZone, () => 'UTC');
