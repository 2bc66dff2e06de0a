'use client';
import { clsx } from 'clsx';
import { useState } from 'react';

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

/** Up to so many options are there from the start; longer lists are filled when somebody comes near. */
const alwaysFilled = 40;

/** A choice. The browser's own, since every screen reader and every phone knows it. */
export function OutlineSelect({ label, value, options, onChange, reachable, disabled = false, className }: OutlineSelectProps) {
  const [near, setNear] = useState(false);
  // 120 relations with two lists of 60 roles each would be 14,400 elements.
  const filled = near || options.length <= alwaysFilled ? options : options.filter((option) => option.value === value);
  return (
    <select
      aria-label={label}
      value={value}
      disabled={disabled}
      tabIndex={reachable ? 0 : -1}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      onChange={(event) => onChange(event.target.value)}
      className={clsx('field w-auto min-w-0 py-0.5 disabled:border-transparent disabled:bg-transparent disabled:opacity-100 disabled:appearance-none', className)}
    >
      {filled.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
