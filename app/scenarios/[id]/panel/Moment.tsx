'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { momentEverywhere, utcBeside, writtenMoment } from './written-moment';

const never = (): (() => void) => () => {};

/** When something happened, by the reader's clock; in full (`exact`) or on hover also in UTC and at both places; once where the reader's clock shows UTC. */
export function Moment({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  const t = useTranslations('agreement');
  const locale = useLocale();
  // The server does not know the reader's clock.
  const zone = useSyncExternalStore(never, () => undefined, () => 'UTC');
  const here = writtenMoment(at, locale, zone);
  const utc = writtenMoment(at, locale, 'UTC');
  return (
    <time dateTime={at} title={t('places', momentEverywhere(at, locale))}>
      {exact && here === utc ? t('utc', { time: utc }) : here}
      {exact && here !== utc && <span className="text-soft"> · {t('utc', { time: utcBeside(at, locale, zone) })}</span>}
    </time>
  );
}
