'use client';
import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** Says more about the one focusable element inside, on hover and focus. Its name must stand on the element itself. */
export function Tooltip({ text, shortcut, children }: { readonly text: ReactNode; readonly shortcut?: string; readonly children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content data-tooltip sideOffset={4} collisionPadding={8} className="z-50 max-w-72 rounded bg-ink px-2 py-1 text-sm text-paper print:hidden">
            {text}
            {shortcut && <kbd className="ml-2 font-sans opacity-80">{shortcut}</kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
