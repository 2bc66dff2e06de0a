'use client';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

/** One of a few, side by side: the phase, the way a thing is shown. Arrow keys move, as in every group of choices. */
export function Segments<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: ReactNode; readonly title?: string }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <ToggleGroup.Root type="single" aria-label={label} value={value} onValueChange={(next) => next && onChange(next as T)} className="inline-flex shrink-0 rounded border border-edge print:hidden">
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          title={option.title}
          className="inline-flex min-h-7 items-center gap-1 whitespace-nowrap px-2 max-sm:px-1 text-soft first:rounded-l last:rounded-r hover:bg-hover data-[state=on]:bg-accent-soft data-[state=on]:font-medium data-[state=on]:text-accent"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
