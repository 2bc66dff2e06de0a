const regions: Readonly<Record<string, string>> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };

const regionOf = (locale: string): string => regions[locale] ?? locale;

/** A moment as written in a language and place; `zone`: an IANA zone, by default the one of whoever runs this. */
export function writtenMoment(iso: string, locale: string, zone?: string): string {
  return new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(iso));
}

/** The same moment in UTC and where the delegations are: for `agreement.places`. */
export function momentEverywhere(iso: string, locale: string): { utc: string; berlin: string; beijing: string } {
  return {
    utc: writtenMoment(iso, locale, 'UTC'),
    berlin: writtenMoment(iso, locale, 'Europe/Berlin'),
    beijing: writtenMoment(iso, locale, 'Asia/Shanghai'),
  };
}

/** A moment in UTC, to stand beside the same one in `zone` (by default here): the time alone if it is the same day in both. */
export function utcBeside(iso: string, locale: string, zone?: string): string {
  const day = (timeZone: string | undefined): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeZone }).format(new Date(iso));
  if (day('UTC') !== day(zone)) return writtenMoment(iso, locale, 'UTC');
  return new Intl.DateTimeFormat(regionOf(locale), { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso));
}

/** A day (`2026-11-30`), which is the same day everywhere. */
export function writtenDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(regionOf(locale), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
