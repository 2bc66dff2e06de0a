'use client';
import { useTranslations } from 'next-intl';
import { useDelegationMark } from './use-delegation-name';

/**
 * The delegation of a person: `DE`, `CN` (德方, 中方 in Chinese), by text and never by colour. Null: an observer, shown as
 * such only where `observers` asks for it.
 */
export function DelegationBadge({ code, observers = false }: { readonly code: string | null; readonly observers?: boolean }) {
  const t = useTranslations('ui');
  const markOf = useDelegationMark();
  if (code === null && !observers) return null;
  const known = code === 'DE' || code === 'CN';
  return (
    <span
      title={known ? t(`delegation.${code}-name`) : undefined}
      className="inline-block shrink-0 rounded-sm border border-edge px-1 text-[0.7rem] font-semibold leading-4 tracking-wide text-soft"
    >
      {code === null ? t('delegation.observer') : markOf(code)}
    </span>
  );
}
