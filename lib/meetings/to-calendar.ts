import { createEvent } from 'ics';
import { presentableText } from '@/lib/domain/text';
import type { MeetingOutline } from './meeting';

/**
 * A meeting as an iCalendar file (RFC 5545), as Outlook and others open it. The times are in UTC, so that no calendar needs to
 * know the rules of a zone; each shows its own clock.
 * @param words what stands in the entry's description, beside the link
 * @param page address of the meeting's page
 * @param sequence of the plan: a calendar replaces what it holds of the same meeting by what is newer
 */
export function toCalendar(meeting: MeetingOutline & { readonly planVersion: number }, words: string, page: string): string {
  const { id, startsAt, minutes, link, course, planVersion } = meeting;
  const [title, place] = [presentableText(meeting.title), presentableText(meeting.place)];
  const { value, error } = createEvent({
    uid: `${id}@accord`,
    sequence: planVersion,
    productId: 'Accord',
    method: course === 'cancelled' ? 'CANCEL' : 'PUBLISH',
    status: course === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    start: new Date(startsAt).getTime(),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    title,
    ...((place || link) && { location: [place, link].filter(Boolean).join(' · ') }),
    description: [words, link].filter(Boolean).join('\n'),
    url: page,
    busyStatus: 'BUSY',
  });
  if (!value) throw error ?? new Error('the calendar entry could not be written');
  return foldLines(value);
}

/** RFC 5545, 3.1: no line has more than 75 octets, and no character is parted. The library counts characters, and a Chinese one has three octets. */
function foldLines(text: string): string {
  return text
    .replace(/\r\n[\t ]/g, '')
    .split('\r\n')
    .map((line) => {
      let folded = '';
      let octets = 0;
      for (const character of line) {
        const length = Buffer.byteLength(character);
        if (octets + length > 75) {
          folded += '\r\n ';
          octets = 1;
        }
        folded += character;
        octets += length;
      }
      return folded;
    })
    .join('\r\n');
}
