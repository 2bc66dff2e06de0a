import { getLocale, getTranslations } from 'next-intl/server';
import { answer } from '@/app/api/answer';
import { attachment } from '@/app/api/attachment';
import { writtenTimes } from '@/app/meetings/written-times';
import { cityOf } from '@/app/meetings/zone-names';
import { fileName } from '@/app/scenarios/file-name';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { isLanguage, textIn } from '@/lib/domain/languages';
import { readMeeting } from '@/lib/meetings/read-meeting';
import { toCalendar } from '@/lib/meetings/to-calendar';
import type { MeetingContext } from '../../meeting-shape';

/** The meeting for a calendar. */
export const GET = answer(async (_request, { params }: MeetingContext) => {
  const { actor } = await actingPerson();
  const meeting = await readMeeting(database(), actor, (await params).id);
  const locale = await getLocale();
  const language = isLanguage(locale) ? locale : 'en';
  const t = await getTranslations('meetings');
  const ui = await getTranslations('scenarios');
  const words = [
    ...writtenTimes(meeting, language).map(({ place, time }) => t('time-at', { place: t(`zones.${place.key}`, { zone: cityOf(place.zone) }), time })),
    ...meeting.scenarios.map(({ title }) => `– ${textIn(title, language) || ui('untitled')}`),
  ].join('\n');
  const page = new URL(`/meetings/${meeting.id}`, process.env.NEXTAUTH_URL).href;
  return new Response(toCalendar(meeting, words, page), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': attachment(`${fileName(meeting.title)}.ics`), 'cache-control': 'no-store' },
  });
});
