'use client';
import { useTranslations } from 'next-intl';

/**
 * The delegation of a person: `DE`, `CN` (德方, 中方 in Chinese), by text and never by colour. Null: an observer, shown as
 * such only where `observers` asks for it.
 */
export function DelegationBadge({ code, observers = false }: { readonly code: string | null; readonly observers?: boolean }) {
  const t = useTranslations('ui');
  if (code === null && !observers) return null;
  const known = code === 'DE' || code === 'CN';
  const short = code === null ? t('delegation.observer') : known ? t(`delegation.${code}`) : code;
  return (
    <span
      title={known ? t(`delegation.${code}-name`) : undefined}
      className="inline-block shrink-0 rounded-sm border border-edge px-1 text-[0.7rem] font-semibold leading-4 tracking-wide text-soft"
    >
      {short}
    </span>
  );
}
