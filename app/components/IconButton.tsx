'use client';
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './Button';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  /** What it does: its accessible name, shown as a tooltip. */
  readonly label: string;
  /** The key that does the same, e.g. `⌘Z`. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

/** A button that shows only an icon (lucide, size 16). */
export function IconButton({ label, shortcut, look = 'quiet', className = '', children, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut}>
      <Button look={look} aria-label={label} className={`min-w-8 !px-1.5 ${className}`} {...rest}>
        {children}
      </Button>
    </Tooltip>
  );
}
