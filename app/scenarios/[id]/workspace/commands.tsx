'use client';
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';

/** An action of some part of the workspace, as the command menu (Ctrl/⌘ K) lists it. */
export interface Command {
  /** Unique in the workspace, e.g. `canvas.zoom-to-fit`. */
  readonly id: string;
  readonly label: string;
  /** Shown beside it; whoever registers the command handles the key. */
  readonly shortcut?: string;
  /** Heading under which it is listed. */
  readonly group?: string;
  /** Not listed while true. */
  readonly disabled?: boolean;
  readonly run: () => void;
}

interface Registry {
  register(command: Command): () => void;
}

const RegistryContext = createContext<Registry | null>(null);
const ListContext = createContext<readonly Command[]>([]);

/** Keeps the commands of all parts inside. */
export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [commands, setCommands] = useState<ReadonlyMap<string, Command>>(new Map());
  const registry = useMemo<Registry>(
    () => ({
      register(command) {
        setCommands((before) => new Map(before).set(command.id, command));
        return () =>
          setCommands((before) => {
            if (before.get(command.id) !== command) return before;
            const after = new Map(before);
            after.delete(command.id);
            return after;
          });
      },
    }),
    [],
  );
  const list = useMemo(() => [...commands.values()].filter((command) => !command.disabled), [commands]);
  return (
    <RegistryContext value={registry}>
      <ListContext value={list}>{children}</ListContext>
    </RegistryContext>
  );
}

export const useCommands = (): readonly Command[] => useContext(ListContext);

/** Lists an action in the command menu while the caller is mounted. Does nothing outside of a workspace. */
export function useCommand({ id, label, shortcut, group, disabled = false, run }: Command): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  useEffect(
    () => registry?.register({ id, label, ...(shortcut && { shortcut }), ...(group && { group }), disabled, run: () => latest.current() }),
    [registry, id, label, shortcut, group, disabled],
  );
}
