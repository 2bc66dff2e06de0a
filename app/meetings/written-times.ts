import type { Language } from '@/lib/domain/languages';
import { meetingZones } from '@/lib/domain/meetings';

const regions: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', zh: 'zh-CN' };

/** A place whose clock is shown: `key` names it in the messages (`meetings.zones.…`). */
export interface ClockPlace {
  readonly key: 'berlin' | 'beijing' | 'other';
  readonly zone: string;
}

/** How a zone's place is named. */
export const placeOf = (zone: string): ClockPlace => ({ key: zone === 'Europe/Berlin' ? 'berlin' : zone === 'Asia/Shanghai' ? 'beijing' : 'other', zone });

/** The places whose clocks a meeting shows: both sides', and that of the zone it was planned in, if it is another. */
export const clockPlaces = (zone: string): readonly ClockPlace[] => [...new Set<string>([...meetingZones, zone])].map(placeOf);

/** A moment's time of day at each place: `Berlin 10:32 · Beijing 16:32`. @param nameOf names a place */
export const clocksAt = (iso: string, zone: string, language: Language, nameOf: (place: ClockPlace) => string): string =>
  clockPlaces(zone)
    .map((place) => `${nameOf(place)} ${clockAt(iso, place.zone, language)}`)
    .join(' · ');

/** When a meeting is, by the clock of each place; with the day at both ends where it goes on past midnight. */
export function writtenTimes(meeting: { readonly startsAt: string; readonly minutes: number; readonly zone: string }, language: Language): readonly { readonly place: ClockPlace; readonly time: string }[] {
  const from = new Date(meeting.startsAt);
  const to = new Date(from.getTime() + meeting.minutes * 60_000);
  return clockPlaces(meeting.zone).map((place) => {
    const day = (at: Date): string => new Intl.DateTimeFormat(regions[language], { weekday: 'short', year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric', timeZone: place.zone }).format(at);
    const [first, last] = [day(from), day(to)];
    const between = language === 'zh' ? ' ' : ', ';
    const end = clockAt(to.toISOString(), place.zone, language);
    // put together by hand: browser and server bring different versions of Intl's ranges
    return { place, time: `${first}${between}${clockAt(meeting.startsAt, place.zone, language)}–${first === last ? end : `${last}${between}${end}`}` };
  });
}

/** A day (`2026-06-01`) as written in a language. */
export const writtenDay = (day: string, language: Language): string => new Intl.DateTimeFormat(regions[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** A moment's time of day at a place. */
export const clockAt = (iso: string, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(regions[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(iso));
