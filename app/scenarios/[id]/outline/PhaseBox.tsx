'use client';
import { useTranslations } from 'next-intl';
import type { Phase } from '@/lib/domain/phases';

export interface PhaseBoxProps {
  readonly phase: Phase;
  /** The name of what stands in the phase. */
  readonly of: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly reachable: boolean;
  readonly onChange: (stands: boolean) => void;
}

/** Whether something stands in a phase. */
export function PhaseBox({ phase, of, checked, disabled, reachable, onChange }: PhaseBoxProps) {
  const t = useTranslations('outline');
  const name = t(`phases.${phase}`);
  return (
    <label className="inline-flex min-h-6 items-center gap-1 whitespace-nowrap py-0.5">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={checked}
        disabled={disabled}
        tabIndex={reachable ? 0 : -1}
        aria-label={t('stands', { name: of, phase: name })}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span aria-hidden className="text-sm">
        {name}
      </span>
    </label>
  );
}
