'use client';
import { useCallback, useRef, useState } from 'react';
import type { Inbox, InboxEntry } from '@/lib/inbox/inbox-entry';
import { announceInboxChange } from '../components/inbox-changed';
import { useWhileSeen } from '../components/use-while-seen';
import { readInbox, sendMarks } from './inbox-api';

const interval = 15_000;

export interface LiveInbox extends Inbox {
  /** The last attempt to read it has failed. */
  readonly stale: boolean;
  refresh(): Promise<void>;
  /** @returns whether older entries could be read */
  showOlder(): Promise<boolean>;
  /** @returns whether the server took it */
  mark(ids: readonly string[], read: boolean): Promise<boolean>;
  /** Marks what is shown, and all that is older, as read. @returns what has changed; null: the server did not take it */
  markAll(): Promise<readonly string[] | null>;
}

const byAge = (a: InboxEntry, b: InboxEntry): number => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1);

/** The reader's inbox, read again while the page is seen, and when it comes back into view. */
export function useInbox(initial: Inbox): LiveInbox {
  const [state, setState] = useState({ ...initial, stale: false });

  /** Grows with every question and every mark: an answer from before the last of them is older than what is shown. */
  const turn = useRef(0);

  const refresh = useCallback(async (): Promise<void> => {
    const mine = ++turn.current;
    const newest = await readInbox();
    if (mine !== turn.current) return;
    setState((before) => {
      if (!newest) return { ...before, stale: true };
      const last = newest.entries.at(-1);
      const older = newest.more && last ? before.entries.filter((entry) => byAge(entry, last) > 0) : [];
      return { ...newest, entries: [...newest.entries, ...older], more: older.length > 0 ? before.more : newest.more, stale: false };
    });
  }, []);

  useWhileSeen(refresh, interval, false);

  const show = useCallback((ids: readonly string[], read: boolean): void => {
    turn.current++;
    const changed = new Set(ids);
    setState((before) => {
      const entries = before.entries.map((entry) => (changed.has(entry.id) ? { ...entry, read } : entry));
      return { ...before, entries, unread: Math.max(0, before.unread + (read ? -changed.size : changed.size)) };
    });
    announceInboxChange();
  }, []);

  const mark = useCallback(
    async (ids: readonly string[], read: boolean): Promise<boolean> => {
      const changed = await sendMarks({ ids, read });
      if (changed) show(changed, read);
      return changed !== null;
    },
    [show],
  );
  const newestAt = state.entries[0]?.at;
  const markAll = useCallback(async (): Promise<readonly string[] | null> => {
    if (newestAt === undefined) return [];
    const changed = await sendMarks({ until: newestAt, read: true });
    if (changed) show(changed, true);
    return changed;
  }, [newestAt, show]);

  const lastId = state.entries.at(-1)?.id;
  const showOlder = useCallback(async (): Promise<boolean> => {
    const older = await readInbox(lastId);
    if (older) setState((before) => ({ ...before, entries: [...before.entries, ...older.entries], more: older.more, unread: older.unread }));
    return older !== null;
  }, [lastId]);

  return { ...state, refresh, showOlder, mark, markAll };
}
