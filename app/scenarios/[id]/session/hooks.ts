'use client';
import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react';
import { includesRight, type Right } from '@/lib/domain/delegations';
import type { Phase } from '@/lib/domain/phases';
import type { Scenario } from '@/lib/domain/scenario';
import { sharingParts } from '@/lib/document/sharing-parts';
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

/**
 * What follows from a watchable: renders again only when that says something else, not with all that comes by.
 * @param derive cheap, since it is called at every change
 */
export function useDerived<T, D>(watchable: Watchable<T>, derive: (value: T) => D): D {
  const last = useRef<D | undefined>(undefined);
  const read = useCallback(() => (last.current = sharingParts(last.current, derive(watchable.get()))), [watchable, derive]);
  return useSyncExternalStore(watchable.subscribe, read, read);
}

/** The whole scenario: renders again with every edit. Whoever needs a part of it takes `useScenarioPart`. */
export const useScenario = (): Scenario => useWatchable(useSession().scenario);

/** A part of the scenario; as long as it says the same, it is the same object, so this renders again only when it changes. */
export function useScenarioPart<Key extends keyof Scenario>(key: Key): Scenario[Key] {
  const { scenario } = useSession();
  const read = (): Scenario[Key] => scenario.get()[key];
  return useSyncExternalStore(scenario.subscribe, read, read);
}

export const useTrust = (): Trust => useWatchable(useSession().trust);
/** What follows from who else is here, e.g. who they are: a peer's every pointer move changes the peers themselves. */
export const useFromPeers = <D>(derive: (peers: readonly Peer[]) => D): D => useDerived(useSession().peers, derive);
/** The others with all they show: renders again with every move of a pointer. */
export const usePeers = (): readonly Peer[] => useWatchable(useSession().peers);
/** True once the document is here; before that no part may show an editor. */
export const useReady = (): boolean => useWatchable(useSession().ready);
export const useRight = (): Right => useWatchable(useSession().right);

/** True while this person may edit and the server would take it (also offline). */
export function useMayEdit(): boolean {
  const right = useRight();
  const editing = useWatchable(useSession().editing);
  const trust = useTrust();
  return includesRight(right, 'editor') && editing === 'open' && trust.state !== 'opening' && trust.state !== 'refused';
}

/**
 * What one person looks at in the workspace; parts of it stand in the address, so that everything can be linked to. The
 * object stays the same while the workspace is open: what changes in it is watched (`usePhase`, `useSelection`,
 * `useIsSelected`), so that a click on a role does not render the texts again.
 */
export interface WorkspaceView {
  readonly phase: Watchable<Phase>;
  setPhase(phase: Phase): void;
  /** Names of the selected items (`itemName`), the same in canvas, outline and panel. */
  readonly selection: Watchable<readonly string[]>;
  setSelection(items: readonly string[]): void;
  /** Opens the panel at the right with the discussion of an item; null: of all items. */
  openComments(item: string | null): void;
  /** Opens the panel with what the delegations say of an item; null: of all items. */
  openAgreement(item: string | null): void;
  /** Opens the panel with all discussions, at this one. */
  openThread(thread: string): void;
  /**
   * Leads to an item: selects it, shows the part and a phase in which it stands, and brings it into view.
   * @param phase the phase in which it is to be seen; then on the canvas or in the outline, where it can be edited
   * @param then once it is in view
   */
  reveal(item: string, phase?: Phase, then?: () => void): void;
}

export const WorkspaceViewContext = createContext<WorkspaceView | null>(null);

/** @throws outside of a workspace */
export function useWorkspaceView(): WorkspaceView {
  const view = useContext(WorkspaceViewContext);
  if (!view) throw new Error('useWorkspaceView needs a workspace around it');
  return view;
}

export const usePhase = (): Phase => useWatchable(useWorkspaceView().phase);
/** Renders again whenever anything is selected; to know whether one item is, take `useIsSelected`. */
export const useSelection = (): readonly string[] => useWatchable(useWorkspaceView().selection);

/** Whether an item is selected: renders again only when that changes. @param item its name (`itemName`) */
export function useIsSelected(item: string): boolean {
  const { selection } = useWorkspaceView();
  const read = (): boolean => selection.get().includes(item);
  return useSyncExternalStore(selection.subscribe, read, read);
}
