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

/**
 * A moment's time of day at each place: `Berlin 10:32 · Beijing 16:32`; with its day where that is not the day of the moment `known`.
 * @param nameOf names a place
 */
export const clocksAt = (iso: string, zone: string, language: Language, nameOf: (place: ClockPlace) => string, known = iso): string =>
  clockPlaces(zone)
    .map((place) => `${nameOf(place)} ${dayAt(iso, place.zone, language) === dayAt(known, place.zone, language) ? clockAt(iso, place.zone, language) : datedClockAt(iso, place.zone, language)}`)
    .join(' · ');

/** When a meeting is, by the clock of each place; with the day at both ends where it goes on past midnight. */
export function writtenTimes(meeting: { readonly startsAt: string; readonly minutes: number; readonly zone: string }, language: Language): readonly { readonly place: ClockPlace; readonly time: string }[] {
  const end = new Date(Date.parse(meeting.startsAt) + meeting.minutes * 60_000).toISOString();
  return clockPlaces(meeting.zone).map((place) => {
    const staysOnTheDay = dayAt(meeting.startsAt, place.zone, language) === dayAt(end, place.zone, language);
    // put together by hand: browser and server bring different versions of Intl's ranges
    return { place, time: `${datedClockAt(meeting.startsAt, place.zone, language)}–${(staysOnTheDay ? clockAt : datedClockAt)(end, place.zone, language)}` };
  });
}

const dayAt = (iso: string, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(regions[language], { weekday: 'short', year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric', timeZone: zone }).format(new Date(iso));

const datedClockAt = (iso: string, zone: string, language: Language): string => `${dayAt(iso, zone, language)}${language === 'zh' ? ' ' : ', '}${clockAt(iso, zone, language)}`;

/** A day (`2026-06-01`) as written in a language. */
export const writtenDay = (day: string, language: Language): string => new Intl.DateTimeFormat(regions[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** A moment's time of day at a place. */
export const clockAt = (iso: string, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(regions[language], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(iso));
