'use client';
import { clsx } from 'clsx';
import { useTranslations } from 'next-intl';
import { noSign, staleSign, stanceSigns } from './stance-signs';
import type { Said } from './board';

/** What one delegation says, as short as can be: `DE ✓`, `CN –`, `DE ✓↻` (dashed) where the content has changed since. For the eye only. */
export function SideMark({ said }: { readonly said: Said }) {
  const codes = useTranslations('ui.delegation');
  const { side, position, isStale } = said;
  const code = side.code === 'DE' || side.code === 'CN' ? codes(side.code) : side.code;
  return (
    <span
      aria-hidden
      data-mark={`${side.code} ${position?.stance ?? 'none'}${isStale ? ' stale' : ''}`}
      className={clsx(
        'inline-flex items-baseline gap-0.5 whitespace-nowrap rounded-sm border px-0.5 text-[0.7rem] font-semibold leading-4',
        !position && 'border-transparent text-soft',
        position && !isStale && 'border-edge text-ink',
        isStale && 'border-dashed border-edge text-soft italic',
      )}
    >
      {code} <span className={isStale ? 'line-through' : undefined}>{position ? stanceSigns[position.stance] : noSign}</span>
      {isStale && staleSign}
    </span>
  );
}
