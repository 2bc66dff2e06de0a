'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useReadersZone } from '@/app/components/use-readers-zone';
import { momentEverywhere, writtenMoment } from '../panel/written-moment';

/** “Last here on …”, by the reader's clock; on hover also in UTC and at both places. */
export function SinceMoment({ at }: { readonly at: string }) {
  const t = useTranslations('inbox.since');
  const places = useTranslations('agreement');
  const locale = useLocale();
  const zone = useReadersZone();
  return (
    <time dateTime={at} title={places('places', momentEverywhere(at, locale))}>
      {t('last', { time: writtenMoment(at, locale, zone) })}
    </time>
  );
}
