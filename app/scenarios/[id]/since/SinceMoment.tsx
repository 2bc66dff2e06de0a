'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { writtenMoment } from '../panel/written-moment';

const never = (): (() => void) => () => {};

/** “Last here on …”, by the reader's clock as soon as the page runs. */
export function SinceMoment({ at }: { readonly at: string }) {
  const t = useTranslations('inbox.since');
  const locale = useLocale();
  const isRunning = useSyncExternalStore(never, () => true, () => false);
  return <time dateTime={at}>{t('last', { time: isRunning ? writtenMoment(at, locale) : `${writtenMoment(at, locale, 'UTC')} UTC` })}</time>;
}
