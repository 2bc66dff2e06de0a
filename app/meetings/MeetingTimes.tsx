'use client';
import { useTranslations } from 'next-intl';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { cityOf } from './zone-names';
import { writtenTimes } from './written-times';

/** When a meeting is, by the clocks of both sides. */
export function MeetingTimes({ meeting }: { readonly meeting: { readonly startsAt: string; readonly minutes: number; readonly zone: string } }) {
  const t = useTranslations('meetings');
  const { language } = useInterfaceLanguage();
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3">
      {writtenTimes(meeting, language).map(({ place, time }) => (
        <div key={place.zone} className="contents">
          <dt className="text-soft">{t(`zones.${place.key}`, { zone: cityOf(place.zone) })}</dt>
          <dd>
            <time dateTime={meeting.startsAt}>{time}</time>
          </dd>
        </div>
      ))}
    </dl>
  );
}
