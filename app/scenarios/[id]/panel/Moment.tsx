'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useReadersZone } from '@/app/components/use-readers-zone';
import { momentEverywhere, utcBeside, writtenMoment } from './written-moment';

/** When something happened, by the reader's clock; in full (`exact`) or on hover also in UTC and at both places; once where the reader's clock shows UTC. */
export function Moment({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  const t = useTranslations('agreement');
  const locale = useLocale();
  const zone = useReadersZone();
  const here = writtenMoment(at, locale, zone);
  const utc = writtenMoment(at, locale, 'UTC');
  return (
    <time dateTime={at} title={t('places', momentEverywhere(at, locale))}>
      {exact && here === utc ? t('utc', { time: utc }) : here}
      {exact && here !== utc && <span className="text-soft"> · {t('utc', { time: utcBeside(at, locale, zone) })}</span>}
    </time>
  );
}
