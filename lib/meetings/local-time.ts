import { tzOffset } from '@date-fns/tz';
import { AccordError } from '@/lib/domain/errors';

const minute = 60_000;
const day = 24 * 60 * minute;
/** A time on the wall, as `<input type="datetime-local">` gives it. */
const wallTime = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/** True for the name of a zone in the IANA database that this machine knows, e.g. `Asia/Shanghai`; not for mere offsets. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){0,2}$/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The moment at which a clock on the wall of a zone shows a time. Where the clock shows it twice (the night in which it is
 * put back) the first time is meant.
 * @param local e.g. `2026-05-12T09:00`
 * @throws bad-request if that is no time or no zone; no-such-time if clocks are put forward over it
 */
export function instantOf(local: string, zone: string): Date {
  const parts = wallTime.exec(local)?.slice(1).map(Number);
  if (!parts || !isZone(zone)) throw new AccordError('bad-request');
  const [year, month, date, hour, minutes] = parts as [number, number, number, number, number];
  const naive = new Date(Date.UTC(year, month - 1, date, hour, minutes));
  if (year < 2000 || naive.toISOString().slice(0, 16) !== local) throw new AccordError('bad-request');
  // no zone changes its clocks twice within two days: the offset of the day before or of the day after holds
  const candidates = [-day, day].map((away) => new Date(naive.getTime() - tzOffset(zone, new Date(naive.getTime() + away)) * minute));
  const fitting = candidates.filter((at) => localTimeAt(at, zone) === local);
  if (fitting.length === 0) throw new AccordError('no-such-time');
  return new Date(Math.min(...fitting.map((at) => at.getTime())));
}

/** What a clock on the wall of a zone shows at a moment: `2026-05-12T09:00`. */
export function localTimeAt(at: Date, zone: string): string {
  return new Date(at.getTime() + tzOffset(zone, at) * minute).toISOString().slice(0, 16);
}
