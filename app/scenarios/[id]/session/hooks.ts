'use client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { includesRight, type Right } from '@/lib/domain/delegations';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import type { Peer, ScenarioSession, Trust, Watchable } from './scenario-session';

export const SessionContext = createContext<ScenarioSession | null>(null);

/** The session around, or null while it is not open yet: for what stands on the page from the first moment. */
export const useOpenSession = (): ScenarioSession | null => useContext(SessionContext);

/** The scenario session of the workspace around. @throws outside of one */
export function useSession(): ScenarioSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a workspace around it');
  return session;
}

export function useWatchable<T>(watchable: Watchable<T>): T {
  return useSyncExternalStore(watchable.subscribe, watchable.get, watchable.get);
}

export const useScenario = (): Scenario => useWatchable(useSession().scenario);
export const useTrust = (): Trust => useWatchable(useSession().trust);
export const usePeers = (): readonly Peer[] => useWatchable(useSession().peers);
/** True once the document is here; before that no part may show an editor. */
export const useReady = (): boolean => useWatchable(useSession().ready);
export const useRight = (): Right => useWatchable(useSession().right);

/** True while this person may edit and the server would take it (also offline). */
export function useMayEdit(): boolean {
  const right = useRight();
  const trust = useTrust();
  return includesRight(right, 'editor') && trust.state !== 'opening' && trust.state !== 'refused';
}

/** What one person looks at in the workspace; parts of it stand in the address, so that everything can be linked to. */
export interface WorkspaceView {
  readonly phase: Phase;
  setPhase(phase: Phase): void;
  /** Names of the selected items (`itemName`), the same in canvas, outline and panel. */
  readonly selection: readonly string[];
  setSelection(items: readonly string[]): void;
  /** Opens the panel at the right with the discussion of an item; null: of all items. */
  openComments(item: string | null): void;
  /** Leads to an item: selects it, shows the part and a phase in which it stands, and brings it into view. */
  reveal(item: string): void;
}

export const WorkspaceViewContext = createContext<WorkspaceView | null>(null);

/** @throws outside of a workspace */
export function useWorkspaceView(): WorkspaceView {
  const view = useContext(WorkspaceViewContext);
  if (!view) throw new Error('useWorkspaceView needs a workspace around it');
  return view;
}
