'use client';
import { clsx } from 'clsx';
import { useEffect, useRef, type ReactNode } from 'react';
import { useIsSelected } from '../session/hooks';

export interface OutlineRowProps {
  readonly id: string;
  readonly item: string;
  /** The whole row in words, read when it gets the focus. */
  readonly label: string;
  readonly active: boolean;
  readonly children: ReactNode;
}

/** A row of the outline: can be focused as a whole, holds the controls of one item, shows whether that is selected. */
export function OutlineRow({ id, item, label, active, children }: OutlineRowProps) {
  const selected = useIsSelected(item);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // selected elsewhere (on the canvas, in the panel): bring it into sight, unless somebody works here
    if (selected && !row.current?.closest('section')?.contains(document.activeElement)) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <li>
      <div
        ref={row}
        role="group"
        aria-label={label}
        aria-current={selected || undefined}
        tabIndex={active ? 0 : -1}
        data-row={id}
        data-item={item}
        className={clsx('flex flex-wrap items-start gap-x-2 gap-y-1 rounded-sm border-b py-1 pl-1 pr-1 focus-visible:outline-offset-[-2px]', selected && 'bg-accent-soft')}
      >
        {children}
      </div>
    </li>
  );
}
