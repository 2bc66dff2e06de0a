'use client';
import { Toolbar } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from '@/app/components/Button';
import { Menu } from '@/app/components/Menu';

export interface ToolbarMenuProps {
  /** What the menu is about. */
  readonly label: string;
  /** The name of its button, if that says more than `label`. */
  readonly name?: string;
  readonly icon: ReactNode;
  /** The words on its button. */
  readonly shown: string;
  readonly children: ReactNode;
}

/** A menu that opens from a button of a toolbar. */
export function ToolbarMenu({ label, name = label, icon, shown, children }: ToolbarMenuProps) {
  return (
    <Menu
      label={label}
      align="start"
      trigger={
        <Toolbar.Button asChild>
          <Button look="quiet" size="small" aria-label={name}>
            {icon} {shown}
          </Button>
        </Toolbar.Button>
      }
    >
      {children}
    </Menu>
  );
}
