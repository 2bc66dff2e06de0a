'use client';
import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { isComposing } from '@/app/components/is-composing';

export interface RovingRows {
  /** The row whose controls can be reached by Tab. */
  readonly active: string | null;
  readonly list: React.RefObject<HTMLUListElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPointerDown: (event: MouseEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  /** Puts the caret into the name of a row as soon as that is there. */
  focusNameSoon(id: string): void;
}

export interface RovingRowsOptions {
  readonly ids: readonly string[];
  readonly onActive: (id: string) => void;
  /** Rows are to be selected besides; `isToggled`: or no longer, if they are. */
  readonly onAlso: (ids: readonly string[], isToggled: boolean) => void;
  readonly onAdd: () => void;
  readonly onDelete: (id: string) => void;
}

/**
 * One tab stop for a list of rows: arrows move between rows, Enter or F2 goes into the name, Delete takes the row away,
 * N adds one, with Shift arrows and clicks select several (Ctrl or ⌘ with A all), Escape comes back from a control to its row. When the row with the focus goes, its neighbour gets the focus.
 */
export function useRovingRows({ ids, onActive, onAlso, onAdd, onDelete }: RovingRowsOptions): RovingRows {
  const list = useRef<HTMLUListElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const focused = useRef<{ readonly id: string; readonly index: number } | null>(null);
  const wanted = useRef<string | null>(null);
  /** True while the focus moves without the selection: it is added to. */
  const isAdding = useRef(false);
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
    if (!isAdding.current) onActive(id);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    isAdding.current = false; // a press that was dragged off its row brings no click
    if (isComposing(event) || event.altKey) return;
    const isMod = event.ctrlKey || event.metaKey;
    const target = event.target as HTMLElement;
    const id = idAt(target);
    if (id === null) return;
    const row = rowOf(id);
    if (isMod && target === row && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onAlso(ids, false);
    }
    if (isMod) return;
    if (target !== row) {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        event.stopPropagation();
        row?.focus();
      }
      return;
    }
    const at = ids.indexOf(id);
    if (event.shiftKey && event.key.length === 1) return; // the keys of the phases
    if (event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const next = ids[event.key === 'ArrowDown' ? Math.min(at + 1, ids.length - 1) : Math.max(at - 1, 0)]!;
      isAdding.current = true;
      rowOf(next)?.focus();
      isAdding.current = false;
      onAlso([id, next], false);
      return;
    }
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

  const onPointerDown = (event: MouseEvent): void => void (isAdding.current = event.shiftKey || event.ctrlKey || event.metaKey);
  const onClick = (event: MouseEvent): void => {
    if (!isAdding.current) return;
    isAdding.current = false;
    const id = idAt(event.target);
    if (id !== null && !(event.target as HTMLElement).closest('input, textarea, select, button')) onAlso([id], true);
  };

  const focusNameSoon = useCallback((id: string) => void (wanted.current = id), []);
  return { active, list, onKeyDown, onPointerDown, onClick, onFocus, focusNameSoon };
}

const nameOf = (row: HTMLElement | null): HTMLElement | null => row?.querySelector<HTMLElement>('[data-name] input, [data-name] textarea') ?? row;
const idAt = (target: EventTarget): string | null => (target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row ?? null;
