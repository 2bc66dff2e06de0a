'use client';
import { useLocale, useTranslations } from 'next-intl';

const regions: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };

/** A moment as written in a language and place; `zone`: an IANA zone, by default the reader's own. */
export function writtenMoment(iso: string, locale: string, zone?: string): string {
  return new Intl.DateTimeFormat(regions[locale] ?? locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(iso));
}

/** When something happened, by the reader's clock; in full (`exact`) or on hover also in UTC and at both places. */
export function Moment({ at, exact = false }: { readonly at: string; readonly exact?: boolean }) {
  const t = useTranslations('agreement');
  const locale = useLocale();
  const everywhere = t('places', {
    utc: writtenMoment(at, locale, 'UTC'),
    berlin: writtenMoment(at, locale, 'Europe/Berlin'),
    beijing: writtenMoment(at, locale, 'Asia/Shanghai'),
  });
  return (
    <time dateTime={at} title={everywhere}>
      {writtenMoment(at, locale)}
      {exact && <span className="text-soft"> · {t('utc', { time: writtenMoment(at, locale, 'UTC') })}</span>}
    </time>
  );
}
