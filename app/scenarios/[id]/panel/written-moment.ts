const regions: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };

/** A moment as written in a language and place; `zone`: an IANA zone, by default the one of whoever runs this. */
export function writtenMoment(iso: string, locale: string, zone?: string): string {
  return new Intl.DateTimeFormat(regions[locale] ?? locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(iso));
}

/** The same moment in UTC and where the delegations are: for `agreement.places`. */
export function momentEverywhere(iso: string, locale: string): { utc: string; berlin: string; beijing: string } {
  return {
    utc: writtenMoment(iso, locale, 'UTC'),
    berlin: writtenMoment(iso, locale, 'Europe/Berlin'),
    beijing: writtenMoment(iso, locale, 'Asia/Shanghai'),
  };
}
