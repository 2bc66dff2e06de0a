'use client';
import { CalendarDays, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/app/components/Button';
import { Dialog } from '@/app/components/Dialog';
import { useInterfaceLanguage } from '@/app/components/LanguageSwitch';
import { textIn } from '@/lib/domain/languages';
import type { Meeting } from '@/lib/meetings/meeting';
import { CourseBadge } from '../CourseBadge';
import type { MeetingApi } from '../meeting-api';
import { MeetingTimes } from '../MeetingTimes';
import { ProtocolMenu } from './ProtocolMenu';

const linkButton = 'inline-flex min-h-8 items-center gap-1.5 rounded border border-edge px-2.5 font-medium hover:bg-hover';

export interface MeetingPartProps {
  readonly meeting: Meeting;
  readonly api: MeetingApi;
  readonly busy: boolean;
  readonly act: (run: () => Promise<unknown>) => Promise<boolean>;
}

/** When, where and on what; for those who lead it, its course. */
export function MeetingHead({ meeting, api, busy, act }: MeetingPartProps) {
  const t = useTranslations('meetings');
  const untitled = useTranslations('scenarios')('untitled');
  const { language } = useInterfaceLanguage();
  const [isCancelling, setIsCancelling] = useState(false);
  const { course, may } = meeting;
  return (
    <section aria-label={t('about')} className="mb-6 grid gap-x-8 gap-y-3 border-y py-3 md:grid-cols-[auto_1fr]">
      <div className="flex flex-col items-start gap-2">
        <MeetingTimes meeting={meeting} />
        <CourseBadge course={course} />
      </div>
      <dl className="grid min-w-0 grid-cols-[auto_1fr] content-start gap-x-3 gap-y-0.5">
        <dt className="text-soft">{t('scenarios')}</dt>
        <dd className="min-w-0 break-words">
          {meeting.scenarios.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 && ' · '}
              <Link href={`/scenarios/${id}?meeting=${meeting.id}`} className="text-accent underline underline-offset-2">
                {textIn(title, language) || untitled}
              </Link>
            </span>
          ))}
        </dd>
        {meeting.place && (
          <>
            <dt className="text-soft">{t('plan.place')}</dt>
            <dd className="min-w-0 break-words">{meeting.place}</dd>
          </>
        )}
        {meeting.link && (
          <>
            <dt className="text-soft">{t('plan.link')}</dt>
            <dd className="min-w-0 break-all">
              <a href={meeting.link} target="_blank" rel="noreferrer noopener" className="text-accent underline underline-offset-2">
                {meeting.link}
              </a>
            </dd>
          </>
        )}
        <dt className="text-soft">{t('planned-by')}</dt>
        <dd>{meeting.plannedBy.name}</dd>
      </dl>
      <div className="flex flex-wrap gap-2 md:col-span-2 print:hidden">
        {may.lead && course !== 'cancelled' && course !== 'running' && (
          <Button look={course === 'planned' ? 'primary' : 'plain'} busy={busy} onClick={() => void act(() => api.take('begin'))}>
            {course === 'planned' ? t('begin') : t('go-on')}
          </Button>
        )}
        {may.lead && course === 'running' && (
          <Button busy={busy} onClick={() => void act(() => api.take('end'))}>
            {t('end')}
          </Button>
        )}
        <a href={`/api/meetings/${meeting.id}/calendar.ics`} download className={linkButton}>
          <CalendarDays size={16} aria-hidden /> {t('calendar')}
        </a>
        <ProtocolMenu meeting={meeting.id} />
        {may.lead && (course === 'planned' || course === 'running') && (
          <Link href={`/meetings/${meeting.id}/plan`} className={linkButton}>
            <Pencil size={16} aria-hidden /> {t('change')}
          </Link>
        )}
        {may.lead && course === 'planned' && (
          <Button look="danger" disabled={busy} onClick={() => setIsCancelling(true)}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <Dialog open={isCancelling} onOpenChange={setIsCancelling} title={t('cancel-title')} description={t('cancel-hint')}>
        <div className="flex justify-end gap-2">
          <Button onClick={() => setIsCancelling(false)}>{t('keep')}</Button>
          <Button
            look="danger"
            onClick={() => {
              setIsCancelling(false);
              void act(() => api.take('cancel'));
            }}
          >
            {t('cancel')}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
