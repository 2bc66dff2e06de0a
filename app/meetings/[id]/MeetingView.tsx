'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Meeting } from '@/lib/meetings/meeting';
import { meetingApi } from '../meeting-api';
import { MeetingHead } from './MeetingHead';
import { useAct } from './use-act';
import { useLiveMeeting } from './use-live-meeting';

/** A meeting, live for everybody who has its page open. */
export function MeetingView({ initial }: { readonly initial: Meeting; readonly me: string }) {
  const t = useTranslations('meetings');
  const { meeting, isStale, isGone, refresh } = useLiveMeeting(initial);
  const { busy, act } = useAct(refresh);
  const api = useMemo(() => meetingApi(meeting.id), [meeting.id]);
  const part = { meeting, api, busy, act };
  if (isGone) return <p role="alert">{t('gone')}</p>;
  return (
    <>
      {isStale && (
        <p role="alert" className="mb-3 rounded border border-caution bg-caution-soft px-3 py-1.5 text-caution">
          {t('stale')}
        </p>
      )}
      <MeetingHead {...part} />
    </>
  );
}
