'use client';
import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { isComposing } from '@/app/components/is-composing';

/** The place of a cell: `<row>,<column>`, as it stands in `data-at`. */
type Place = readonly [row: number, column: number];

export interface GridKeys {
  readonly grid: RefObject<HTMLTableElement | null>;
  /** The cell that Tab reaches, together with the controls in it. */
  readonly active: Place;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/**
 * The keyboard of a grid (WAI-ARIA Authoring Practices, grid pattern): one tab stop; arrows, Home, End, Ctrl + Home and
 * Ctrl + End move between cells; Enter or F2 goes into a cell, Escape comes back out of it.
 */
export function useGridKeys(rows: number, columns: number): GridKeys {
  const grid = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<Place>([0, 0]);
  const active: Place = [Math.min(chosen[0], Math.max(rows - 1, 0)), Math.min(chosen[1], columns - 1)];

  const cellAt = useCallback(([row, column]: Place): HTMLElement | null => grid.current?.querySelector<HTMLElement>(`[data-at="${row},${column}"]`) ?? null, []);

  const onFocus = (event: FocusEvent): void => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-at]');
    const place = cell && placeOf(cell);
    if (place) setChosen(place);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-at]');
    const place = cell && placeOf(cell);
    if (!cell || !place) return;
    if (target !== cell) {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      cell.focus();
      return;
    }
    const [row, column] = place;
    const modified = event.ctrlKey || event.metaKey;
    const moves: Record<string, Place> = {
      ArrowUp: [Math.max(row - 1, 0), column],
      ArrowDown: [Math.min(row + 1, rows - 1), column],
      ArrowLeft: [row, Math.max(column - 1, 0)],
      ArrowRight: [row, Math.min(column + 1, columns - 1)],
      Home: [modified ? 0 : row, 0],
      End: [modified ? rows - 1 : row, columns - 1],
    };
    const next = moves[event.key];
    if (next && !(modified && event.key.startsWith('Arrow'))) {
      event.preventDefault();
      cellAt(next)?.focus();
    } else if ((event.key === 'Enter' || event.key === 'F2') && !modified) {
      event.preventDefault();
      (cell.querySelector<HTMLElement>('textarea') ?? cell.querySelector<HTMLElement>('select, input, button'))?.focus();
    }
  };

  return { grid, active, onKeyDown, onFocus };
}

function placeOf(cell: HTMLElement): Place | null {
  const [row, column] = (cell.dataset.at ?? '').split(',').map(Number);
  return row === undefined || column === undefined || Number.isNaN(row + column) ? null : [row, column];
}
