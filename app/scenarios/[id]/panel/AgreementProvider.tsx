'use client';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import type { Thread } from '@/lib/comments/thread';
import type { SnapshotList } from '@/lib/snapshots/snapshot';
import { useOpenSession } from '../session/hooks';
import { agreementApi, type AgreementApi } from './agreement-api';
import { useAnnouncements } from './use-announcements';
import { useFetched, type Fetched } from './use-fetched';

/** The rows of agreement beside the document, as the whole workspace shares them. */
export interface Agreement {
  readonly threads: Fetched<readonly Thread[]>;
  readonly versions: Fetched<SnapshotList>;
  /** Open threads by item name. */
  readonly openCounts: ReadonlyMap<string, number>;
  readonly api: AgreementApi;
  refetchThreads(): Promise<void>;
  refetchVersions(): Promise<void>;
}

const AgreementContext = createContext<Agreement | null>(null);
const noCounts: ReadonlyMap<string, number> = new Map();

/** Fetches threads and snapshots once for the session around, as soon as it is open, and again when the server says that they have changed. */
export function AgreementProvider({ children }: { readonly children: ReactNode }) {
  const session = useOpenSession();
  const scenarioId = session?.scenarioId;
  const api = useMemo(() => (scenarioId === undefined ? null : agreementApi(scenarioId)), [scenarioId]);
  const [threads, refetchThreads] = useFetched(api?.listThreads ?? null);
  const [versions, refetchVersions] = useFetched(api?.listSnapshots ?? null);

  useEffect(
    () =>
      session?.onNews((news) => {
        if (news.topic === 'threads') void refetchThreads();
        // a changed right changes what the reader may do with versions
        if (news.topic === 'snapshots' || news.topic === 'access') void refetchVersions();
      }),
    [session, refetchThreads, refetchVersions],
  );

  useEffect(() => {
    if (!session) return;
    let away = false;
    return session.trust.subscribe(() => {
      const wasAway = away;
      away = session.trust.get().state === 'offline';
      if (!wasAway || away) return;
      // back again: news may have been missed
      void refetchThreads();
      void refetchVersions();
    });
  }, [session, refetchThreads, refetchVersions]);

  useAnnouncements(threads.value, versions.value);

  const openCounts = useMemo(() => countOpen(threads.value ?? []), [threads.value]);
  const agreement = useMemo<Agreement | null>(
    () => api && { threads, versions, openCounts, api, refetchThreads, refetchVersions },
    [threads, versions, openCounts, api, refetchThreads, refetchVersions],
  );
  return <AgreementContext value={agreement}>{children}</AgreementContext>;
}

/** The rows of agreement, or null while the session is not open yet: for what stands on the page from the first moment. */
export const useOpenAgreement = (): Agreement | null => useContext(AgreementContext);

/** @throws outside of an AgreementProvider whose session is open */
export function useAgreement(): Agreement {
  const agreement = useContext(AgreementContext);
  if (!agreement) throw new Error('useAgreement needs an AgreementProvider and an open session around it');
  return agreement;
}

/** How many open threads each item has (`itemName` → number; items without any are missing). Empty outside of a workspace. */
export function useThreadCounts(): ReadonlyMap<string, number> {
  return useContext(AgreementContext)?.openCounts ?? noCounts;
}

function countOpen(threads: readonly Thread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item, resolved } of threads) if (!resolved) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
