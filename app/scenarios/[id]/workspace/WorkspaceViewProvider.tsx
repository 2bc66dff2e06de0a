'use client';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { parseItemName } from '@/lib/domain/items';
import { phases, type Phase } from '@/lib/domain/phases';
import { useOpenSession, useWatchable, WorkspaceViewContext, type WorkspaceView } from '../session/hooks';
import type { Watchable } from '../session/scenario-session';
import { settable, watchedPart } from '../session/watchable';
import { formatAddress, networkModes, parseAddress, partOfItem, type Address, type NetworkMode, type PanelTab, type Part } from './address';
import { useMediaAtFirst, wide } from './use-media';

export type OpenPanel = { readonly tab: PanelTab; readonly item: string | null; readonly thread: string | null; readonly comment: string | null } | null;

/** What the shell knows of the view beyond what its parts need. As the view itself, it stays the same object. */
export interface ShellView extends WorkspaceView {
  readonly part: Watchable<Part>;
  /** Shows a part: on a narrow screen its tab, on a wide one it comes into view. */
  goTo(part: Part): void;
  /** Notes that the person is in a part, without moving anything. */
  setPart(part: Part): void;
  readonly mode: Watchable<NetworkMode>;
  /** Both phases beside each other on the canvas; the phase is then that of the side at work. */
  readonly sides: Watchable<boolean>;
  setSides(sides: boolean): void;
  /** Both sides show the same section, and what stands at the same place in both is moved in both. */
  readonly inStep: Watchable<boolean>;
  setInStep(inStep: boolean): void;
  readonly panel: Watchable<OpenPanel>;
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

export const usePart = (): Part => useWatchable(useShellView().part);
export const useNetworkMode = (): NetworkMode => useWatchable(useShellView().mode);
export const useSides = (): boolean => useWatchable(useShellView().sides);
export const useOpenPanel = (): OpenPanel => useWatchable(useShellView().panel);

/** Whether a tab of the panel can show what concerns one item. */
export const isAboutItems = (tab: PanelTab): boolean => tab === 'comments' || tab === 'agreement';

const isMode = (part: Part): part is NetworkMode => (networkModes as readonly Part[]).includes(part);
/** Browsers refuse too many changes of the address at once (a selection may change with every frame). */
const addressDelay = 250;
/** Who looks around meanwhile is led nowhere. */
const ownMoves = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

interface Wanted {
  readonly part: Part;
  readonly item: string | null;
  /** What follows once it is in view: done before, it would be scrolled past. */
  readonly then?: (() => void) | undefined;
}

/** What was asked for or chosen so far. */
interface Chosen {
  /** Null: the network, however it is shown. */
  readonly part: Part | null;
  /** Null: as suits the person and the window. */
  readonly mode: NetworkMode | null;
  readonly phase: Phase;
  readonly sides: boolean;
  readonly inStep: boolean;
  readonly selection: readonly string[];
  readonly panel: OpenPanel;
}

const modeOf = ({ mode }: Chosen, home: NetworkMode): NetworkMode => mode ?? home;
const partOf = (chosen: Chosen, home: NetworkMode): Part => chosen.part ?? modeOf(chosen, home);

function chosenBy(address: Address, mode: NetworkMode | null, inStep = true): Chosen {
  const home = address.item ? partOfItem(address.item, mode ?? 'network') : null;
  const part = address.part ?? (home && !isMode(home) ? home : mode);
  return {
    part,
    mode: part && isMode(part) ? part : mode,
    phase: address.phase ?? 'before',
    sides: address.sides,
    inStep,
    selection: address.item && address.item !== 'scenario' ? [address.item] : [],
    panel: address.panel ? { tab: address.panel, item: isAboutItems(address.panel) ? address.item : null, thread: address.thread, comment: address.comment } : null,
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
  const [chosen] = useState(() => settable(chosenBy(initial, null)));
  const [wanted, setWanted] = useState<Wanted | null>(() => (initial.part || initial.item ? { part: chosen.get().part ?? defaultMode, item: initial.item } : null));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      const { phase, sides, selection, panel } = chosen.get();
      const part = partOf(chosen.get(), home);
      const address: Address = {
        part: part === home ? null : part,
        phase: phase === 'before' ? null : phase,
        sides,
        // in a panel that shows all items a selected one would narrow it when it is opened again
        item: panel && isAboutItems(panel.tab) ? panel.item : selection.length === 1 ? selection[0]! : null,
        panel: panel?.tab ?? null,
        thread: panel?.thread ?? null,
        comment: panel?.comment ?? null,
      };
      const query = formatAddress(address, new URLSearchParams(location.search));
      if (query !== location.search) history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    };
    const writeSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(write, addressDelay);
    };
    writeSoon();
    const stop = chosen.subscribe(writeSoon);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [chosen, home]);

  useEffect(() => {
    const follow = (): void => {
      const mode = modeOf(chosen.get(), home);
      const next = chosenBy(parseAddress(new URLSearchParams(location.search)), mode, chosen.get().inStep);
      chosen.set(next);
      setWanted({ part: next.part ?? mode, item: next.selection[0] ?? null });
    };
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, [chosen, home]);

  useEffect(() => {
    if (!session) return;
    let shown: { readonly part: Part; readonly selection: readonly string[] } | null = null;
    const show = (): void => {
      const { selection } = chosen.get();
      const part = partOf(chosen.get(), home);
      if (shown?.part === part && shown.selection === selection) return;
      shown = { part, selection };
      session.show(shown);
    };
    show();
    return chosen.subscribe(show);
  }, [session, chosen, home]);

  // What was asked for is brought into view once it stands on the page; it may come later (the document, the canvas).
  useEffect(() => {
    if (!wanted) return;
    let tries = 0;
    let wasLed = false;
    const timer = setInterval(() => {
      const item = wanted.item && document.querySelector(`[data-part] [data-item="${CSS.escape(wanted.item)}"]`);
      if (session?.ready.get()) tries++;
      const target = item || (tries > 10 || !wanted.item ? document.querySelector(`[data-part~="${wanted.part}"]`) : null);
      if (!target) return;
      // a part that the server drew moves when the live table takes its place above it: then it is led to once more
      const stays = item || document.querySelector('[data-texts=live]');
      if (stays || !wasLed) target.scrollIntoView({ block: item ? 'center' : 'start' });
      wasLed = true;
      if (!stays) return;
      wanted.then?.();
      setWanted(null);
    }, 100);
    const goOwnWay = (): void => {
      if (wasLed) setWanted(null);
    };
    for (const move of ownMoves) window.addEventListener(move, goOwnWay, { passive: true });
    return () => {
      clearInterval(timer);
      for (const move of ownMoves) window.removeEventListener(move, goOwnWay);
    };
  }, [wanted, session]);

  const view = useMemo<ShellView>(() => {
    const change = (next: Partial<Chosen>): void => chosen.set({ ...chosen.get(), ...next });
    const toPart = (part: Part): Partial<Chosen> => (isMode(part) ? { part, mode: part } : { part });
    return {
      part: watchedPart(chosen, (now) => partOf(now, home)),
      mode: watchedPart(chosen, (now) => modeOf(now, home)),
      phase: watchedPart(chosen, ({ phase }) => phase),
      selection: watchedPart(chosen, ({ selection }) => selection),
      panel: watchedPart(chosen, ({ panel }) => panel),
      sides: watchedPart(chosen, ({ sides }) => sides),
      setSides: (sides) => change({ sides }),
      inStep: watchedPart(chosen, ({ inStep }) => inStep),
      setInStep: (inStep) => change({ inStep }),
      setPhase: (phase) => change({ phase }),
      setSelection(selection) {
        const before = chosen.get().selection;
        if (before.length !== selection.length || before.some((name, index) => name !== selection[index])) change({ selection });
      },
      setPart: (part) => chosen.get().part !== part && change({ part }),
      goTo(part) {
        change(toPart(part));
        setWanted({ part, item: null });
      },
      openComments: (item) => change({ panel: { tab: 'comments', item, thread: null, comment: null } }),
      openThread: (thread) => change({ panel: { tab: 'comments', item: null, thread, comment: null } }),
      openAgreement: (item) => change({ panel: { tab: 'agreement', item, thread: null, comment: null } }),
      openPanel: (tab, item = null) => change({ panel: { tab, item, thread: null, comment: null } }),
      setPanelItem(item) {
        const { panel } = chosen.get();
        if (panel) change({ panel: { ...panel, item, thread: null, comment: null } });
      },
      closePanel: () => change({ panel: null }),
      reveal(name, wantedPhase, then) {
        const { phase: now } = chosen.get();
        const mode = modeOf(chosen.get(), home);
        const stands = session ? standsIn(session.scenario.get(), name) : phases;
        // a figure shows nothing as selected: who asks for a phase is led to where it is edited; what stands in no phase is drawn nowhere, and only the lists have it
        const part = partOfItem(name, stands.length === 0 ? 'outline' : wantedPhase && mode !== 'outline' ? 'network' : mode);
        if (!part) return;
        const phase = wantedPhase ?? (stands.includes(now) ? now : (stands[0] ?? now));
        change({ ...toPart(part), phase, selection: [name] });
        setWanted({ part, item: name, then });
      },
    };
  }, [chosen, home, session]);

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
