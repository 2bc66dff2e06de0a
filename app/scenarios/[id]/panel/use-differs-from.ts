'use client';
import { useEffect, useState } from 'react';
import { contentHash } from '@/lib/document/canonical';
import { useReady, useScenario } from '../session/hooks';

/** Hashing a whole scenario takes some milliseconds: not at every key. */
const rest = 700;

/** True once the live scenario has rested with another `contentHash` than `hash`; false while there is nothing to compare. */
export function useDiffersFrom(hash: string | null): boolean {
  const scenario = useScenario();
  const ready = useReady();
  const [live, setLive] = useState<string | null>(null);
  const idle = hash === null || !ready;
  useEffect(() => {
    if (idle) return;
    const timer = setTimeout(() => setLive(contentHash(scenario)), rest);
    return () => clearTimeout(timer);
  }, [scenario, idle]);
  return !idle && live !== null && live !== hash;
}
