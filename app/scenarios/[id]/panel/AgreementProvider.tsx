'use client';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Thread } from '@/lib/comments/thread';
import { sharingParts } from '@/lib/document/sharing-parts';
import type { TextAnchor } from '@/lib/document/text-anchors';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { SnapshotList } from '@/lib/snapshots/snapshot';
import { useOpenSession } from '../session/hooks';
import { agreementApi, type AgreementApi } from './agreement-api';
import { useAnnouncements } from './use-announcements';
import { useFetched, type Fetched } from './use-fetched';

/** A range of wording that somebody has selected to comment on. */
export interface SelectedRange {
  /** `itemName` of the section. */
  readonly item: string;
  readonly anchor: TextAnchor;
}

/** The rows of agreement beside the document, as the whole workspace shares them. */
export interface Agreement {
  readonly threads: Fetched<readonly Thread[]>;
  readonly versions: Fetched<SnapshotList>;
  /** Open threads by item name. */
  readonly openCounts: ReadonlyMap<string, number>;
  readonly api: AgreementApi;
  /** The people who can read the scenario; nobody while they have not arrived. */
  readonly readers: readonly NamedPerson[];
  /** What the next new thread is about, beside its item. */
  readonly range: SelectedRange | null;
  setRange(range: SelectedRange | null): void;
  /** Notes that this person has read a thread as far as it goes. */
  markRead(thread: Thread): void;
  refetchThreads(): Promise<void>;
  refetchVersions(): Promise<void>;
}

const AgreementContext = createContext<Agreement | null>(null);
/** What a single thread needs: unlike the rows themselves, it stays the same while threads come and are read. */
export interface ThreadActions {
  readonly api: AgreementApi;
  readonly readers: readonly NamedPerson[];
  refetchThreads(): Promise<void>;
  markRead(thread: Thread): void;
}

const ThreadActionsContext = createContext<ThreadActions | null>(null);

/** For each of hundreds of cards, which must not render again with every thread that changes. @throws outside of an AgreementProvider whose session is open */
export function useThreadActions(): ThreadActions {
  const actions = useContext(ThreadActionsContext);
  if (!actions) throw new Error('useThreadActions needs an AgreementProvider and an open session around it');
  return actions;
}

const nobody: readonly NamedPerson[] = [];
const noCounts: ReadonlyMap<string, number> = new Map();

/** Fetches threads and snapshots once for the session around, as soon as it is open, and again when the server says that they have changed. */
export function AgreementProvider({ children }: { readonly children: ReactNode }) {
  const session = useOpenSession();
  const scenarioId = session?.scenarioId;
  const api = useMemo(() => (scenarioId === undefined ? null : agreementApi(scenarioId)), [scenarioId]);
  const listThreads = useMemo(() => api && sharingAnswers(api.listThreads), [api]);
  const [fetched, refetchThreads] = useFetched(listThreads);
  const [readers, refetchReaders] = useFetched(api?.listReaders ?? null);
  const [threads, markRead] = useRead(fetched, api);
  const [range, setRange] = useState<SelectedRange | null>(null);
  const [versions, refetchVersions] = useFetched(api?.listSnapshots ?? null);

  useEffect(
    () =>
      session?.onNews((news) => {
        if (news.topic === 'threads' || news.topic === 'access') void refetchThreads();
        if (news.topic === 'access') void refetchReaders();
        // a changed right changes what the reader may do with versions
        if (news.topic === 'snapshots' || news.topic === 'access') void refetchVersions();
      }),
    [session, refetchThreads, refetchReaders, refetchVersions],
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
      void refetchReaders();
      void refetchVersions();
    });
  }, [session, refetchThreads, refetchReaders, refetchVersions]);

  useAnnouncements(threads.value, versions.value);

  const openCounts = useMemo(() => countOpen(threads.value ?? []), [threads.value]);
  const agreement = useMemo<Agreement | null>(
    () => api && { threads, versions, openCounts, api, readers: readers.value ?? nobody, range, setRange, markRead, refetchThreads, refetchVersions },
    [threads, versions, openCounts, api, readers.value, range, markRead, refetchThreads, refetchVersions],
  );
  const actions = useMemo<ThreadActions | null>(() => api && { api, readers: readers.value ?? nobody, refetchThreads, markRead }, [api, readers.value, refetchThreads, markRead]);
  return (
    <ThreadActionsContext value={actions}>
      <AgreementContext value={agreement}>{children}</AgreementContext>
    </ThreadActionsContext>
  );
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

/** Answers with the very objects of the answer before where they say the same, so that a thread's card does not render again. */
function sharingAnswers(ask: () => Promise<readonly Thread[]>): () => Promise<readonly Thread[]> {
  let last: readonly Thread[] | undefined;
  return async () => (last = sharingParts(last, await ask()));
}

/** So long reading is gathered, so that scrolling past fifty threads is one request. */
const readingPause = 400;

/** Threads with what this person has read since they were fetched. */
function useRead(fetched: Fetched<readonly Thread[]>, api: AgreementApi | null): [threads: Fetched<readonly Thread[]>, markRead: (thread: Thread) => void] {
  /** Thread → the comment up to which it was read. */
  const [read, setRead] = useState<ReadonlyMap<string, string>>(new Map());
  const gathered = useRef(new Map<string, string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const markRead = useCallback(
    (thread: Thread) => {
      const last = thread.comments.at(-1);
      if (!api || !last || thread.unread === 0) return;
      gathered.current.set(thread.id, last.id);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const now = gathered.current;
        gathered.current = new Map();
        // what could not be noted is unread again at the next visit
        api.markRead([...now.values()]).then(
          () => setRead((before) => new Map([...before, ...now])),
          () => {},
        );
      }, readingPause);
    },
    [api],
  );
  const threads = useMemo(
    () => (fetched.value && read.size ? { ...fetched, value: fetched.value.map((thread) => (thread.unread && read.get(thread.id) === thread.comments.at(-1)?.id ? { ...thread, unread: 0 } : thread)) } : fetched),
    [fetched, read],
  );
  return [threads, markRead];
}

function countOpen(threads: readonly Thread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { item, resolved } of threads) if (!resolved) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
