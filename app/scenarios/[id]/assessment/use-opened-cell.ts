'use client';
import { useCallback, useRef, useState, type RefObject } from 'react';
import type { CellPlace } from '@/lib/document/edits/edit-cells';
import { itemName } from '@/lib/domain/items';
import type { Dimension } from '@/lib/domain/scenario';

/** Which cell's details are open below its row: one at a time. Opening leads into them, closing back to the cell. */
export function useOpenedCell(grid: RefObject<HTMLElement | null>): { readonly opened: CellPlace | null; readonly toggle: (enterprise: string, dimension: Dimension) => void } {
  const [opened, setOpened] = useState<CellPlace | null>(null);
  const latest = useRef<CellPlace | null>(null);
  const toggle = useCallback(
    (enterprise: string, dimension: Dimension): void => {
      const isOpen = latest.current?.enterprise === enterprise && latest.current.dimension === dimension;
      latest.current = isOpen ? null : { enterprise, dimension };
      setOpened(latest.current);
      const item = CSS.escape(itemName({ kind: 'cell', enterprise, dimension }));
      requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(isOpen ? `td[data-item="${item}"]` : `[data-details="${item}"] textarea`)?.focus());
    },
    [grid],
  );
  return { opened, toggle };
}
