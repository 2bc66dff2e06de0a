import { tzOffset } from '@date-fns/tz';
import type { Language } from '@/lib/domain/languages';

/** The city that a zone of the IANA database is named after: `America/Argentina/Buenos_Aires` → Buenos Aires. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** How far a zone's clocks are from UTC at a moment: `UTC+8`, `UTC−3:30`. */
export function offsetAt(zone: string, at: Date): string {
  const minutes = tzOffset(zone, at);
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** What a zone's time is called in a language, e.g. 北美东部时间; empty where the browser knows no name but an offset. */
export function zoneName(zone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(0);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return /^(?:GMT|UTC)[+−-]/.test(name) ? '' : name;
}
