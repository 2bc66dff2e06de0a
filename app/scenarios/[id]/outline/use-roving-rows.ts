'use client';
import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { isComposing } from '@/app/components/is-composing';

export interface RovingRows {
  /** The row whose controls can be reached by Tab. */
  readonly active: string | null;
  readonly list: React.RefObject<HTMLUListElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  /** Puts the caret into the name of a row as soon as that is there. */
  focusNameSoon(id: string): void;
}

export interface RovingRowsOptions {
  readonly ids: readonly string[];
  readonly onActive: (id: string) => void;
  readonly onAdd: () => void;
  readonly onDelete: (id: string) => void;
}

/**
 * One tab stop for a list of rows: arrows move between rows, Enter or F2 goes into the name, Delete takes the row away,
 * N adds one, Escape comes back from a control to its row. When the row with the focus goes, its neighbour gets the focus.
 */
export function useRovingRows({ ids, onActive, onAdd, onDelete }: RovingRowsOptions): RovingRows {
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const focused = useRef<{ readonly id: string; readonly index: number } | null>(null);
  const wanted = useRef<string | null>(null);
  const active = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null);

  const rowOf = useCallback((id: string | undefined): HTMLElement | null => {
    return id === undefined ? null : (list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`) ?? null);
  }, []);

  useLayoutEffect(() => {
    if (wanted.current !== null && ids.includes(wanted.current)) {
      nameOf(rowOf(wanted.current))?.focus();
      wanted.current = null;
    }
    const lost = focused.current;
    if (lost && !ids.includes(lost.id)) {
      focused.current = null;
      const nothingHasFocus = document.activeElement === document.body || document.activeElement === null;
      if (nothingHasFocus) rowOf(ids[Math.min(lost.index, ids.length - 1)])?.focus();
    }
  }, [ids, rowOf]);

  const onFocus = (event: FocusEvent): void => {
    const id = idAt(event.target);
    if (id === null) return;
    focused.current = { id, index: ids.indexOf(id) };
    setChosen(id);
    onActive(id);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    const id = idAt(target);
    if (id === null) return;
    const row = rowOf(id);
    if (target !== row) {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        event.stopPropagation();
        row?.focus();
      }
      return;
    }
    const at = ids.indexOf(id);
    const act: Record<string, () => void> = {
      ArrowDown: () => rowOf(ids[Math.min(at + 1, ids.length - 1)])?.focus(),
      ArrowUp: () => rowOf(ids[Math.max(at - 1, 0)])?.focus(),
      Home: () => rowOf(ids[0])?.focus(),
      End: () => rowOf(ids.at(-1))?.focus(),
      Enter: () => nameOf(row)?.focus(),
      F2: () => nameOf(row)?.focus(),
      Delete: () => onDelete(id),
      Backspace: () => onDelete(id),
      n: onAdd,
      N: onAdd,
    };
    const action = act[event.key];
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  const focusNameSoon = useCallback((id: string) => void (wanted.current = id), []);
  return { active, list, onKeyDown, onFocus, focusNameSoon };
}

const nameOf = (row: HTMLElement | null): HTMLElement | null => row?.querySelector<HTMLElement>('[data-name] input, [data-name] textarea') ?? row;
const idAt = (target: EventTarget): string | null => (target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row ?? null;
