'use client';
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { itemsOf } from '@/lib/document/items-of';
import type { PositionList } from '@/lib/positions/position';
import { useAgreement } from '../panel/AgreementProvider';
import { useFetched, type Fetched } from '../panel/use-fetched';
import { useSession } from '../session/hooks';
import type { Watchable } from '../session/scenario-session';
import { settable } from '../session/watchable';
import { boardOf, type Board, type ItemAgreement } from './board';
import { positionsApi, type PositionsApi } from './positions-api';
import { useSpokenNews } from './use-spoken-news';

/** What the delegations say, as the whole workspace shares it. */
interface Positions {
  readonly fetched: Fetched<PositionList>;
  /** Null until the positions have arrived. */
  readonly board: Watchable<Board | null>;
  readonly api: PositionsApi;
  refetch(): Promise<void>;
}

const PositionsContext = createContext<Positions | null>(null);

/**
 * Fetches what the delegations say of the items, again whenever the server says that it has changed, and holds it against
 * the live content. Needs an open session and an AgreementProvider around it.
 */
export function PositionsProvider({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const { threads } = useAgreement();
  const api = useMemo(() => positionsApi(session.scenarioId), [session.scenarioId]);
  const [fetched, refetch] = useFetched(api.list);
  const [board] = useState(() => settable<Board | null>(null));

  useEffect(
    () =>
      session.onNews(({ topic }) => {
        // a changed right changes for whom the reader may speak
        if (topic === 'positions' || topic === 'access') void refetch();
      }),
    [session, refetch],
  );

  useEffect(() => {
    let away = false;
    return session.trust.subscribe(() => {
      const wasAway = away;
      away = session.trust.get().state === 'offline';
      if (wasAway && !away) void refetch(); // news may have been missed
    });
  }, [session, refetch]);

  const list = fetched.value;
  useEffect(() => {
    if (!list) return;
    // what a delegation discusses among itself does not count: both sides see the same distance
    const commented = new Set((threads.value ?? []).filter(({ resolved, internalTo }) => !resolved && internalTo === null).map(({ item }) => item));
    const look = (): void => {
      if (session.ready.get()) board.set(boardOf(list, itemsOf(session.scenario.get()), commented, board.get()));
    };
    look();
    const stops = [session.scenario.subscribe(look), session.ready.subscribe(look)];
    return () => stops.forEach((stop) => stop());
  }, [list, threads.value, session, board]);

  useSpokenNews(list);

  const positions = useMemo<Positions>(() => ({ fetched, board, api, refetch }), [fetched, board, api, refetch]);
  return <PositionsContext value={positions}>{children}</PositionsContext>;
}

/** @throws outside of a PositionsProvider */
export function usePositions(): Positions {
  const positions = useContext(PositionsContext);
  if (!positions) throw new Error('usePositions needs a PositionsProvider around it');
  return positions;
}

const nothing: Watchable<null> = { get: () => null, subscribe: () => () => {} };

/** What a part of the board says, null while there is none; renders again only when `read` gives something else. */
export function useFromBoard<T>(read: (board: Board) => T): T | null {
  const board: Watchable<Board | null> = useContext(PositionsContext)?.board ?? nothing;
  const get = (): T | null => {
    const now = board.get();
    return now && read(now);
  };
  return useSyncExternalStore(board.subscribe, get, get);
}

const whole = (board: Board): Board => board;
/** Where both sides stand; null until it is known. Renders again with every edit of an item. */
export const useBoard = (): Board | null => useFromBoard(whole);

/** What was said of one item; null while nothing is known, and where nothing is asked. */
export const useItemAgreement = (name: string): ItemAgreement | null => useFromBoard((board) => board.byName.get(name) ?? null);
