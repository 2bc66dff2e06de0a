'use client';
import { useLocale, useTranslations } from 'next-intl';
import { momentEverywhere, utcBeside, writtenMoment } from './written-moment';

/** When something happened, by the reader's clock; in full (`exact`) or on hover also in UTC and at both places. */
export function Moment({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  const t = useTranslations('agreement');
  const locale = useLocale();
  return (
    <time dateTime={at} title={t('places', momentEverywhere(at, locale))}>
      {writtenMoment(at, locale)}
      {exact && <span className="text-soft"> · {t('utc', { time: utcBeside(at, locale) })}</span>}
    </time>
  );
}
