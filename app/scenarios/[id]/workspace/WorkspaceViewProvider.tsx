'use client';
import { createContext, useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { parseItemName } from '@/lib/domain/items';
import { phases, type Phase } from '@/lib/domain/phases';
import { useOpenSession, WorkspaceViewContext, type WorkspaceView } from '../session/hooks';
import { formatAddress, networkModes, parseAddress, partOfItem, type Address, type NetworkMode, type PanelTab, type Part } from './address';
import { useMediaAtFirst, wide } from './use-media';

/** What the shell knows of the view beyond what its parts need. */
export interface ShellView extends WorkspaceView {
  readonly part: Part;
  /** Shows a part: on a narrow screen its tab, on a wide one it comes into view. */
  goTo(part: Part): void;
  /** Notes that the person is in a part, without moving anything. */
  setPart(part: Part): void;
  readonly mode: NetworkMode;
  readonly panel: { readonly tab: PanelTab; readonly item: string | null; readonly thread: string | null } | null;
  openPanel(tab: PanelTab, item?: string | null): void;
  setPanelItem(item: string | null): void;
  closePanel(): void;
}

const ShellViewContext = createContext<ShellView | null>(null);

/** @throws outside of a workspace */
export function useShellView(): ShellView {
  const view = useContext(ShellViewContext);
  if (!view) throw new Error('useShellView needs a workspace around it');
  return view;
}

const isMode = (part: Part): part is NetworkMode => (networkModes as readonly Part[]).includes(part);
/** Browsers refuse too many changes of the address at once (a selection may change with every frame). */
const addressDelay = 250;

/** What was asked for or chosen so far. */
interface Chosen {
  /** Null: the network, however it is shown. */
  readonly part: Part | null;
  /** Null: as suits the person and the window. */
  readonly mode: NetworkMode | null;
  readonly phase: Phase;
  readonly selection: readonly string[];
  readonly panel: ShellView['panel'];
}

function chosenBy(address: Address, mode: NetworkMode | null): Chosen {
  const home = address.item ? partOfItem(address.item, mode ?? 'network') : null;
  const part = address.part ?? (home && !isMode(home) ? home : mode);
  return {
    part,
    mode: part && isMode(part) ? part : mode,
    phase: address.phase ?? 'before',
    selection: address.item && address.item !== 'scenario' ? [address.item] : [],
    panel: address.panel ? { tab: address.panel, item: address.panel === 'comments' ? address.item : null, thread: address.thread } : null,
  };
}

/**
 * Keeps what this person looks at, and keeps the address in step with it, so that every part can be linked to. The
 * history does not grow by looking around: back leads to where one came from.
 * @param initial the address that the page was asked for
 * @param defaultMode how the network is shown where the address does not say, and there is room
 */
export function WorkspaceViewProvider({ initial, defaultMode, children }: { readonly initial: Address; readonly defaultMode: NetworkMode; readonly children: ReactNode }) {
  const session = useOpenSession();
  const hasRoom = useMediaAtFirst(wide);
  // What looks chosen is what is shown: where the canvas would not be loaded, the network opens as the figure.
  const home: NetworkMode = defaultMode === 'network' && !hasRoom ? 'figure' : defaultMode;
  const [chosen, setChosen] = useState(() => chosenBy(initial, null));
  const state = useMemo(() => {
    const mode = chosen.mode ?? home;
    return { ...chosen, mode, part: chosen.part ?? mode };
  }, [chosen, home]);
  const [wanted, setWanted] = useState<{ readonly part: Part; readonly item: string | null } | null>(() =>
    initial.part || initial.item ? { part: chosen.part ?? defaultMode, item: initial.item } : null,
  );
  const change = useCallback((next: Partial<Chosen>) => setChosen((before) => ({ ...before, ...next })), []);

  const latest = useRef(state);
  useLayoutEffect(() => {
    latest.current = state;
  });

  useEffect(() => {
    const timer = setTimeout(() => {
      const { part, phase, selection, panel } = state;
      const address: Address = {
        part: part === home ? null : part,
        phase: phase === 'before' ? null : phase,
        item: panel?.item ?? (selection.length === 1 ? selection[0]! : null),
        panel: panel?.tab ?? null,
        thread: panel?.thread ?? null,
      };
      const query = formatAddress(address, new URLSearchParams(location.search));
      if (query !== location.search) history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    }, addressDelay);
    return () => clearTimeout(timer);
  }, [state, home]);

  useEffect(() => {
    const follow = (): void => {
      const next = chosenBy(parseAddress(new URLSearchParams(location.search)), latest.current.mode);
      setChosen(next);
      setWanted({ part: next.part ?? latest.current.mode, item: next.selection[0] ?? null });
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);

  useEffect(() => {
    session?.show({ part: state.part, selection: state.selection });
  }, [session, state.part, state.selection]);

  // What was asked for is brought into view once it stands on the page; it may come later (the document, the canvas).
  useEffect(() => {
    if (!wanted) return;
    let tries = 0;
    const timer = setInterval(() => {
      const item = wanted.item && document.querySelector(`[data-part] [data-item="${CSS.escape(wanted.item)}"]`);
      if (session?.ready.get()) tries++;
      const target = item || (tries > 10 || !wanted.item ? document.querySelector(`[data-part~="${wanted.part}"]`) : null);
      if (!target) return;
      clearInterval(timer);
      target.scrollIntoView({ block: item ? 'center' : 'start' });
      setWanted(null);
    }, 100);
    return () => clearInterval(timer);
  }, [wanted, session]);

  const view = useMemo<ShellView>(() => {
    const toPart = (part: Part): Partial<Chosen> => (isMode(part) ? { part, mode: part } : { part });
    return {
      ...state,
      setPhase: (phase) => change({ phase }),
      setSelection: (selection) =>
        setChosen((before) => (before.selection.length === selection.length && before.selection.every((name, index) => name === selection[index]) ? before : { ...before, selection })),
      setPart: (part) => setChosen((before) => (before.part === part ? before : { ...before, part })),
      goTo(part) {
        change(toPart(part));
        setWanted({ part, item: null });
      },
      openComments: (item) => change({ panel: { tab: 'comments', item, thread: null } }),
      openPanel: (tab, item = null) => change({ panel: { tab, item, thread: null } }),
      setPanelItem: (item) => setChosen((before) => (before.panel ? { ...before, panel: { ...before.panel, item, thread: null } } : before)),
      closePanel: () => change({ panel: null }),
      reveal(name) {
        const part = partOfItem(name, latest.current.mode);
        if (!part) return;
        const stands = session ? standsIn(session.scenario.get(), name) : phases;
        const phase = stands.includes(latest.current.phase) ? latest.current.phase : (stands[0] ?? latest.current.phase);
        change({ ...toPart(part), phase, selection: [name] });
        setWanted({ part, item: name });
      },
    };
  }, [state, change, session]);

  return (
    <ShellViewContext value={view}>
      <WorkspaceViewContext value={view}>{children}</WorkspaceViewContext>
    </ShellViewContext>
  );
}

/** The phases in which an item can be seen. */
function standsIn(scenario: ReturnType<NonNullable<ReturnType<typeof useOpenSession>>['scenario']['get']>, name: string): readonly Phase[] {
  const item = parseItemName(name);
  if (item?.kind === 'role') return phases.filter((phase) => scenario.roles.find(({ id }) => id === item.id)?.phases[phase]);
  if (item?.kind === 'relation') return scenario.relations.find(({ id }) => id === item.id)?.phases ?? [];
  return phases;
}
