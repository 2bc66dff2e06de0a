'use client';
import { useEffect, useState } from 'react';
import { diffScenario } from '@/lib/diff/diff-scenario';
import { listChanges } from '@/lib/diff/list-changes';
import { asStored, readCanonicalJson } from '@/lib/document/canonical';
import type { Scenario } from '@/lib/domain/scenario';
import { useReady, useScenario } from '../session/hooks';
import { useOpenAgreement } from './AgreementProvider';

/** Comparing a whole scenario takes some milliseconds: not at every key. */
const rest = 700;

/** In how many items the live scenario, once it has rested, differs from a version; null while that is not known. */
export function useDifferences(number: number | null): number | null {
  const api = useOpenAgreement()?.api ?? null;
  const scenario = useScenario();
  const ready = useReady();
  const [version, setVersion] = useState<{ readonly number: number; readonly content: Scenario } | null>(null);
  const [count, setCount] = useState<{ readonly of: number; readonly items: number } | null>(null);

  useEffect(() => {
    if (!api || number === null) return;
    let isWanted = true;
    // If it fails, nothing is said; the next version that is agreed on asks again.
    api.readSnapshot(number).then(
      ({ content }) => isWanted && setVersion({ number, content: readCanonicalJson(content) }),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [api, number]);

  useEffect(() => {
    if (!ready || version === null) return;
    const timer = setTimeout(() => {
      const now = asStored(scenario);
      setCount({ of: version.number, items: listChanges(diffScenario(version.content, now)).length });
    }, rest);
    return () => clearTimeout(timer);
  }, [scenario, ready, version]);

  return count !== null && count.of === number ? count.items : null;
}
