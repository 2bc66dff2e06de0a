'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Delegation } from '@/lib/domain/delegations';
import type { Meeting } from '@/lib/meetings/meeting';
import { meetingApi } from '../meeting-api';
import { AgendaPart } from './AgendaPart';
import { AttendancePart } from './AttendancePart';
import { MeetingHead } from './MeetingHead';
import { PresenterPart } from './PresenterPart';
import { useAct } from './use-act';
import { useLiveMeeting } from './use-live-meeting';

/** A meeting, live for everybody who has its page open. @param me id of the reader */
export function MeetingView({ initial, me, delegations }: { readonly initial: Meeting; readonly me: string; readonly delegations: readonly Delegation[] }) {
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
      <AttendancePart {...part} me={me} delegations={delegations} />
      <PresenterPart {...part} />
      <AgendaPart {...part} me={me} />
    </>
  );
}
