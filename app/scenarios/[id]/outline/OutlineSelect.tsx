'use client';
import { clsx } from 'clsx';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { breakable } from '@/lib/figures/breakable';

export interface OutlineOption {
  readonly value: string;
  readonly label: string;
}
export interface OutlineSelectProps {
  /** Accessible name. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly OutlineOption[];
  readonly onChange: (value: string) => void;
  readonly reachable: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** How a choice is set, and its room on a phone: long words part where a reader expects it. */
const choiceText = { fontSize: 16, fontWeight: '400' } as const;
const leastWidth = 120;

/** Up to so many options are there from the start; longer lists are filled when somebody comes near. */
const alwaysFilled = 40;

/**
 * A choice. The browser's own, since every screen reader and every phone knows it. Who may not choose reads what is chosen
 * as text.
 */
export function OutlineSelect({ label, value, options, onChange, reachable, disabled = false, className }: OutlineSelectProps) {
  const [near, setNear] = useState(false);
  const chosen = breakable(options.find((option) => option.value === value)?.label ?? '', choiceText, leastWidth);
  if (disabled)
    return (
      <span className={clsx('min-w-0 py-0.5 [overflow-wrap:anywhere]', className)}>
        <span className="sr-only">{label}: </span>
        {chosen}
      </span>
    );
  // 120 relations with two lists of 60 roles each would be 14,400 elements.
  const filled = near || options.length <= alwaysFilled ? options : options.filter((option) => option.value === value);
  return (
    // The words wrap, which a browser's own select can't: it lies over them, unseen.
    <span className={clsx('field relative flex w-auto min-w-0 items-start gap-1 py-0.5 hover:border-ink has-[select:focus-visible]:outline-2 has-[select:focus-visible]:outline-accent', className)}>
      <span aria-hidden className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {chosen}
      </span>
      <ChevronDown size={12} aria-hidden className="mt-1 shrink-0 text-soft print:hidden" />
      <select
        aria-label={label}
        value={value}
        tabIndex={reachable ? 0 : -1}
        onPointerEnter={() => setNear(true)}
        onFocus={() => setNear(true)}
        onChange={(event) => onChange(event.target.value)}
        className="absolute inset-0 size-full cursor-pointer opacity-0 print:hidden"
      >
        {filled.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
